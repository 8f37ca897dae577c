/** Sessions that end while somebody is writing. */
import type { Db } from '#platform/database.ts'

export async function endSessions(db: Db, account: string, now = new Date()): Promise<void> {
  const ended = await db
    .updateTable('identity.session')
    .set({ expiresAt: new Date(now.getTime() - 1000) })
    .where('personId', 'in', (select) =>
      select
        .selectFrom('identity.person')
        .select('id')
        .where('email', '=', `${account}@demo.example`),
    )
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new Error(`${account} has no session`)
}
