/** What time does to requests. */
import type { Schedule } from '#platform/jobs.ts'
import { eraseIdentities, purgeDrafts, purgeRequests } from './erase-requests.ts'
import { settleSilence } from './settle-silence.ts'

export const requestSchedules: readonly Schedule[] = [
  { name: 'settle-silence', pattern: '20 0 * * *', work: settleSilence },
  { name: 'erase-identities', pattern: '*/5 * * * *', work: eraseIdentities },
  { name: 'purge-requests', pattern: '10 3 * * *', work: purgeRequests },
  { name: 'purge-drafts', pattern: '25 3 * * *', work: purgeDrafts },
]
