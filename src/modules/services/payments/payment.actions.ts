/** Money taken at the counter, with its receipt; money given back, with why. Nothing is paid twice. */
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Db } from '#platform/database.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { recordEvent } from '#platform/events.ts'
import { createId } from '#platform/id.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import type { DueLine } from '../procedures/decide.rules.ts'
import type { Request } from '../requests/request.lifecycle.ts'
import type { RequestStatus } from '../requests/request.workflow.ts'
import { paymentPolicy } from './payment.policy.ts'
import type { PaidLine, Payment } from './payment.queries.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>
type PaidRequest = Pick<Request, 'id' | 'communeId' | 'requesterId' | 'serviceCode'>

/** What a request owes and was not paid: null when nothing is due, or nobody knows yet. */
export function findDue(request: Pick<Request, 'due' | 'status'>, paid: readonly Payment[]) {
  const isPaid = paid.some(({ refundedAt }) => refundedAt === null)
  return request.due?.kind === 'due' && !isPaid && isPayable(request.status) ? request.due : null
}

/** What was not sent, was taken back or was refused asks nobody for money. */
export function isPayable(status: RequestStatus): boolean {
  return status !== 'draft' && status !== 'withdrawn' && status !== 'refused'
}

/** The amount is the request's own, whatever a page says. Two agents at once: the second finds it paid. */
export async function receiveAtCounter(
  context: Acting,
  request: Request,
  payer: string,
): Promise<Payment> {
  const { db, actor, now } = context
  if (!paymentPolicy.receive(actor, request)) throw new Forbidden()
  const due = findDue({ ...request, status: await lockStatus(db, request.id) }, [])
  if (!due) throw new Conflict('Rien n’est à encaisser pour cette demande.')
  const payment = await recordPayment(
    db,
    request,
    {
      ...{ payer, amount: due.total, lines: toPaidLines(due.lines) },
      ...{ method: 'counter', receivedBy: getPersonId(actor) },
    },
    now,
  )
  if (!payment) throw new Conflict('Cette demande est déjà payée.')
  await record(context, payment, 'payment.receive')
  return payment
}

/** The page may be old: a request withdrawn since then owes nothing. */
async function lockStatus(db: Db, requestId: string): Promise<RequestStatus> {
  const { status } = await db
    .selectFrom('services.request')
    .select('status')
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return status as RequestStatus
}

/** What is kept of a tariff once it was asked for: a later deliberation changes nothing for it. */
export function toPaidLines(lines: readonly DueLine[]): PaidLine[] {
  return lines.map(({ tariff, quantity, amount }) => ({ label: tariff.label, quantity, amount }))
}

/** With its receipt number; nothing when the request was paid in the meantime. */
export async function recordPayment(
  db: Db,
  { id: requestId, communeId, requesterId, serviceCode }: PaidRequest,
  { lines, ...received }: Pick<Payment, 'payer' | 'amount' | 'lines' | 'method' | 'receivedBy'>,
  now: Date,
): Promise<Payment | undefined> {
  const paid = await db
    .insertInto('services.payment')
    .values({
      ...{ id: createId(now.getTime()), requestId, communeId, requesterId, serviceCode },
      ...{ ...received, lines: JSON.stringify(lines), paidAt: now },
      quittance: await createReference(db, 'QUI', now.getFullYear()),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!paid) return undefined
  const payload = { requestId, amount: received.amount }
  await recordEvent(db, { kind: 'payment.receive', subjectId: paid.id, payload }, now)
  return paid as unknown as Payment
}

/** Given back from the cash box; what came by mobile money goes through its attempt. */
export async function refundPayment(
  context: Acting,
  payment: Payment,
  reason: string,
): Promise<void> {
  const { actor } = context
  if (!paymentPolicy.refund(actor, payment)) throw new Forbidden()
  await markRefunded(context, payment.id, { by: getPersonId(actor), reason })
}

interface Refund {
  readonly by: string
  readonly reason: string
}

/** Once: the receipt stays, with why the money left. */
export async function markRefunded(
  context: Acting,
  paymentId: string,
  { by, reason }: Refund,
): Promise<void> {
  const refunded = await context.db
    .updateTable('services.payment')
    .set({ refundedAt: context.now, refundedBy: by, refundReason: reason })
    .where('id', '=', paymentId)
    .where('refundedAt', 'is', null)
    .returning(['id', 'communeId', 'amount'])
    .executeTakeFirst()
  if (!refunded) throw new Conflict('Ce paiement est déjà remboursé.')
  await record(context, refunded, 'payment.refund')
}

function record(
  { db, actor, now }: Acting,
  { id, communeId, amount }: Pick<Payment, 'id' | 'communeId' | 'amount'>,
  action: string,
): Promise<void> {
  const subject = { subjectKind: 'payment', subjectId: id, details: { amount } }
  return recordAudit(db, { actor, organisationId: communeId, action, ...subject }, now)
}
