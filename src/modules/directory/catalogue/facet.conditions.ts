/** What each choice of a facet means in SQL. Values of one facet widen it; facets narrow each other. */
import { type RawBuilder, sql } from 'kysely'
import { codesOf, connectivityLabels } from '../labels.ts'
import type { CatalogueSearch, FacetName } from './catalogue-query.rules.ts'

export type Condition = RawBuilder<boolean>

/** From the least to the most demanding. */
export const connectivityLevels = codesOf(connectivityLabels)

/** Prices are compared for one commune of this size with one user, as the comparison of solutions does. */
export const comparedPopulation = 100_000

/** What a solution has or has not. */
export const assets: Readonly<Record<string, Condition>> = {
  'hors-ligne': sql<boolean>`works_offline`,
  confirmee: sql<boolean>`confirmed_uses > 0`,
  label: sql<boolean>`(has_label and label_expires_on >= (now() at time zone 'Africa/Porto-Novo')::date)`,
}

const yearly = sql`(coalesce(price_yearly, 0) + coalesce(price_per_inhabitant, 0) * ${sql.lit(comparedPopulation)} + coalesce(price_per_user, 0))`

/** The bracket of a yearly price, in FCFA; « devis » when no price at all is given. */
export const costBracket = sql<string>`case
  when coalesce(price_setup, price_yearly, price_per_inhabitant, price_per_user) is null then 'devis'
  when ${yearly} = 0 then 'zero'
  when ${yearly} <= 500000 then 'petit'
  when ${yearly} <= 2000000 then 'moyen'
  else 'grand' end`

const conditions: Record<FacetName, (values: readonly string[]) => Condition> = {
  domaine: (values) => sql<boolean>`domains && ${[...values]}::text[]`,
  connexion: (values) => sql<boolean>`min_connectivity = any(${listWithin(values)}::text[])`,
  cout: (values) => sql<boolean>`${costBracket} = any(${[...values]}::text[])`,
  hebergement: (values) => sql<boolean>`hosting = any(${[...values]}::text[])`,
  licence: (values) => sql<boolean>`licence = any(${[...values]}::text[])`,
  langue: (values) => sql<boolean>`languages && ${[...values]}::text[]`,
  atout: (values) => joinAll(values.flatMap((value) => assets[value] ?? [])),
}

/** Everything that runs on the connection one has; all of it when none of the values names one. */
function listWithin(values: readonly string[]): string[] {
  const most = connectivityLevels.findLastIndex((level) => values.includes(level))
  return most < 0 ? connectivityLevels : connectivityLevels.slice(0, most + 1)
}

/** What the chosen facets leave, one of them set aside when its own values are counted. */
export function matchFacets({ chosen }: CatalogueSearch, except?: FacetName): Condition {
  const names = Object.keys(chosen) as FacetName[]
  const wanted = names.filter((name) => name !== except && chosen[name].length > 0)
  return joinAll(wanted.map((name) => conditions[name](chosen[name])))
}

export function matchWords(query: string): Condition {
  return query === '' ? sql<boolean>`true` : sql<boolean>`document @@ ${query}::tsquery`
}

export function joinAll(all: readonly Condition[]): Condition {
  return all.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(all, sql` and `)})`
}
