/** What is forgotten once it serves nobody: old sessions, codes, browsers and invitations. */

import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import type { Schedule } from '#platform/jobs.ts'
import { tellOfElapsed } from './assistance/end-assistance.ts'
import { journalTask, verifyJournal } from './operations/verify-journal.ts'

/** A form sent long after the session ended still finds its author. */
const keptDays = 30
const deviceDays = 365

export async function forgetWhatEnded(db: Db, now: Date): Promise<void> {
  const before = addDays(now, -keptDays)
  await db
    .deleteFrom('identity.session')
    .where((is) => is.or([is('expiresAt', '<', before), is('revokedAt', '<', before)]))
    .execute()
  await db.deleteFrom('identity.oneTimeCode').where('expiresAt', '<', addDays(now, -1)).execute()
  await db
    .deleteFrom('identity.knownDevice')
    .where('lastUsedAt', '<', addDays(now, -deviceDays))
    .execute()
  await db
    .deleteFrom('identity.invitation')
    .where('expiresAt', '<', before)
    .where('acceptedAt', 'is', null)
    .execute()
}

export const identitySchedules: readonly Schedule[] = [
  { name: journalTask, pattern: '50 2 * * *', work: verifyJournal },
  {
    name: 'tell-of-elapsed-assistances',
    pattern: '*/5 * * * *',
    work: ({ db }, now) => tellOfElapsed(db, now),
  },
  {
    name: 'forget-ended-sessions',
    pattern: '17 2 * * *',
    work: ({ db }, now) => writeAs(db, system, (transaction) => forgetWhatEnded(transaction, now)),
  },
]
