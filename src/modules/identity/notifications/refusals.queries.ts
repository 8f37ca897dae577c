/** What people do not want to be told, and how. */
import type { Db } from '#platform/database.ts'
import type { Topic } from './topics.ts'

/** What people said they do or do not want, where they said anything. */
export async function listRefusals(db: Db, personIds: readonly string[], topic: Topic) {
  const choices = new Map<string, { channel: string; isWanted: boolean }[]>()
  if (personIds.length === 0) return choices
  const rows = await db
    .selectFrom('identity.notificationPreference')
    .select(['personId', 'channel', 'isWanted'])
    .where('personId', 'in', [...personIds])
    .where('topic', '=', topic)
    .execute()
  for (const row of rows) choices.set(row.personId, [...(choices.get(row.personId) ?? []), row])
  return choices
}
