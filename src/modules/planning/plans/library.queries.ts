/** Reading the library: every action with the cost in force on a day, one action, and what it cost over time. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { LibraryAction, LibraryCost } from './library.schema.ts'

export async function listLibrary(db: Db, day: string): Promise<LibraryAction[]> {
  const actions = await db
    .selectFrom('planning.libraryAction')
    .selectAll()
    .orderBy('position')
    .execute()
  const costs = await db
    .selectFrom('planning.libraryCost')
    .distinctOn('actionCode')
    .selectAll()
    .where('validFrom', '<=', day)
    .orderBy('actionCode')
    .orderBy('validFrom', 'desc')
    .orderBy('createdAt', 'desc')
    .execute()
  const costOf = new Map(costs.map((cost) => [cost.actionCode, cost]))
  return actions.map((action) => ({
    ...action,
    cost: costOf.get(action.code),
  })) as unknown as LibraryAction[]
}

export async function getLibraryAction(db: Db, code: string, day: string): Promise<LibraryAction> {
  return orNotFound((await listLibrary(db, day)).find((action) => action.code === code))
}

/** The newest first. */
export async function listCosts(db: Db, code: string): Promise<LibraryCost[]> {
  const rows = await db
    .selectFrom('planning.libraryCost')
    .selectAll()
    .where('actionCode', '=', code)
    .orderBy('validFrom', 'desc')
    .orderBy('createdAt', 'desc')
    .execute()
  return rows as unknown as LibraryCost[]
}
