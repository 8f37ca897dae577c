/** How many solutions each choice of each facet would leave, and how many there are: one statement. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { CatalogueSearch, FacetName } from './catalogue-query.rules.ts'
import { accumulate } from './catalogue-query.rules.ts'
import {
  assets,
  connectivityLevels,
  costBracket,
  matchFacets,
  matchWords,
} from './facet.conditions.ts'

export interface FacetCounts {
  readonly total: number
  readonly of: Readonly<Record<FacetName, ReadonlyMap<string, number>>>
}

/** Each facet counts what the other facets leave, so that its own values can still be widened. */
export async function countFacets(
  db: Db,
  search: CatalogueSearch,
  query: string,
): Promise<FacetCounts> {
  const { rows } = await sql<{ facet: FacetName | 'total'; value: string; count: number }>`
    with found as materialized (
      select domains, min_connectivity, hosting, licence, languages, works_offline, confirmed_uses, has_label,
        label_expires_on, price_setup, price_yearly, price_per_inhabitant, price_per_user
      from directory.catalogue_entry where ${matchWords(query)})
    select 'total' as facet, '' as value, count(*)::int as count from found where ${matchFacets(search)}
    ${countEach(search, 'domaine', sql`value`, sql`, unnest(domains) as value`)}
    ${countEach(search, 'connexion', sql`min_connectivity`)}
    ${countEach(search, 'cout', costBracket)}
    ${countEach(search, 'hebergement', sql`hosting`)}
    ${countEach(search, 'licence', sql`licence`)}
    ${countEach(search, 'langue', sql`value`, sql`, unnest(languages) as value`)}
    ${countAssets(search)}`.execute(db)
  return toCounts(rows)
}

function countEach(
  search: CatalogueSearch,
  name: FacetName,
  value: RawBuilder<unknown>,
  beside: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`union all select ${name}, ${value}, count(*)::int from found ${beside}
    where ${matchFacets(search, name)} group by 2`
}

/** Assets add up: each is counted among what all the choices leave, its own facet included. */
function countAssets(search: CatalogueSearch): RawBuilder<unknown> {
  const values = Object.entries(assets).map(([name, has]) => sql`(${name}, ${has})`)
  return sql`union all select 'atout', asset.name, count(*)::int
    from found, lateral (values ${sql.join(values)}) as asset(name, has)
    where asset.has and ${matchFacets(search)} group by 2`
}

function toCounts(
  rows: readonly { facet: FacetName | 'total'; value: string; count: number }[],
): FacetCounts {
  const of = (name: string) =>
    new Map(rows.flatMap(({ facet, value, count }) => (facet === name ? [[value, count]] : [])))
  return {
    total: of('total').get('') ?? 0,
    of: {
      domaine: of('domaine'),
      connexion: accumulate(connectivityLevels, of('connexion')),
      cout: of('cout'),
      atout: of('atout'),
      hebergement: of('hebergement'),
      licence: of('licence'),
      langue: of('langue'),
    },
  }
}
