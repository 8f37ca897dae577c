/**
 * Attempts that nobody noticed the end of are asked for, every few minutes; those that nobody pays are closed after a day; money that is
 * to be given back is asked for until the gateway answers.
 */

import { system } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { moveAllThrough } from '#platform/lifecycle.ts'
import type { Platform } from '#platform/web.ts'
import { type Attempt, attemptLifecycle } from './attempt.lifecycle.ts'
import { returnMoney } from './give-back.actions.ts'
import { openGateway } from './open-gateway.ts'
import { settleAttempt } from './settle-attempt.ts'

/** In one go; the rest the next time. */
const most = 200
const youngMs = 2 * 60_000

export async function reconcileAttempts(platform: Platform, now: Date): Promise<void> {
  const { waiting, returning } = await readAs(platform.db, system, async (db) => ({
    waiting: await listWaiting(db, 'pending', 'startedAt', new Date(now.getTime() - youngMs)),
    returning: await listWaiting(db, 'returning', 'updatedAt', now),
  }))
  await forEach(platform, waiting, async (attempt) => {
    const gateway = openGateway(platform.config, attempt.gateway)
    if (gateway) await settleAttempt(platform, gateway, attempt, now)
  })
  await forEach(platform, returning, (attempt) => returnMoney(platform, attempt, now))
  await closeOld(platform, now)
}

async function listWaiting(
  db: Db,
  status: 'pending' | 'returning',
  since: 'startedAt' | 'updatedAt',
  before: Date,
): Promise<Attempt[]> {
  const rows = await db
    .selectFrom('services.paymentAttempt')
    .selectAll()
    .where('status', '=', status)
    .where(since, '<=', before)
    .orderBy(since)
    .limit(most)
    .execute()
  return rows as unknown as Attempt[]
}

/** One gateway answers one question at a time; what fails is asked again the next time. */
async function forEach(
  { log }: Platform,
  attempts: readonly Attempt[],
  work: (attempt: Attempt) => Promise<void>,
): Promise<void> {
  for (const attempt of attempts)
    await work(attempt).catch((error: Error) =>
      log.warn({ err: error, attemptId: attempt.id }, 'payment not settled'),
    )
}

async function closeOld({ db }: Platform, now: Date): Promise<void> {
  await writeAs(db, system, async (own) => {
    const old = await own
      .selectFrom('services.paymentAttempt')
      .select('id')
      .where('status', '=', 'pending')
      .where('startedAt', '<', addDays(now, -1))
      .execute()
    const ids = old.map(({ id }) => id)
    await moveAllThrough({ db: own, actor: system, now }, attemptLifecycle, ids, 'fail', {
      set: { settledAt: now },
    })
  })
}
