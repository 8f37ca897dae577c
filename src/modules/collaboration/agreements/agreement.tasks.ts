/** What awaits each side of the agreements, in its space. */
import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import type { Side } from './agreement.policy.ts'
import {
  listWaitingAgreements,
  listWaitingAmendments,
  type WaitingAgreement,
} from './waiting.queries.ts'

export async function listAgreementTasks(db: Db, actor: Actor, side: Side): Promise<SpaceTask[]> {
  const organisationId = getOrganisationId(actor)
  const agreements = await listWaitingAgreements(db, organisationId, side)
  const tasks = agreements.flatMap((agreement) => toTask(agreement, actor))
  if (!maySign(actor)) return tasks
  const amendments = await listWaitingAmendments(db, organisationId, side)
  return [
    ...tasks,
    ...amendments.map(({ id, agreementId, number, title }): SpaceTask => {
      const href = `/espace/conventions/${agreementId}/avenants/${id}`
      return { title: t('Signer l’avenant n° {number} : {title}', { number, title }), href, tone }
    }),
  ]
}

const tone = 'warning'
const maySign = ({ role }: Actor) => role === 'secretary' || role === 'mayor' || role === 'manager'

function toTask({ id, title, status, clauses }: WaitingAgreement, actor: Actor): SpaceTask[] {
  const href = `/espace/conventions/${id}`
  if (status !== 'negotiating')
    return maySign(actor)
      ? [{ title: t('Signer la convention : {title}', { title }), href, tone }]
      : []
  if (clauses === 0) return []
  const text = t(
    '{clauses, plural, one {Une clause attend votre accord} other {# clauses attendent votre accord}}',
    { clauses },
  )
  return [{ title: t('Négocier la convention : {title}', { title }), text, href, tone: 'neutral' }]
}
