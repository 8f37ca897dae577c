/** What the platform no longer needs is forgotten every night: held forms, keys of old forms, spent counters. */
import { system } from './actor.ts'
import { writeAs } from './database.ts'
import type { Schedule } from './jobs.ts'
import { forgetHeldSubmissions } from './web/held-submission.ts'
import type { Platform } from './web.ts'

const keysLastDays = 7

async function forgetOldRows({ db }: Platform, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - keysLastDays * 86_400_000)
  await writeAs(db, system, async (transaction) => {
    await forgetHeldSubmissions(transaction, now)
    await transaction.deleteFrom('platform.idempotency').where('createdAt', '<', oldest).execute()
    await transaction.deleteFrom('platform.rateLimit').where('expire', '<', now.getTime()).execute()
  })
}

export const platformSchedules: Schedule[] = [
  { name: 'forget-old-rows', pattern: '30 2 * * *', work: forgetOldRows },
]
