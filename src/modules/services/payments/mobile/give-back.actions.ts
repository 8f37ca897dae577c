/** Giving back what came by mobile money: by the gateway where it can, at the counter otherwise. Never by both. */
import { getPersonId, system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addJob, type RecordedEvent } from '#platform/events.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { Context, Platform } from '#platform/web.ts'
import { markRefunded } from '../payment.actions.ts'
import { type Attempt, attemptLifecycle } from './attempt.lifecycle.ts'
import { openGateway } from './open-gateway.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now' | 'platform'>

/** The gateway is asked within minutes; its answer is written then. */
export async function askReturn(context: Acting, attempt: Attempt, reason: string): Promise<void> {
  await moveThrough(context, attemptLifecycle, attempt.id, 'askReturn', {
    facts: { gatewayGivesBack: canGiveBack(context.platform, attempt), reasonIsGiven: true },
    set: { returnReason: reason, returnAskedBy: getPersonId(context.actor) },
    reason,
  })
}

export function canGiveBack(
  { config }: Pick<Platform, 'config'>,
  { gateway, gatewayReference, status }: Attempt,
): boolean {
  const isKept = status === 'paid' || status === 'duplicate'
  const returning = openGateway(config, gateway)?.giveBack ?? null
  return isKept && gatewayReference !== null && returning !== null
}

/** The money leaves the cash box: refused while the gateway was asked for it. */
export async function handBack(
  context: Pick<Acting, 'db' | 'actor' | 'now'>,
  attempt: Attempt,
  reason: string,
): Promise<void> {
  const by = getPersonId(context.actor)
  await moveThrough(context, attemptLifecycle, attempt.id, 'handBack', {
    facts: { reasonIsGiven: true },
    set: { returnReason: reason, returnAskedBy: by },
    reason,
  })
  if (attempt.paymentId) await markRefunded(context, attempt.paymentId, { by, reason })
}

/** Does not wait for the next comparison. */
export async function hastenReturn(db: Db, _: RecordedEvent): Promise<void> {
  await addJob(db, 'reconcile-payments', {}, { key: 'reconcile-now' })
}

/** What was asked of a gateway: asked again as long as it does not answer. */
export async function returnMoney(platform: Platform, attempt: Attempt, now: Date): Promise<void> {
  const gateway = openGateway(platform.config, attempt.gateway)
  if (!gateway?.giveBack || attempt.gatewayReference === null) return
  const answer = await gateway.giveBack(attempt.gatewayReference)
  await writeAs(platform.db, system, (db) => writeAnswer(db, attempt, answer, now))
}

async function writeAnswer(
  db: Db,
  { id, paymentId, returnReason, returnAskedBy }: Attempt,
  answer: 'returned' | 'refused',
  now: Date,
): Promise<void> {
  const context = { db, actor: system, now }
  const step = answer === 'returned' ? 'confirmReturn' : 'refuseReturn'
  await moveThrough(context, attemptLifecycle, id, step)
  if (step === 'confirmReturn' && paymentId && returnAskedBy)
    await markRefunded(context, paymentId, { by: returnAskedBy, reason: returnReason ?? '' })
}
