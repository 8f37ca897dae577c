/** The providers that links may name: a list the association keeps. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'

export type Provider = Selectable<Tables['planning.provider']>

/** By name, « Autre fournisseur » last. */
export function listProviders(db: Db): Promise<Provider[]> {
  return db
    .selectFrom('planning.provider')
    .selectAll()
    .orderBy(sql`code = 'other'`)
    .orderBy(sql`platform.fold(name)`)
    .execute()
}
