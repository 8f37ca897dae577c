/** Short readable references such as BES-2026-0042: counted per prefix and year, without gaps. */
import type { Db } from './database.ts'

export async function createReference(db: Db, prefix: string, year: number): Promise<string> {
  const { lastNumber } = await db
    .insertInto('platform.referenceCounter')
    .values({ prefix, year, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict.columns(['prefix', 'year']).doUpdateSet((row) => ({
        lastNumber: row('platform.referenceCounter.lastNumber', '+', 1),
      })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return `${prefix}-${year}-${String(lastNumber).padStart(4, '0')}`
}
