/** The words of the catalogue, kept to lead a misspelt search to the nearest of them. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { publishedSolutions } from './entry-columns.ts'

/** Empty words (« avec », « pour ») are left out; a word keeps the spelling under which it was first met. */
export async function learnWords(
  db: Db,
  isChosen: RawBuilder<boolean>,
  fromScratch: boolean,
): Promise<void> {
  if (fromScratch) await sql`delete from directory.catalogue_word`.execute(db)
  await sql`
    insert into directory.catalogue_word (word, written)
    select platform.fold(lexeme), max(lexeme)
    from ${publishedSolutions},
      unnest(to_tsvector('simple', concat_ws(' ', published.name, summary, startup_name, labels, problem))) as met
    where ${isChosen} and platform.fold(lexeme) ~ '^[a-z]{4,30}$'
      and length(to_tsvector('platform.fr', lexeme)) > 0
    group by 1 order by 1
    on conflict (word) do nothing`.execute(db)
}
