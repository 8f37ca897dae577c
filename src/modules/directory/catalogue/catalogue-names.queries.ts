/** The names that a need should not name: those of the catalogue's solutions and startups. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

/** Those that may stand in a text: their first word does. */
export async function listNamesPerhapsIn(db: Db, text: string): Promise<string[]> {
  const words = sql`array(
    select met[1] from regexp_matches(directory.fold_words(${text}), '[[:alnum:]]+', 'g') as met)`
  const { rows } = await sql<{ name: string }>`
    select name from directory.catalogue_entry where directory.first_word(name) = any(${words})
    union
    select startup_name from directory.catalogue_entry where directory.first_word(startup_name) = any(${words})
    order by name`.execute(db)
  return rows.map(({ name }) => name)
}
