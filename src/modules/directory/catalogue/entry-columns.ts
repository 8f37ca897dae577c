/** Where each column of a catalogue entry comes from. */
import { type RawBuilder, sql } from 'kysely'

/** Verified solutions of verified startups, with the words of their domains and services. */
export const publishedSolutions = sql`(
  select solution.*, solution.id as solution_id, startup.name as startup_name, startup.slug as startup_slug,
    startup.commune_id as startup_commune_id, startup.label_number, startup.label_expires_on,
    coalesce((select string_agg(label, ' ') from (
      select label from directory.domain where code = any(solution.domains)
      union all select label from directory.municipal_service where code = any(solution.services)) named), '') as labels
  from directory.solution solution
  join directory.startup startup on startup.id = solution.startup_id
  where solution.status = 'verified' and startup.status = 'verified') published`

/** Copied as they are. */
const copied = [
  'solution_id',
  'startup_id',
  'slug',
  'name',
  'summary',
  'startup_name',
  'startup_slug',
  'startup_commune_id',
  'label_expires_on',
  'domains',
  'services',
  'languages',
  'categories',
  'maturity',
  'min_connectivity',
  'works_offline',
  'min_workstations',
  'min_it_staff',
  'hosting',
  'licence',
  'handles_personal_data',
  'apdp_status',
  'population_min',
  'population_max',
  'price_setup',
  'price_yearly',
  'price_per_inhabitant',
  'price_per_user',
]

/** The name weighs most, then what the solution is about, then what it says at length. */
const document = sql`setweight(to_tsvector('platform.fr', published.name), 'A')
  || setweight(to_tsvector('platform.fr', concat_ws(' ', summary, startup_name, labels)), 'B')
  || setweight(to_tsvector('platform.fr', concat_ws(' ', problem, description)), 'C')`

export const entryColumns: Readonly<Record<string, RawBuilder<unknown>>> = {
  ...Object.fromEntries(copied.map((name) => [name, sql`published.${sql.ref(name)}`])),
  has_label: sql`label_number is not null`,
  confirmed_uses: sql`uses.confirmed`,
  confirmed_communes: sql`coalesce(uses.communes, '{}')`,
  claimed_uses: sql`uses.claimed`,
  rating_count: sql`ratings.count`,
  rating_average: sql`ratings.average`,
  published_at: sql`coalesce(verified_at, created_at)`,
  document,
}
