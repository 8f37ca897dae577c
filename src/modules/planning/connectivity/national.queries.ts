/** The whole country at once: figures by commune, and what each provider covers. Only what is public is read. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { CommuneFigures } from './commune-level.rules.ts'

export interface NationalFilter {
  readonly department: string
  readonly provider: string
  readonly technology: string
}

export interface CommuneSummary extends CommuneFigures {
  readonly communeId: string
  /** The best of its town halls. */
  readonly hallKbps: number | null
  readonly unmet: number
  readonly unknown: number
  readonly setUpCost: number
  readonly yearlyCost: number
  readonly computedAt: Date
}

/** With a provider or a technology, only the sites that have it. */
export async function summariseCommunes(
  db: Db,
  { provider, technology }: Pick<NationalFilter, 'provider' | 'technology'>,
): Promise<CommuneSummary[]> {
  const { rows } = await selectSummaries({ provider, technology }).execute(db)
  return rows
}

/** The statement itself, for whoever measures it. */
export function selectSummaries({
  provider,
  technology,
}: Pick<NationalFilter, 'provider' | 'technology'>): RawBuilder<CommuneSummary> {
  const isHall = sql`kind = 'mairie'`
  return sql<CommuneSummary>`
    select commune_id as "communeId", count(*)::int as sites,
      count(*) filter (where ${isHall})::int as halls,
      count(*) filter (where ${isHall} and speed <> 'noLink')::int as "hallsConnected",
      count(*) filter (where ${isHall} and down_kbps is not null)::int as "hallsMeasured",
      count(*) filter (where ${isHall} and is_met)::int as "hallsMet",
      count(*) filter (where speed <> 'noLink')::int as connected,
      count(*) filter (where is_met)::int as met,
      count(*) filter (where not is_met)::int as unmet,
      count(*) filter (where is_met is null)::int as unknown,
      max(down_kbps) filter (where ${isHall}) as "hallKbps",
      sum(set_up_cost)::bigint as "setUpCost", sum(yearly_cost)::bigint as "yearlyCost",
      max(computed_at) as "computedAt"
    from planning.site_state
    where (${provider} = '' or providers @> array[${provider}]::text[])
      and (${technology} = '' or technologies @> array[${technology}]::text[])
    group by commune_id`
}

export interface ProviderCoverage {
  readonly code: string
  readonly name: string
  readonly communes: number
  readonly links: number
  readonly technologies: readonly string[]
  readonly measured: number
  readonly downKbps: number | null
  readonly upKbps: number | null
  readonly latencyMs: number | null
  readonly availability: number | null
}

/** Those that serve most communes first. Speeds are medians of the links' own medians. */
export async function listProviderCoverage(db: Db): Promise<ProviderCoverage[]> {
  const { rows } = await selectCoverage().execute(db)
  return rows
}

export function selectCoverage(): RawBuilder<ProviderCoverage> {
  const median = (column: RawBuilder<unknown>) =>
    sql`round(percentile_cont(0.5) within group (order by ${column}))::int`
  return sql<ProviderCoverage>`
    select provider.code, provider.name, count(distinct link.commune_id)::int as communes, count(*)::int as links,
      array_agg(distinct link.technology) as technologies, count(link.down_kbps)::int as measured,
      ${median(sql`link.down_kbps`)} as "downKbps", ${median(sql`link.up_kbps`)} as "upKbps",
      ${median(sql`link.latency_ms`)} as "latencyMs", round(avg(link.availability), 1)::float8 as availability
    from planning.link_state link join planning.provider provider on provider.code = link.provider_code
    group by provider.code order by communes desc, provider.name`
}
