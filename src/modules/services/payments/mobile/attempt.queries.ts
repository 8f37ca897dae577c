/** Attempts to pay by mobile money, and where each stands. */
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { PaidLine } from '../payment.queries.ts'

export type AttemptStatus = 'pending' | 'paid' | 'failed' | 'duplicate'

export type Attempt = Omit<Selectable<Tables['services.paymentAttempt']>, 'lines' | 'status'> & {
  readonly lines: readonly PaidLine[]
  readonly status: AttemptStatus
}

export async function getAttempt(db: Db, id: string): Promise<Attempt> {
  const row = await db
    .selectFrom('services.paymentAttempt')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return orNotFound(row as unknown as Attempt | undefined)
}

/** The reconciliation report: what was begun, what the gateway said, what came of it. */
export async function listAttempts(
  db: Db,
  communeId: string,
  after: PublishedCursor | null,
  limit: number,
): Promise<Attempt[]> {
  let attempts = db
    .selectFrom('services.paymentAttempt')
    .selectAll()
    .where('communeId', '=', communeId)
  if (after)
    attempts = attempts.where(
      sql<boolean>`(started_at, id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`,
    )
  const rows = await attempts
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows as unknown as Attempt[]
}
