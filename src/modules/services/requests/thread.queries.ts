/** What the two sides wrote to each other about a request, and what happened to it. */
import type { Db } from '#platform/database.ts'
import type { HistoryLine } from '#platform/lifecycle.ts'

export interface RequestMessage {
  readonly id: string
  readonly kind: 'message' | 'completion' | 'note'
  readonly side: 'citizen' | 'commune'
  /** Null for a system, which its key names, and for what came by SMS. */
  readonly authorId: string | null
  readonly keyId: string | null
  readonly body: string
  readonly writtenAt: Date
}

/** The oldest first. Row-level security keeps the notes of the town hall from the citizen. */
export function listMessages(db: Db, requestId: string): Promise<RequestMessage[]> {
  return db
    .selectFrom('services.requestMessage')
    .select(['id', 'kind', 'side', 'authorId', 'keyId', 'body', 'writtenAt'])
    .where('requestId', '=', requestId)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute() as Promise<RequestMessage[]>
}

export interface RequestHistoryLine extends HistoryLine {
  /** Of the system that took the step. */
  readonly keyId: string | null
}

export function listRequestHistory(db: Db, requestId: string): Promise<RequestHistoryLine[]> {
  return db
    .selectFrom('services.requestEvent')
    .select(['step', 'toStatus', 'reason', 'actorId', 'organisationId', 'occurredAt', 'keyId'])
    .where('requestId', '=', requestId)
    .orderBy('occurredAt')
    .orderBy('id')
    .execute()
}
