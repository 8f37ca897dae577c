/** What each provider covers over the whole country: counted beforehand, since medians read every connection there is (decision 0034). */
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addJob } from '#platform/events.ts'
import type { Platform } from '#platform/web.ts'

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

/** Those that serve most communes first. */
export function listProviderCoverage(db: Db): Promise<ProviderCoverage[]> {
  return db
    .selectFrom('planning.providerCoverage as coverage')
    .innerJoin('planning.provider as provider', 'provider.code', 'coverage.providerCode')
    .select(['provider.code', 'provider.name'])
    .select(['coverage.communes', 'coverage.links', 'coverage.technologies', 'coverage.measured'])
    .select(['coverage.downKbps', 'coverage.upKbps', 'coverage.latencyMs', 'coverage.availability'])
    .orderBy('coverage.communes', 'desc')
    .orderBy('provider.name')
    .execute()
}

/** Speeds are medians of the connections' own medians. */
export async function refreshCoverage(db: Db, now: Date): Promise<void> {
  // Two at once would each insert what the other has.
  await sql`lock table planning.provider_coverage in share row exclusive mode`.execute(db)
  await sql`delete from planning.provider_coverage`.execute(db)
  const median = (column: string) =>
    sql`round(percentile_cont(0.5) within group (order by ${sql.ref(column)}))`
  await sql`insert into planning.provider_coverage (provider_code, communes, links, technologies, measured,
      down_kbps, up_kbps, latency_ms, availability, computed_at)
    select provider_code, count(distinct commune_id), count(*), array_agg(distinct technology), count(down_kbps),
      ${median('downKbps')}, ${median('upKbps')}, ${median('latencyMs')}, round(avg(availability), 1), ${now}
    from planning.link_state group by provider_code`.execute(db)
}

export const coverageTask = 'refresh-provider-coverage'

/** After a change of any connection: many changes at once are counted once. */
export const askForCoverage = (db: Db): Promise<void> =>
  addJob(db, coverageTask, {}, { key: coverageTask })

export async function refreshCoverageNightly({ db }: Platform, now: Date): Promise<void> {
  await writeAs(db, system, (own) => refreshCoverage(own, now))
}
