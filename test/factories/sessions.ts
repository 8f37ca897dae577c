/** Sessions of the demonstration world: opened without the sign-in page, and ended while somebody is writing. */
import { welcome } from '#modules/identity/sessions/finish-sign-in.ts'
import type { Db } from '#platform/database.ts'
import type { Platform } from '#platform/web.ts'
import { Visit } from './visits.ts'

/** The cookies of somebody who has just signed in, such as « startup.a ». The sign-in page has its own tests. */
export async function openSessionOf(
  platform: Platform,
  account: string,
): Promise<ReadonlyMap<string, string>> {
  const { id } = await selectAccount(platform.db, account).executeTakeFirstOrThrow()
  const visit = new Visit(platform)
  visit.now = new Date()
  await visit.act((context) => welcome(context, id, false))
  return visit.cookies
}

export async function endSessions(db: Db, account: string, now = new Date()): Promise<void> {
  const ended = await db
    .updateTable('identity.session')
    .set({ expiresAt: new Date(now.getTime() - 1000) })
    .where('personId', 'in', selectAccount(db, account))
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new Error(`${account} has no session`)
}

function selectAccount(db: Db, account: string) {
  return db
    .selectFrom('identity.person')
    .select('id')
    .where('email', '=', `${account}@demo.example`)
}
