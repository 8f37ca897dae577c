/** Keeps the public catalogue true: called in the transaction of whatever changes what it shows. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'

export type CatalogueScope =
  | 'all'
  | { readonly solutionIds: readonly string[] }
  | { readonly startupId: string }

/** Rewrites the entries in scope from verified solutions of verified startups, and removes those that no longer are. */
export async function refreshCatalogue(db: Db, scope: CatalogueScope): Promise<void> {
  await removeEntries(db, scope)
  await insertEntries(db, scope)
}

function inScope(scope: CatalogueScope, table: RawBuilder<unknown>): RawBuilder<unknown> {
  if (scope === 'all') return sql`true`
  if ('startupId' in scope) return sql`${table}.startup_id = ${scope.startupId}`
  const column = sql`any(${[...scope.solutionIds]}::uuid[])`
  return table === entry ? sql`entry.solution_id = ${column}` : sql`solution.id = ${column}`
}

const entry = sql`entry`
const solution = sql`solution`

async function removeEntries(db: Db, scope: CatalogueScope): Promise<void> {
  await sql`delete from directory.catalogue_entry entry where ${inScope(scope, entry)}`.execute(db)
}

async function insertEntries(db: Db, scope: CatalogueScope): Promise<void> {
  await sql`
    insert into directory.catalogue_entry (
      solution_id, startup_id, slug, name, summary, startup_name, startup_slug, startup_commune_id, has_label, label_expires_on,
      domains, services, languages, categories, maturity, min_connectivity, works_offline, min_workstations, min_it_staff,
      hosting, licence, handles_personal_data, apdp_status, population_min, population_max,
      price_setup, price_yearly, price_per_inhabitant, price_per_user,
      confirmed_uses, confirmed_communes, claimed_uses, rating_count, rating_average, published_at, document, words)
    select solution.id, startup.id, solution.slug, solution.name, solution.summary, startup.name, startup.slug, startup.commune_id,
      startup.label_number is not null, startup.label_expires_on,
      solution.domains, solution.services, solution.languages, solution.categories, solution.maturity, solution.min_connectivity,
      solution.works_offline, solution.min_workstations, solution.min_it_staff, solution.hosting, solution.licence,
      solution.handles_personal_data, solution.apdp_status, solution.population_min, solution.population_max,
      solution.price_setup, solution.price_yearly, solution.price_per_inhabitant, solution.price_per_user,
      coalesce(uses.confirmed, 0), coalesce(uses.communes, '{}'), coalesce(uses.claimed, 0),
      coalesce(ratings.count, 0), ratings.average, coalesce(solution.verified_at, solution.created_at),
      setweight(to_tsvector('platform.fr', solution.name), 'A')
        || setweight(to_tsvector('platform.fr', solution.summary || ' ' || startup.name || ' ' || coalesce(labels.text, '')), 'B')
        || setweight(to_tsvector('platform.fr', solution.problem || ' ' || solution.description), 'C'),
      platform.fold(solution.name || ' ' || startup.name || ' ' || solution.summary || ' ' || coalesce(labels.text, ''))
    from directory.solution solution
    join directory.startup startup on startup.id = solution.startup_id and startup.status = 'verified'
    left join lateral (
      select count(*) filter (where status = 'confirmed')::int as confirmed,
        array_agg(commune_id) filter (where status = 'confirmed') as communes,
        count(*) filter (where status = 'claimed')::int as claimed
      from directory.deployment where solution_id = solution.id) uses on true
    left join lateral (
      select count(*)::int as count, round(avg(stars), 2) as average
      from directory.rating where solution_id = solution.id and hidden_at is null) ratings on true
    left join lateral (
      select string_agg(label, ' ') as text from (
        select label from directory.domain where code = any(solution.domains)
        union all select label from directory.municipal_service where code = any(solution.services)) named) labels on true
    where solution.status = 'verified' and ${inScope(scope, solution)}`.execute(db)
}
