/** The letters of the State to the communes, as the association recorded them. */
import type { Db } from '#platform/database.ts'

export function listStateLetters(db: Db) {
  return db
    .selectFrom('planning.stateLetter')
    .selectAll()
    .where('withdrawnAt', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('signedOn', 'desc')
    .limit(50)
    .execute()
}

export type StateLetter = Awaited<ReturnType<typeof listStateLetters>>[number]

/** The latest of a budget year. */
export function findStateLetter(db: Db, year: number): Promise<StateLetter | undefined> {
  return db
    .selectFrom('planning.stateLetter')
    .selectAll()
    .where('year', '=', year)
    .where('withdrawnAt', 'is', null)
    .orderBy('signedOn', 'desc')
    .limit(1)
    .executeTakeFirst()
}
