/** Attempts that nobody noticed the end of are asked for, every few minutes; those that nobody pays are closed after a day. */
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import type { Platform } from '#platform/web.ts'
import { settleAttempt } from './attempt.actions.ts'
import { openGateway } from './open-gateway.ts'

/** In one go; the rest the next time. */
const most = 200
const youngMs = 2 * 60_000
const dayMs = 86_400_000

export async function reconcileAttempts(platform: Platform, now: Date): Promise<void> {
  const gateway = openGateway(platform.config)
  if (!gateway) return
  const waiting = await readAs(platform.db, system, (db) =>
    db
      .selectFrom('services.paymentAttempt')
      .select(['id', 'gatewayReference'])
      .where('status', '=', 'pending')
      .where('startedAt', '<', new Date(now.getTime() - youngMs))
      .orderBy('startedAt')
      .limit(most)
      .execute(),
  )
  // One gateway answers one question at a time; what fails is asked again the next time.
  for (const attempt of waiting)
    await settleAttempt(platform, gateway, attempt, now).catch((error: Error) =>
      platform.log.warn({ err: error, attemptId: attempt.id }, 'payment not settled'),
    )
  await closeOld(platform, now)
}

async function closeOld({ db }: Platform, now: Date): Promise<void> {
  await writeAs(db, system, (own) =>
    own
      .updateTable('services.paymentAttempt')
      .set({ status: 'failed', settledAt: now })
      .where('status', '=', 'pending')
      .where('startedAt', '<', new Date(now.getTime() - dayMs))
      .execute(),
  )
}
