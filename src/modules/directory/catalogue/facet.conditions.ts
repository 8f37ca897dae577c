/** What each choice of a facet means in SQL. Values of one facet widen it; facets narrow each other. */
import { type RawBuilder, sql } from 'kysely'
import type { CatalogueSearch, FacetName } from './catalogue-query.rules.ts'
import { connectivityLevels } from './facet-counts.rules.ts'

type Condition = RawBuilder<boolean>

/** What a solution has or has not. */
export const assets = {
  'hors-ligne': sql<boolean>`works_offline`,
  confirmee: sql<boolean>`(confirmed_uses > 0)`,
  label: sql<boolean>`(has_label and label_expires_on >= (now() at time zone 'Africa/Porto-Novo')::date)`,
} as const
export type Asset = keyof typeof assets

const conditions: Record<FacetName, (values: readonly string[]) => Condition> = {
  domaine: (values) => sql<boolean>`domains && ${[...values]}::text[]`,
  connexion: (values) => sql<boolean>`min_connectivity = any(${listWithin(values)}::text[])`,
  cout: (values) => sql<boolean>`cost = any(${[...values]}::text[])`,
  hebergement: (values) => sql<boolean>`hosting = any(${[...values]}::text[])`,
  licence: (values) => sql<boolean>`licence = any(${[...values]}::text[])`,
  langue: (values) => sql<boolean>`languages && ${[...values]}::text[]`,
  atout: (values) => joinAll(values.flatMap((value) => assets[value as Asset] ?? [])),
}

/** Everything that runs on the connection one has; all of it when none of the values names one. */
function listWithin(values: readonly string[]): string[] {
  const most = connectivityLevels.findLastIndex((level) => values.includes(level))
  return most < 0 ? connectivityLevels : connectivityLevels.slice(0, most + 1)
}

/** One condition for each facet in which something is chosen. */
export function listConditions({ chosen }: CatalogueSearch): { name: FacetName; is: Condition }[] {
  const names = Object.keys(conditions) as FacetName[]
  return names
    .filter((name) => chosen[name].length > 0)
    .map((name) => ({ name, is: conditions[name](chosen[name]) }))
}

export function matchFacets(search: CatalogueSearch): Condition {
  return joinAll(listConditions(search).map(({ is }) => is))
}

export function matchWords(query: string): Condition {
  return query === '' ? sql<boolean>`true` : sql<boolean>`document @@ ${query}::tsquery`
}

function joinAll(all: readonly Condition[]): Condition {
  return all.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(all, sql` and `)})`
}
