/** What keeps the platform whole: each backup and each verification of the journal leaves a line. */
import { system } from '../actor.ts'
import { type Db, writeAs } from '../database.ts'
import { createId } from '../id.ts'

export type OperationKind = 'backup' | 'auditVerification'

export interface Operation {
  readonly kind: OperationKind
  readonly startedAt: Date
  readonly finishedAt: Date
  /** False when something was missing, or broken. */
  readonly isWhole: boolean
  readonly counts: Readonly<Record<string, number>>
}

export function recordOperation(db: Db, operation: Operation): Promise<void> {
  return writeAs(db, system, async (transaction) => {
    const { counts, finishedAt, ...rest } = operation
    await transaction
      .insertInto('platform.operation')
      .values({
        ...{ ...rest, finishedAt, id: createId(finishedAt.getTime()) },
        counts: JSON.stringify(counts),
      })
      .execute()
  })
}

/** The last of each kind. */
export async function listLatestOperations(db: Db): Promise<Map<OperationKind, Operation>> {
  const rows = await db
    .selectFrom('platform.operation')
    .distinctOn('kind')
    .selectAll()
    .orderBy('kind')
    .orderBy('finishedAt', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.kind as OperationKind, row as unknown as Operation]))
}
