/**
 * What came of an attempt. The gateway is asked outside of any transaction; what it answers is written in one that locks the attempt.
 * A notice, a return of the browser and the regular comparison all end here, and change nothing the second time.
 */
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { Platform } from '#platform/web.ts'
import { recordPayment } from '../payment.actions.ts'
import { type Attempt, attemptLifecycle } from './attempt.lifecycle.ts'
import type { Gateway, GatewayState } from './gateway.types.ts'

/** A transaction that somebody says is this attempt's: the gateway itself by a notice, or a browser that comes back. */
export interface Claim {
  readonly reference: string
  readonly isVouched: boolean
}

type Asked = Pick<Attempt, 'id' | 'gatewayReference'>

export async function settleAttempt(
  { db }: Pick<Platform, 'db'>,
  gateway: Gateway,
  attempt: Asked,
  now: Date,
  claim?: Claim,
): Promise<void> {
  const reference = claim?.reference ?? attempt.gatewayReference
  if (reference === null) return
  const state = await gateway.find(reference)
  if (reference !== attempt.gatewayReference && !isOf(state, attempt, claim)) return
  await writeAs(db, system, (own) => applyState(own, attempt.id, { ...state, reference }, now))
}

/** Somebody else's payment of the same amount settles nothing: the gateway names our attempt, or vouches for it. */
function isOf({ attemptId }: GatewayState, { id }: Asked, claim: Claim | undefined): boolean {
  return attemptId === id || (attemptId === null && claim?.isVouched === true)
}

interface Answered extends GatewayState {
  readonly reference: string
}

async function applyState(db: Db, id: string, state: Answered, now: Date): Promise<void> {
  const attempt = await lockAttempt(db, id)
  const context = { db, actor: system, now }
  const isOpen = attempt.status === 'pending' || attempt.status === 'failed'
  const { status, reference } = state
  if (status === 'paid' && isOpen) return receive(db, attempt, state, now)
  // A page of the gateway may take money twice for one order.
  if (status === 'paid' && reference !== attempt.gatewayReference)
    return keepSecond(db, attempt, state, now)
  if (status === 'failed' && attempt.status === 'pending') {
    const set = { gatewayReference: reference, checkedAt: now, settledAt: now }
    await moveThrough(context, attemptLifecycle, id, 'fail', { set })
    return
  }
  await db
    .updateTable('services.paymentAttempt')
    .set({ checkedAt: now, ...(isOpen && { gatewayReference: reference }) })
    .where('id', '=', id)
    .execute()
}

async function lockAttempt(db: Db, id: string): Promise<Attempt> {
  const row = await db
    .selectFrom('services.paymentAttempt')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row as unknown as Attempt
}

/** Another amount than was asked for, or a request paid in the meantime, settles nothing: the money is to be given back. */
async function receive(db: Db, attempt: Attempt, state: Answered, now: Date): Promise<void> {
  const paymentId = state.amount === attempt.amount ? await payRequest(db, attempt, now) : null
  const set = { paymentId, gatewayReference: state.reference, checkedAt: now, settledAt: now }
  await moveThrough(
    { db, actor: system, now },
    attemptLifecycle,
    attempt.id,
    paymentId ? 'pay' : 'exceed',
    { set },
  )
}

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

async function keepSecond(
  db: Db,
  { requestId, communeId, requesterId, gateway, lines, startedAt }: Attempt,
  { amount, reference }: Answered,
  now: Date,
): Promise<void> {
  const second = await db
    .insertInto('services.paymentAttempt')
    .values({
      ...{ id: createId(now.getTime()), requestId, communeId, requesterId, gateway, amount },
      ...{ lines: JSON.stringify(lines), status: 'duplicate', gatewayReference: reference },
      ...{ startedAt, checkedAt: now, settledAt: now, updatedAt: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!second) return
  await recordCreation({ db, actor: system, now }, attemptLifecycle, second as unknown as Attempt)
}
