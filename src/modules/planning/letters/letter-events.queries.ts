/** What happened to a letter, with the mark of whoever assisted. */
import type { Db } from '#platform/database.ts'

export function listLetterEvents(db: Db, letterId: string) {
  return db
    .selectFrom('planning.letterEvent')
    .select(['step', 'reason', 'actorId', 'organisationId', 'assistanceId', 'occurredAt'])
    .where('letterId', '=', letterId)
    .orderBy('occurredAt')
    .orderBy('id')
    .execute()
}

export type LetterEvent = Awaited<ReturnType<typeof listLetterEvents>>[number]
