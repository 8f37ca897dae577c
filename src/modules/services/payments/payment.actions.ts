/** Money taken at the counter, with its receipt; money given back, with why. Nothing is paid twice. */
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import type { Request } from '../requests/request.lifecycle.ts'
import type { RequestStatus } from '../requests/request.workflow.ts'
import { paymentPolicy } from './payment.policy.ts'
import type { Payment } from './payment.queries.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

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
  const due = findDue(request, [])
  if (!due) throw new Conflict('Rien n’est à encaisser pour cette demande.')
  const lines = due.lines.map(({ tariff, quantity, amount }) => ({
    ...{ label: tariff.label, quantity, amount },
  }))
  const payment = await db
    .insertInto('services.payment')
    .values({
      ...{ id: createId(now.getTime()), requestId: request.id, communeId: request.communeId },
      ...{ requesterId: request.requesterId, serviceCode: request.serviceCode, payer },
      ...{ amount: due.total, lines: JSON.stringify(lines), method: 'counter' },
      quittance: await createReference(db, 'QUI', now.getFullYear()),
      ...{ receivedBy: getPersonId(actor), paidAt: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!payment) throw new Conflict('Cette demande est déjà payée.')
  await record(context, payment, 'payment.receive')
  return payment as unknown as Payment
}

export async function refundPayment(
  context: Acting,
  payment: Payment,
  reason: string,
): Promise<void> {
  const { db, actor, now } = context
  if (!paymentPolicy.refund(actor, payment)) throw new Forbidden()
  const refunded = await db
    .updateTable('services.payment')
    .set({ refundedAt: now, refundedBy: getPersonId(actor), refundReason: reason })
    .where('id', '=', payment.id)
    .where('refundedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!refunded) throw new Conflict('Ce paiement est déjà remboursé.')
  await record(context, payment, 'payment.refund')
}

function record(
  { db, actor, now }: Acting,
  { id, communeId, amount }: Pick<Payment, 'id' | 'communeId' | 'amount'>,
  action: string,
): Promise<void> {
  const subject = { subjectKind: 'payment', subjectId: id, details: { amount } }
  return recordAudit(db, { actor, organisationId: communeId, action, ...subject }, now)
}
