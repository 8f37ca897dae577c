/** How many solutions each choice of each facet would leave, and how many there are: one pass over what was found. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { CatalogueSearch, FacetName } from './catalogue-query.rules.ts'
import { assets, listConditions, matchWords } from './facet.conditions.ts'
import { type CountedGroup, countChoices, type FacetCounts } from './facet-counts.rules.ts'

/**
 * Solutions that meet the chosen facets, or all of them but one, `missed`; those that miss two count nowhere.
 * They are read once and hashed into few sets (facets of one value share one), which are then told value by value.
 */
export async function countFacets(
  db: Db,
  search: CatalogueSearch,
  query: string,
): Promise<FacetCounts> {
  const { rows } = await sql<CountedGroup>`
    with alike as materialized (
      select missed, domains, languages, min_connectivity, cost, hosting, licence, offline, confirmed, labelled, count(*) as count
      from (
        select domains, min_connectivity, cost, hosting, licence, languages, ${assets['hors-ligne']} as offline,
          ${assets.confirmee} as confirmed, ${assets.label} as labelled, ${nameMissed(search)} as missed
        from directory.catalogue_entry where ${matchWords(query)} and ${missesAtMostOne(search)}) found
      group by missed, grouping sets ((domains), (languages), (min_connectivity, cost, hosting, licence), (offline, confirmed, labelled)))
    select missed, 'total' as respect, '' as value, sum(count)::int as count from alike where offline is not null group by 1
    ${tell('domaine', sql`value`, sql`alike, unnest(domains) as value`)}
    ${tell('langue', sql`value`, sql`alike, unnest(languages) as value`)}
    ${tell('connexion', sql`min_connectivity`)}
    ${tell('cout', sql`cost`)}
    ${tell('hebergement', sql`hosting`)}
    ${tell('licence', sql`licence`)}
    ${tell('atout', sql`value`, sql`alike, lateral (values ('hors-ligne', offline), ('confirmee', confirmed), ('label', labelled)) as asset(value, has)`, sql`has`)}`.execute(
    db,
  )
  return countChoices(rows)
}

function tell(
  respect: FacetName,
  value: RawBuilder<unknown>,
  source: RawBuilder<unknown> = sql`alike`,
  condition: RawBuilder<unknown> = sql`${value} is not null`,
): RawBuilder<unknown> {
  return sql`union all select missed, ${sql.lit(respect)}, ${value}, sum(count)::int from ${source} where ${condition} group by 1, 3`
}

function nameMissed(search: CatalogueSearch): RawBuilder<string> {
  const names = listConditions(search).map(({ name, is }) => sql`when not ${is} then ${name}`)
  return names.length === 0
    ? sql<string>`null::text`
    : sql<string>`case ${sql.join(names, sql` `)} end`
}

function missesAtMostOne(search: CatalogueSearch): RawBuilder<boolean> {
  const misses = listConditions(search).map(({ is }) => sql`(not ${is})::int`)
  return misses.length < 2 ? sql<boolean>`true` : sql<boolean>`${sql.join(misses, sql` + `)} <= 1`
}
