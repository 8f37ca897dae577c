/** What the platform no longer needs is forgotten every night: held forms, keys of old forms, spent counters, files never confirmed. */
import { addDays } from '#platform/days.rules.ts'
import { system } from './actor.ts'
import { writeAs } from './database.ts'
import { forgetUploads } from './files/resumed-upload.ts'
import type { Schedule } from './jobs.ts'
import { forgetImportDrafts } from './tables/import-draft.ts'
import { forgetHeldSubmissions } from './web/held-submission.ts'
import type { Platform } from './web.ts'

const keysLastDays = 7

async function forgetOldRows(platform: Platform, now: Date): Promise<void> {
  const { db } = platform
  const oldest = addDays(now, -keysLastDays)
  await writeAs(db, system, async (transaction) => {
    await forgetHeldSubmissions(transaction, now)
    await forgetUploads(transaction, now)
    await forgetImportDrafts({ db: transaction, actor: system, platform }, now)
    await transaction.deleteFrom('platform.idempotency').where('createdAt', '<', oldest).execute()
    await transaction.deleteFrom('platform.rateLimit').where('expire', '<', now.getTime()).execute()
  })
}

export const platformSchedules: Schedule[] = [
  { name: 'forget-old-rows', pattern: '30 2 * * *', work: forgetOldRows },
]
