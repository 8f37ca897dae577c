/** A request as the town hall reads it, with everything its page tells. */

import { listKeyNames, listPersonNames } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import type { Context } from '#platform/web.ts'
import { type Act, listActsOfRequest } from '../acts/act.queries.ts'
import { type FormWorld, listFormCommunes } from '../forms/form-facts.queries.ts'
import { listPaymentsOfRequest, type Payment } from '../payments/payment.queries.ts'
import { type InboxLine, listLookalikes } from './inbox.queries.ts'
import { type Asked, loadAsked } from './load-request.ts'
import { listOpinions, type Opinion } from './opinion.actions.ts'
import type { Request } from './request.lifecycle.ts'
import { requestPolicy } from './request.policy.ts'
import { listKeptFields } from './request-files.ts'
import {
  listMessages,
  listRequestHistory,
  type RequestHistoryLine,
  type RequestMessage,
} from './thread.queries.ts'

export interface Instructed extends Asked {
  readonly communes: FormWorld['communes']
  readonly messages: readonly RequestMessage[]
  readonly history: readonly RequestHistoryLine[]
  readonly opinions: readonly Opinion[]
  readonly lookalikes: readonly Pick<InboxLine, 'id' | 'reference' | 'status' | 'receivedAt'>[]
  readonly acts: readonly Act[]
  readonly payments: readonly Payment[]
  readonly names: ReadonlyMap<string, string>
  /** The fields whose file has not been erased. */
  readonly keptFields: ReadonlySet<string>
}

export const instructPath = '/espace/demandes/:requestId'
export const instructHref = ({ request }: Pick<Asked, 'request'>) =>
  `/espace/demandes/${request.id}`

/** On the way to a page about one request. */
export const instructCrumbs = (asked: Pick<Asked, 'request'>) => [
  { label: 'Demandes reçues', href: '/espace/demandes' },
  { label: asked.request.reference ?? '', href: instructHref(asked) },
]

export const mayInstruct = (actor: Context['actor'], { request }: Pick<Asked, 'request'>) =>
  requestPolicy.instruct(actor, request)

/** Within this time, the same service asked for by the same telephone may be the same request. */
const lookalikeDays = 90

export async function loadInstructed(
  params: { requestId: string },
  context: Context,
): Promise<Instructed> {
  const { db, now } = context
  const asked = await loadAsked(params, context)
  const { request } = asked
  const messages = await listMessages(db, request.id)
  const history = await listRequestHistory(db, request.id)
  const opinions = await listOpinions({ db }, request.id)
  const since = addDays(now, -lookalikeDays)
  return {
    ...{ ...asked, messages, history, opinions },
    communes: await listFormCommunes(db, asked.definition),
    keptFields: await listKeptFields(db, request.id),
    acts: await listActsOfRequest(db, request.id),
    payments: await listPaymentsOfRequest(db, request.id),
    lookalikes: await listLookalikes(db, request, since),
    names: await listNames(db, asked.request, { messages, history, opinions }),
  }
}

type Told = Pick<Instructed, 'messages' | 'history' | 'opinions'>

/** Of the people and of the systems that had to do with it. */
async function listNames(db: Db, request: Request, { messages, history, opinions }: Told) {
  const people = await listPersonNames(db, [
    ...messages.map(({ authorId }) => authorId),
    ...history.map(({ actorId }) => actorId),
    ...opinions.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy]),
    ...[request.assigneeId, request.preparedBy, request.decidedBy, request.enteredBy],
  ])
  const systems = await listKeyNames(db, [
    request.keyId,
    ...[...messages, ...history].map(({ keyId }) => keyId),
  ])
  return new Map([...people, ...systems])
}
