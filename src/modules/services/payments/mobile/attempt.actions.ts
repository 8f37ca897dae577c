/** Beginning to pay by mobile money: written first, then opened at the gateway outside of any transaction. */
import { system } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { Conflict, Forbidden, orNotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { recordCreation } from '#platform/lifecycle.ts'
import type { Context, Platform } from '#platform/web.ts'
import type { Request } from '../../requests/request.lifecycle.ts'
import { requestPolicy } from '../../requests/request.policy.ts'
import { findDue, toPaidLines } from '../payment.actions.ts'
import { listPaymentsOfRequest } from '../payment.queries.ts'
import { type Attempt, attemptLifecycle } from './attempt.lifecycle.ts'
import type { Gateway } from './gateway.types.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

/** The attempt under way, or a new one, for what the request owes. */
export async function beginAttempt(
  context: Acting,
  request: Request,
  gateway: Gateway,
): Promise<string> {
  const { db, actor, now } = context
  if (!requestPolicy.answer(actor, request)) throw new Forbidden()
  const due = findDue(request, await listPaymentsOfRequest(db, request.id))
  if (!due) throw new Conflict('Rien n’est à payer pour cette demande.')
  const begun = await db
    .insertInto('services.paymentAttempt')
    .values({
      ...{ id: createId(now.getTime()), requestId: request.id, communeId: request.communeId },
      ...{ requesterId: request.requesterId, gateway: gateway.name, amount: due.total },
      ...{ lines: JSON.stringify(toPaidLines(due.lines)), status: 'pending' },
      ...{ startedAt: now, updatedAt: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!begun) return findPending(db, request.id)
  await recordCreation(context, attemptLifecycle, begun as unknown as Attempt)
  return begun.id
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
  const attempt = await readAs(platform.db, system, (db) => findToOpen(db, attemptId))
  if (attempt.status !== 'pending' || attempt.url !== null) return
  const { reference, url } = await gateway.begin({
    ...{ attemptId, amount: attempt.amount },
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

async function findToOpen(db: Db, id: string) {
  const attempt = await db
    .selectFrom('services.paymentAttempt as attempt')
    .innerJoin('services.request as request', 'request.id', 'attempt.requestId')
    .select(['attempt.status', 'attempt.url', 'attempt.amount', 'request.reference'])
    .where('attempt.id', '=', id)
    .executeTakeFirst()
  return orNotFound(attempt)
}
