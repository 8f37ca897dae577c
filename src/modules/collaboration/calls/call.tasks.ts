/** What waits for somebody in the calls: of their commune, of their startup, and in the committees they sit in. */
import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { listSeats, type Seat } from '../committee/member.queries.ts'
import { listOwnProposals, type OwnProposalLine } from '../proposals/proposal.queries.ts'
import { listCommuneCalls, listPendingDecisions, listUnansweredCounts } from './call.queries.ts'
import type { Call } from './call.schema.ts'
import { hasPassed } from './call-dates.rules.ts'

export async function listCommuneCallTasks(db: Db, actor: Actor, now: Date): Promise<SpaceTask[]> {
  const communeId = getOrganisationId(actor)
  const calls = await listCommuneCalls(db, communeId)
  const led = calls.filter((call) => call.communeId === communeId)
  const questions = await listUnansweredCounts(
    db,
    led.filter(({ status }) => status === 'published').map(({ id }) => id),
  )
  return [
    ...led.flatMap((call) => toCallTask(call, actor, now)),
    ...led.flatMap((call) => toQuestionTask(call, questions.get(call.id) ?? 0)),
    ...(isExecutive(actor) ? await listDecisionTasks(db, communeId) : []),
  ]
}

const isExecutive = ({ role }: Actor) => role === 'secretary' || role === 'mayor'

interface Wording {
  readonly when: (call: Call, now: Date) => boolean
  readonly isForExecutive: boolean
  readonly title: string
  /** Below the call's own page. */
  readonly page?: string
  readonly tone: SpaceTask['tone']
}

const wordings: readonly Wording[] = [
  {
    when: ({ status }) => status === 'draft',
    isForExecutive: false,
    title: 'Terminer l’appel : {title}',
    tone: 'neutral',
  },
  {
    when: ({ status }) => status === 'returned',
    isForExecutive: false,
    title: 'Corriger l’appel : {title}',
    tone: 'warning',
  },
  {
    when: ({ status }) => status === 'inReview',
    isForExecutive: true,
    title: 'Relire et publier l’appel : {title}',
    tone: 'warning',
  },
  {
    when: ({ status, deadline }, now) => status === 'published' && hasPassed(deadline, now),
    isForExecutive: false,
    title: 'Appel clos, propositions à ouvrir : {title}',
    tone: 'warning',
  },
  {
    when: ({ status }) => status === 'evaluated',
    isForExecutive: true,
    title: 'Décider de l’attribution : {title}',
    page: '/evaluation',
    tone: 'warning',
  },
  {
    when: ({ status, standstillUntil }, now) =>
      status === 'awarded' && hasPassed(standstillUntil, now),
    isForExecutive: true,
    title: 'Délai d’attente passé, attribution à rendre définitive : {title}',
    tone: 'warning',
  },
]

function toCallTask(call: Call, actor: Actor, now: Date): SpaceTask[] {
  return wordings
    .filter(
      ({ when, isForExecutive }) => when(call, now) && (!isForExecutive || isExecutive(actor)),
    )
    .map(({ title, page = '', tone }) => ({
      title: t(title, { title: call.title || t('Appel sans titre') }),
      href: `/espace/appels/${call.id}${page}`,
      tone,
    }))
}

function toQuestionTask({ id, title }: Call, count: number): SpaceTask[] {
  if (count === 0) return []
  return [
    {
      title: t(
        '{count, plural, one {Une question attend votre réponse} other {# questions attendent votre réponse}} : {title}',
        { count, title },
      ),
      href: `/espace/appels/${id}/questions`,
      tone: 'warning',
    },
  ]
}

async function listDecisionTasks(db: Db, communeId: string): Promise<SpaceTask[]> {
  const pending = await listPendingDecisions(db, communeId)
  return pending.map(({ id, title }) => ({
    title: t('Dire si la commune retient le résultat : {title}', { title }),
    href: `/espace/appels/${id}/resultat`,
    tone: 'warning',
  }))
}

/** A draft that nobody has sent, while there is time. */
export async function listProposalTasks(db: Db, actor: Actor, now: Date): Promise<SpaceTask[]> {
  const proposals = await listOwnProposals(db, getOrganisationId(actor))
  return proposals
    .filter(({ hasDraft, deadline }) => hasDraft && !hasPassed(deadline, now))
    .map(toProposalTask)
}

function toProposalTask({ reference, title, deadline }: OwnProposalLine): SpaceTask {
  return {
    title: t('Terminer et sceller la proposition : {title}', { title }),
    text: t('Propositions jusqu’au {date}', { date: formatDateTime(deadline) }),
    href: `/appels/${reference}/ma-proposition`,
    due: deadline,
    tone: 'warning',
  }
}

export async function listSeatTasks(db: Db, actor: Actor): Promise<SpaceTask[]> {
  if (actor.id === null) return []
  return (await listSeats(db, actor.id)).flatMap(toSeatTask)
}

function toSeatTask({ status, finishedAt, callStatus, callId, callTitle }: Seat): SpaceTask[] {
  const base = `/espace/appels/${callId}`
  const title = callTitle
  if (status === 'named') {
    const text = t('Déclarer vos intérêts avant de siéger au comité : {title}', { title })
    return [{ title: text, href: `${base}/comite/declaration`, tone: 'warning' }]
  }
  if (callStatus !== 'opened') return []
  return [
    finishedAt
      ? { title: t('Consensus du comité : {title}', { title }), href: `${base}/evaluation` }
      : {
          title: t('Noter les propositions : {title}', { title }),
          href: `${base}/evaluation`,
          tone: 'warning',
        },
  ]
}
