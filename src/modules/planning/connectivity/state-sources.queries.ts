/** What the states of sites and links are reckoned from, for some communes at once. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Power, SiteKind } from './site.schema.ts'

/** How far back measurements count in the median, and outages in the availability shown. */
export const stateDays = 90

export interface OpenSite {
  readonly id: string
  readonly communeId: string
  readonly name: string
  readonly kind: SiteKind
  readonly latitude: number | null
  readonly longitude: number | null
  readonly power: Power | null
  readonly powerHours: number | null
}

export async function listOpenSites(
  db: Db,
  communeIds: readonly string[],
  day: string,
): Promise<OpenSite[]> {
  const rows = await db
    .selectFrom('planning.site')
    .select(['id', 'communeId', 'name', 'kind', 'latitude', 'longitude', 'power', 'powerHours'])
    .where('communeId', 'in', [...communeIds])
    .where((row) => row.or([row('closedOn', 'is', null), row('closedOn', '>', day)]))
    .execute()
  return rows as OpenSite[]
}

export interface ActiveLink {
  readonly id: string
  readonly siteId: string
  readonly communeId: string
  readonly technology: string
  readonly providerCode: string
  readonly since: string | null
  readonly hasSharedWifi: boolean
}

/** In service on this day. */
export function listActiveLinks(
  db: Db,
  communeIds: readonly string[],
  day: string,
): Promise<ActiveLink[]> {
  return db
    .selectFrom('planning.link')
    .select(['id', 'siteId', 'communeId', 'technology', 'providerCode', 'since', 'hasSharedWifi'])
    .where('communeId', 'in', [...communeIds])
    .where((row) => row.or([row('since', 'is', null), row('since', '<=', day)]))
    .where((row) => row.or([row('until', 'is', null), row('until', '>=', day)]))
    .execute()
}

export interface Speeds {
  readonly siteId: string
  /** Null: of the whole site. */
  readonly linkId: string | null
  readonly measurements: number
  readonly measuredAt: Date
  readonly downKbps: number
  readonly upKbps: number | null
  readonly latencyMs: number | null
}

/** The medians of the last days, of each site and of each of its links that measurements name. */
export async function listSpeeds(
  db: Db,
  communeIds: readonly string[],
  now: Date,
): Promise<Speeds[]> {
  const { rows } = await sql<Speeds>`
    select site_id as "siteId", link_id as "linkId", count(*)::int as measurements, max(taken_at) as "measuredAt",
      round(percentile_cont(0.5) within group (order by down_kbps))::int as "downKbps",
      round(percentile_cont(0.5) within group (order by up_kbps))::int as "upKbps",
      round(percentile_cont(0.5) within group (order by latency_ms))::int as "latencyMs"
    from planning.measurement
    where commune_id = any(${[...communeIds]}::uuid[])
      and taken_at > ${now}::timestamptz - ${stateDays} * interval '1 day' and taken_at <= ${now}
    group by grouping sets ((site_id), (site_id, link_id))
    having grouping(link_id) = 1 or link_id is not null`.execute(db)
  return rows
}

export interface LinkOutage {
  readonly linkId: string
  readonly beganAt: Date
  readonly endedAt: Date | null
}

export function listRecentOutages(
  db: Db,
  communeIds: readonly string[],
  since: Date,
): Promise<LinkOutage[]> {
  return db
    .selectFrom('planning.outage')
    .select(['linkId', 'beganAt', 'endedAt'])
    .where('communeId', 'in', [...communeIds])
    .where((row) => row.or([row('endedAt', 'is', null), row('endedAt', '>', since)]))
    .execute()
}
