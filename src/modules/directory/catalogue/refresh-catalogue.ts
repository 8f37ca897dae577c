/** Keeps the public catalogue true: called in the transaction of whatever changes what it shows. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { entryColumns, publishedSolutions } from './entry-columns.ts'
import { learnWords } from './learn-words.ts'

export type CatalogueScope =
  | 'all'
  | { readonly solutionIds: readonly string[] }
  | { readonly startupId: string }

/** Rewrites the entries in scope from verified solutions of verified startups, and removes those that no longer are. */
export async function refreshCatalogue(db: Db, scope: CatalogueScope): Promise<void> {
  await waitForOthers(db, scope)
  const solutions = chooseSolutions(scope)
  await removeEntries(db, solutions)
  await writeEntries(db, solutions)
  await learnWords(db, solutions, scope === 'all')
}

/** The rows in scope, of any table that names its solution `solution_id` and its startup `startup_id`. */
function chooseSolutions(scope: CatalogueScope): RawBuilder<boolean> {
  if (scope === 'all') return sql<boolean>`true`
  if ('startupId' in scope) return sql<boolean>`startup_id = ${scope.startupId}`
  return sql<boolean>`solution_id = any(${[...scope.solutionIds]}::uuid[])`
}

/** Two changes of one startup's solutions take turns: else the later could write what it read before the earlier. */
async function waitForOthers(db: Db, scope: CatalogueScope): Promise<void> {
  if (scope === 'all') {
    await sql`lock table directory.catalogue_entry in share row exclusive mode`.execute(db)
    return
  }
  const startups =
    'startupId' in scope
      ? sql`select ${scope.startupId}::uuid as id`
      : sql`select distinct startup_id as id from directory.solution where id = any(${[...scope.solutionIds]}::uuid[]) order by 1`
  await sql`select pg_advisory_xact_lock(hashtextextended('catalogue ' || startup.id, 0)) from (${startups}) startup`.execute(
    db,
  )
}

async function removeEntries(db: Db, isChosen: RawBuilder<boolean>): Promise<void> {
  await sql`delete from directory.catalogue_entry entry where ${isChosen}
    and not exists (select from ${publishedSolutions} where published.solution_id = entry.solution_id)`.execute(
    db,
  )
}

async function writeEntries(db: Db, isChosen: RawBuilder<boolean>): Promise<void> {
  const names = Object.keys(entryColumns).map((name) => sql.ref(name))
  const values = Object.values(entryColumns)
  const updates = names.map((name) => sql`${name} = excluded.${name}`)
  await sql`
    insert into directory.catalogue_entry (${sql.join(names)})
    select ${sql.join(values)}
    from ${publishedSolutions}
    left join lateral (
      select count(*) filter (where status = 'confirmed')::int as confirmed,
        array_agg(commune_id) filter (where status = 'confirmed') as communes,
        count(*) filter (where status = 'claimed')::int as claimed
      from directory.deployment where deployment.solution_id = published.solution_id) uses on true
    left join lateral (
      select count(*)::int as count, round(avg(stars), 2) as average
      from directory.rating where rating.solution_id = published.solution_id and hidden_at is null) ratings on true
    where ${isChosen}
    on conflict (solution_id) do update set ${sql.join(updates)}`.execute(db)
}
