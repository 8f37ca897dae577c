/** How many solutions each choice of each facet would leave, and how many there are: one pass over what was found. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { CatalogueSearch, FacetName } from './catalogue-query.rules.ts'
import { type Asset, assets, listConditions, matchWords } from './facet.conditions.ts'
import { type CountedGroup, countChoices, type FacetCounts } from './facet-counts.rules.ts'

/** Few groups to hash are what makes this fast: facets of one value share a set, lists have one each. */
type Line = Readonly<Record<Exclude<FacetName, 'atout'>, string | string[] | null>> &
  Readonly<Record<Asset, boolean | null>> & {
    readonly missed: FacetName | ''
    readonly count: number
  }

/** Solutions that meet the chosen facets, or all of them but one, `missed`; those that miss two count nowhere. */
export async function countFacets(
  db: Db,
  search: CatalogueSearch,
  query: string,
): Promise<FacetCounts> {
  const { rows } = await sql<Line>`
    select missed, domains as domaine, min_connectivity as connexion, cost as cout, hosting as hebergement,
      licence, languages as langue, offline as "hors-ligne", confirmed as confirmee, labelled as label, count(*)::int as count
    from (
      select domains, min_connectivity, cost, hosting, licence, languages, ${assets['hors-ligne']} as offline,
        ${assets.confirmee} as confirmed, ${assets.label} as labelled, ${nameMissed(search)} as missed
      from directory.catalogue_entry where ${matchWords(query)} and ${missesAtMostOne(search)}) found
    group by missed, grouping sets ((domains), (languages), (min_connectivity, cost, hosting, licence), (offline, confirmed, labelled))`.execute(
    db,
  )
  return countChoices(rows.flatMap(toGroups))
}

function nameMissed(search: CatalogueSearch): RawBuilder<string> {
  const names = listConditions(search).map(({ name, is }) => sql`when not ${is} then ${name}`)
  return names.length === 0
    ? sql<string>`''::text`
    : sql<string>`case ${sql.join(names, sql` `)} else '' end`
}

function missesAtMostOne(search: CatalogueSearch): RawBuilder<boolean> {
  const misses = listConditions(search).map(({ is }) => sql`(not ${is})::int`)
  return misses.length < 2 ? sql<boolean>`true` : sql<boolean>`${sql.join(misses, sql` + `)} <= 1`
}

/** A line says something only in the columns that it groups by. */
function toGroups(line: Line): CountedGroup[] {
  const { missed, count } = line
  const told = { missed: missed || null, count }
  if (line['hors-ligne'] !== null) {
    const values = Object.keys(assets).filter((asset) => line[asset as Asset])
    return [
      { ...told, respect: 'atout', values },
      { ...told, respect: 'total', values: [''] },
    ]
  }
  return singles.flatMap((respect) => {
    const values = line[respect]
    return values === null ? [] : [{ ...told, respect, values: [values].flat() }]
  })
}

const singles = ['domaine', 'connexion', 'cout', 'hebergement', 'licence', 'langue'] as const
