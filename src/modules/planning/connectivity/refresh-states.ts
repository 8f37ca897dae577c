/** Writes again what everybody reads of a commune's connectivity, in the transaction of whatever changed it, and every night. */

import { sql } from 'kysely'
import { listCommunePlaces, listUsedSolutions } from '#modules/directory/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { toDay } from '#platform/format.ts'
import type { Platform } from '#platform/web.ts'
import { loadAssumptions } from './assumption.queries.ts'
import { writeSummaries } from './national.queries.ts'
import { askForCoverage, refreshCoverage } from './provider-coverage.ts'
import { describeLink, describeSite, type Sources } from './state.facts.ts'
import {
  listActiveLinks,
  listOpenSites,
  listRecentOutages,
  listSpeeds,
  stateDays,
} from './state-sources.queries.ts'

const batchSize = 200

/** One commune at a time gets here: whoever comes second reads what the first wrote. */
export async function refreshStates(
  db: Db,
  communeIds: readonly string[],
  now: Date,
): Promise<void> {
  if (communeIds.length === 0) return
  for (const communeId of [...communeIds].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`connectivity ${communeId}`}, 0))`.execute(
      db,
    )
  const sources = await loadSources(db, communeIds, now)
  await writeSites(
    db,
    communeIds,
    sources.sites.map((site) => describeSite(site, sources, now)),
  )
  await writeSummaries(db, communeIds)
  await writeLinks(
    db,
    communeIds,
    sources.links.map((link) => describeLink(link, sources, now)),
  )
  await askForCoverage(db)
}

async function loadSources(db: Db, communeIds: readonly string[], now: Date): Promise<Sources> {
  const day = toDay(now)
  const sites = await listOpenSites(db, communeIds, day)
  const open = new Set(sites.map(({ id }) => id))
  const links = await listActiveLinks(db, communeIds, day)
  return {
    sites,
    links: links.filter(({ siteId }) => open.has(siteId)),
    speeds: await listSpeeds(db, communeIds, now),
    outages: await listRecentOutages(db, communeIds, addDays(now, -stateDays)),
    solutions: await listUsedSolutions(db, communeIds),
    assumptions: await loadAssumptions(db, day),
  }
}

async function writeSites(
  db: Db,
  communeIds: readonly string[],
  rows: readonly ReturnType<typeof describeSite>[],
): Promise<void> {
  await db
    .deleteFrom('planning.siteState')
    .where('communeId', 'in', [...communeIds])
    .execute()
  if (rows.length > 0)
    await db
      .insertInto('planning.siteState')
      .values([...rows])
      .execute()
}

async function writeLinks(
  db: Db,
  communeIds: readonly string[],
  rows: readonly ReturnType<typeof describeLink>[],
): Promise<void> {
  await db
    .deleteFrom('planning.linkState')
    .where('communeId', 'in', [...communeIds])
    .execute()
  if (rows.length > 0)
    await db
      .insertInto('planning.linkState')
      .values([...rows])
      .execute()
}

/** Every commune, some at a time: what is written meanwhile waits for a few of them only. */
export async function refreshAllStates({ db }: Pick<Platform, 'db'>, now: Date): Promise<void> {
  for (const communeIds of await listBatches(db))
    await writeAs(db, system, (transaction) => refreshStates(transaction, communeIds, now))
}

/** In the one transaction that fills an empty database. */
export async function refreshConnectivity(db: Db, now: Date): Promise<void> {
  for (const communeIds of await listBatches(db)) await refreshStates(db, communeIds, now)
  await refreshCoverage(db, now)
}

async function listBatches(db: Db): Promise<string[][]> {
  const ids = (await listCommunePlaces(db)).map(({ id }) => id)
  const count = Math.ceil(ids.length / batchSize)
  return Array.from({ length: count }, (_, index) =>
    ids.slice(index * batchSize, (index + 1) * batchSize),
  )
}
