/** The whole country at once: figures by commune. Only what is public is read. */
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

/**
 * Of these communes, or of all where none are given. With a provider or a technology only the sites that have it count, and they are
 * summed anew; without, the sums are read as `writeSummaries` left them.
 */
export async function summariseCommunes(
  db: Db,
  { provider, technology }: Pick<NationalFilter, 'provider' | 'technology'>,
  communeIds?: readonly string[],
): Promise<CommuneSummary[]> {
  const isAmong = communeIds ? sql`commune_id = any(${[...communeIds]}::uuid[])` : sql`true`
  const isNarrowed = provider !== '' || technology !== ''
  const { rows } = await (isNarrowed
    ? sumSites(sql`${isAmong}
        and (${provider} = '' or providers @> array[${provider}]::text[])
        and (${technology} = '' or technologies @> array[${technology}]::text[])`)
    : readSummaries(isAmong)
  ).execute(db)
  return rows
}

function sumSites(condition: RawBuilder<unknown>): RawBuilder<CommuneSummary> {
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
    from planning.site_state where ${condition}
    group by commune_id`
}

function readSummaries(condition: RawBuilder<unknown>): RawBuilder<CommuneSummary> {
  return sql<CommuneSummary>`
    select commune_id as "communeId", sites, halls, halls_connected as "hallsConnected",
      halls_measured as "hallsMeasured", halls_met as "hallsMet", connected, met, unmet, unknown,
      hall_kbps as "hallKbps", set_up_cost as "setUpCost", yearly_cost as "yearlyCost", computed_at as "computedAt"
    from planning.commune_state where ${condition}`
}

/** In the transaction that wrote the states of these communes' sites. */
export async function writeSummaries(db: Db, communeIds: readonly string[]): Promise<void> {
  const isAmong = sql`commune_id = any(${[...communeIds]}::uuid[])`
  await sql`delete from planning.commune_state where ${isAmong}`.execute(db)
  await sql`insert into planning.commune_state (commune_id, sites, halls, halls_connected, halls_measured, halls_met,
      connected, met, unmet, unknown, hall_kbps, set_up_cost, yearly_cost, computed_at)
    ${sumSites(isAmong)}`.execute(db)
}
