/** What waits for somebody in the verification of startups and solutions: shown on the signed-in home. */
import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, worksForA } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { listStartupSolutions } from '../solutions/solution.queries.ts'
import type { Solution } from '../solutions/solution.schema.ts'
import { findLabelState } from '../startups/label.rules.ts'
import { findStartup } from '../startups/startup.queries.ts'
import type { Startup } from '../startups/startup.schema.ts'
import { countWaitingFiles } from './queue.queries.ts'

export async function startupTasks(db: Db, actor: Actor, now: Date): Promise<SpaceTask[]> {
  if (associationStaff(actor, null)) return listQueueTasks(db)
  if (!worksForA(actor, 'startup', 'manager', 'member') || !actor.organisation) return []
  const startup = await findStartup(db, actor.organisation.id)
  if (!startup) return [unregistered()]
  const solutions = await listStartupSolutions(db, startup.id)
  return [
    ...toStartupTasks(startup),
    ...toLabelTasks(startup, toDay(now)),
    ...solutions.flatMap(toSolutionTasks),
  ]
}

function unregistered(): SpaceTask {
  return { title: t('Inscrire la startup'), href: '/startups/inscrire', tone: 'warning' }
}

function toStartupTasks({ status, statusReason }: Startup): SpaceTask[] {
  const href = '/espace/startup'
  if (status === 'draft')
    return [{ title: t('Compléter et soumettre le dossier de la startup'), href, tone: 'warning' }]
  if (status !== 'editsRequested' && status !== 'suspended') return []
  const title =
    status === 'suspended'
      ? t('Startup suspendue : corriger le dossier')
      : t('Corriger le dossier de la startup')
  return [{ title, href, text: statusReason ?? undefined, tone: 'danger' }]
}

function toLabelTasks(startup: Startup, today: string): SpaceTask[] {
  const state = findLabelState(startup, today)
  if (startup.labelExpiresOn === null || (state !== 'ending' && state !== 'expired')) return []
  const date = formatDate(startup.labelExpiresOn)
  const href = '/espace/startup/modifier'
  return state === 'expired'
    ? [{ title: t('Label startup expiré depuis le {date}', { date }), href, tone: 'danger' }]
    : [{ title: t('Label startup valable jusqu’au {date}', { date }), href, tone: 'warning' }]
}

function toSolutionTasks({ id, name, status, statusReason }: Solution): SpaceTask[] {
  const href = `/espace/solutions/${id}`
  if (status === 'draft') return [{ title: t('Terminer la solution : {name}', { name }), href }]
  if (status !== 'editsRequested' && status !== 'suspended') return []
  const title =
    status === 'suspended'
      ? t('Solution suspendue : {name}', { name })
      : t('Corriger la solution : {name}', { name })
  return [{ title, href, text: statusReason ?? undefined, tone: 'danger' }]
}

async function listQueueTasks(db: Db): Promise<SpaceTask[]> {
  const { count, oldest } = await countWaitingFiles(db)
  if (count === 0 || oldest === null) return []
  const title = t('{count, plural, one {# dossier à vérifier} other {# dossiers à vérifier}}', {
    count,
  })
  const text = t('Le plus ancien attend depuis le {date}', { date: formatDate(oldest) })
  return [{ title, href: '/espace/verifications', text, tone: 'warning' }]
}
