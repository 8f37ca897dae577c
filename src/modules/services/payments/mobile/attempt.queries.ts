/** Attempts to pay by mobile money, and where each stands. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Attempt } from './attempt.lifecycle.ts'
import type { Notice } from './gateway.types.ts'

export async function getAttempt(db: Db, id: string): Promise<Attempt> {
  return orNotFound(await findAttemptBy(db, 'id', id))
}

export function findAttemptOfPayment(db: Db, paymentId: string): Promise<Attempt | undefined> {
  return findAttemptBy(db, 'paymentId', paymentId)
}

async function findAttemptBy(db: Db, column: 'id' | 'paymentId', value: string) {
  const row = await db
    .selectFrom('services.paymentAttempt')
    .selectAll()
    .where(column, '=', value)
    .executeTakeFirst()
  return row as unknown as Attempt | undefined
}

/** Which attempt a notice is about: the one that bears its reference, or else the one it names. */
export async function findNoticed(
  db: Db,
  gateway: string,
  { reference, attemptId }: Pick<Notice, 'reference' | 'attemptId'>,
): Promise<Attempt | undefined> {
  if (reference === null) return
  const row = await db
    .selectFrom('services.paymentAttempt')
    .selectAll()
    .where('gateway', '=', gateway)
    .where((found) =>
      found.or([
        found('gatewayReference', '=', reference),
        ...(attemptId ? [found(sql<string>`id::text`, '=', attemptId)] : []),
      ]),
    )
    .orderBy((found) => found('gatewayReference', 'is not distinct from', reference), 'desc')
    .executeTakeFirst()
  return row as unknown as Attempt | undefined
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
