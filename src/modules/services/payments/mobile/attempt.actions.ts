/**
 * Paying by mobile money. The gateway is asked outside of any transaction; what it answers is written in one that locks the attempt.
 * A notice, a return of the browser and the nightly comparison all end here, and change nothing the second time.
 */
import { system } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { Conflict, Forbidden, orNotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import type { Context, Platform } from '#platform/web.ts'
import type { Request } from '../../requests/request.lifecycle.ts'
import { requestPolicy } from '../../requests/request.policy.ts'
import { findDue, recordPayment, toPaidLines } from '../payment.actions.ts'
import { listPaymentsOfRequest } from '../payment.queries.ts'
import type { Attempt } from './attempt.queries.ts'
import type { Gateway, GatewayState } from './gateway.types.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

/** The attempt under way, or a new one, for what the request owes. */
export async function beginAttempt(
  { db, actor, now }: Acting,
  request: Request,
  gateway: Gateway,
): Promise<string> {
  if (!requestPolicy.answer(actor, request)) throw new Forbidden()
  const due = findDue(request, await listPaymentsOfRequest(db, request.id))
  if (!due) throw new Conflict('Rien n’est à payer pour cette demande.')
  const begun = await db
    .insertInto('services.paymentAttempt')
    .values({
      ...{ id: createId(now.getTime()), requestId: request.id, communeId: request.communeId },
      ...{ requesterId: request.requesterId, gateway: gateway.name, amount: due.total },
      ...{ lines: JSON.stringify(toPaidLines(due.lines)), status: 'pending', startedAt: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return begun?.id ?? (await findPending(db, request.id))
}

async function findPending(db: Db, requestId: string): Promise<string> {
  const pending = await db
    .selectFrom('services.paymentAttempt')
    .select('id')
    .where('requestId', '=', requestId)
    .where('status', '=', 'pending')
    .executeTakeFirst()
  return orNotFound(pending).id
}

/** Asks the gateway for a page where to pay, once; a cut before its answer leaves the attempt to be opened again. */
export async function openAtGateway(
  platform: Pick<Platform, 'db' | 'config'>,
  gateway: Gateway,
  attemptId: string,
): Promise<void> {
  const attempt = await readAs(platform.db, system, (db) => findAttempt(db, attemptId))
  if (attempt.status !== 'pending' || attempt.url !== null) return
  const { reference, url } = await gateway.begin({
    amount: attempt.amount,
    description: `Demande ${attempt.reference ?? ''}`,
    returnUrl: `${platform.config.origin}/paiements/essais/${attemptId}`,
  })
  await writeAs(platform.db, system, (db) =>
    db
      .updateTable('services.paymentAttempt')
      .set({ gatewayReference: reference, url })
      .where('id', '=', attemptId)
      .where('url', 'is', null)
      .execute(),
  )
}

async function findAttempt(db: Db, id: string) {
  const attempt = await db
    .selectFrom('services.paymentAttempt as attempt')
    .innerJoin('services.request as request', 'request.id', 'attempt.requestId')
    .select(['attempt.status', 'attempt.url', 'attempt.amount', 'request.reference'])
    .where('attempt.id', '=', id)
    .executeTakeFirst()
  return orNotFound(attempt)
}

/** Asks where it stands, and writes it. Another amount than was asked for settles nothing: it is to be given back. */
export async function settleAttempt(
  { db }: Pick<Platform, 'db'>,
  gateway: Gateway,
  { id, gatewayReference }: Pick<Attempt, 'id' | 'gatewayReference'>,
  now: Date,
): Promise<void> {
  if (gatewayReference === null) return
  const state = await gateway.find(gatewayReference)
  await writeAs(db, system, (own) => applyState(own, id, state, now))
}

async function applyState(db: Db, id: string, state: GatewayState, now: Date): Promise<void> {
  const attempt = (await db
    .selectFrom('services.paymentAttempt')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) as Attempt | undefined
  if (!attempt || attempt.status === 'paid' || attempt.status === 'duplicate') return
  // One that was given up may still be paid, late: the money is then there all the same.
  if (state.status === 'pending' || (attempt.status === 'failed' && state.status === 'failed')) {
    await update(db, id, { checkedAt: now })
    return
  }
  const isWhole = state.status === 'paid' && state.amount === attempt.amount
  const paymentId = isWhole ? await payRequest(db, attempt, now) : null
  const status = state.status === 'failed' ? 'failed' : paymentId ? 'paid' : 'duplicate'
  await update(db, id, { status, paymentId, checkedAt: now, settledAt: now })
  await recordAudit(
    db,
    {
      ...{ actor: system, organisationId: attempt.communeId, action: `paymentAttempt.${status}` },
      ...{ subjectKind: 'paymentAttempt', subjectId: id, details: { amount: attempt.amount } },
    },
    now,
  )
}

function update(
  db: Db,
  id: string,
  change: Partial<Pick<Attempt, 'status' | 'paymentId' | 'checkedAt' | 'settledAt'>>,
) {
  return db.updateTable('services.paymentAttempt').set(change).where('id', '=', id).execute()
}

/** Null when the request was paid in the meantime: the gateway has money that is to be given back. */
async function payRequest(db: Db, attempt: Attempt, now: Date): Promise<string | null> {
  const { requestId, amount, lines } = attempt
  const request = await db
    .selectFrom('services.request')
    .select(['id', 'communeId', 'requesterId', 'serviceCode', 'applicantName'])
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
  const payer = request.applicantName || '—'
  const received = { payer, amount, lines, method: 'mobileMoney', receivedBy: null }
  return (await recordPayment(db, request, received, now))?.id ?? null
}
