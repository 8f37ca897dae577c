/** What somebody who searches means: their words as they are, begun, misspelt, or too many to be found together. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { splitWords } from './catalogue-query.rules.ts'

export type Reading = 'exact' | 'begun' | 'corrected' | 'some'

export interface Understanding {
  readonly reading: Reading
  /** The words that are searched in the end, for people to read. */
  readonly words: string
  /** The same as a tsquery in text; empty when everything is wanted. */
  readonly query: string
}

/** The first reading that finds something; the words as they are when none does. */
export async function understandWords(db: Db, words: string): Promise<Understanding> {
  const typed = splitWords(words)
  const exact = await readExactly(db, words)
  if (words === '' || typed.length === 0 || exact.isFound)
    return { reading: 'exact', words, query: exact.query }
  const corrected = await correctWords(db, typed)
  const other = await findReading(db, typed, corrected)
  return other ?? { reading: 'exact', words, query: exact.query }
}

async function readExactly(db: Db, words: string) {
  const { rows } = await sql<{ query: string; isFound: boolean }>`
    select query::text as query, exists (select from directory.catalogue_entry where document @@ query) as "isFound"
    from websearch_to_tsquery('platform.fr', ${words}) as query`.execute(db)
  return rows[0] ?? { query: '', isFound: false }
}

/** Each word that no solution contains becomes the nearest one that the catalogue writes: one slip in a short word, two in a longer one. */
async function correctWords(db: Db, typed: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select coalesce(nearest.written, typed.word) as word
    from unnest(${[...typed]}::text[]) with ordinality as typed(word, position)
    left join lateral (
      select written from directory.catalogue_word known, lateral (
        select levenshtein_less_equal(known.word, platform.fold(typed.word), 2) as slips) apart
      where not exists (select from directory.catalogue_entry where document @@ plainto_tsquery('platform.fr', typed.word))
        and length(typed.word) >= 4 and slips <= case when length(typed.word) < 6 then 1 else 2 end
      order by slips, similarity(known.word, platform.fold(typed.word)) desc, known.word
      limit 1) nearest on true
    order by position`.execute(db)
  return rows.map(({ word }) => word)
}

async function findReading(
  db: Db,
  typed: readonly string[],
  corrected: readonly string[],
): Promise<Understanding | undefined> {
  const begun = typed.map((word) => `${word}:*`).join(' & ')
  const { rows } = await sql<{ reading: Reading; query: string }>`
    select reading, query::text as query
    from (values (1, 'begun', to_tsquery('platform.fr', ${begun})),
      (2, 'corrected', to_tsquery('platform.fr', ${corrected.join(' & ')})),
      (3, 'some', to_tsquery('platform.fr', ${corrected.join(' | ')}))) as readings(rank, reading, query)
    where exists (select from directory.catalogue_entry where document @@ query)
    order by rank limit 1`.execute(db)
  const [found] = rows
  return found && { ...found, words: (found.reading === 'begun' ? typed : corrected).join(' ') }
}
