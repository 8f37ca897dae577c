/** Reading how communes offer their services, one by one or counted. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Level } from './level.rules.ts'
import { lastedLevels } from './level-periods.queries.ts'
import type { Offer } from './service.schema.ts'

export async function findOffer(
  db: Db,
  communeId: string,
  code: string,
): Promise<Offer | undefined> {
  const row = await selectOffers(db)
    .where('communeId', '=', communeId)
    .where('serviceCode', '=', code)
    .executeTakeFirst()
  return row as Offer | undefined
}

export async function listOffersOfCommune(db: Db, communeId: string): Promise<Offer[]> {
  return (await selectOffers(db).where('communeId', '=', communeId).execute()) as Offer[]
}

export async function listOffersOfService(db: Db, code: string): Promise<Offer[]> {
  return (await selectOffers(db).where('serviceCode', '=', code).execute()) as Offer[]
}

function selectOffers(db: Db) {
  return db.selectFrom('services.offer').selectAll()
}

export interface Cell {
  readonly communeId: string
  readonly serviceCode: string
  readonly level: Level
}

/** The cells of the matrix for some communes. */
export async function listCells(db: Db, communeIds: readonly string[]): Promise<Cell[]> {
  if (communeIds.length === 0) return []
  const rows = await db
    .selectFrom('services.offer')
    .select(['communeId', 'serviceCode', 'level'])
    .where('communeId', 'in', [...communeIds])
    .execute()
  return rows as Cell[]
}

export interface LevelCount {
  readonly serviceCode: string
  readonly level: Level
  readonly communes: number
}

export async function countLevels(db: Db): Promise<LevelCount[]> {
  const rows = await db
    .selectFrom('services.offer')
    .select(['serviceCode', 'level', sql<number>`count(*)::int`.as('communes')])
    .groupBy(['serviceCode', 'level'])
    .execute()
  return rows as LevelCount[]
}

export interface ProgressPoint {
  readonly day: string
  readonly offered: number
  readonly digital: number
}

/** How many services were offered, and could be asked for online, at the end of each of these days; of all communes or of one. */
export async function listProgress(
  db: Db,
  days: readonly string[],
  communeId: string | null,
): Promise<ProgressPoint[]> {
  const { rows } = await sql<ProgressPoint>`
    with lasted as (
      select * from (${lastedLevels}) every
      where ${communeId}::uuid is null or commune_id = ${communeId}::uuid
    )
    select day::text, count(to_level) filter (where to_level <> 'notOffered')::int as offered,
      count(to_level) filter (where to_level in ('form', 'online'))::int as digital
    from unnest(${days}::date[]) as day
    left join lasted on occurred_at < day + interval '1 day' and (until is null or until >= day + interval '1 day')
    group by day order by day`.execute(db)
  return rows
}

/** Commune by commune, from the one after this; null for the first. */
export async function listOffersAfter(
  db: Db,
  last: Pick<Offer, 'communeId' | 'serviceCode'> | null,
  size: number,
): Promise<Offer[]> {
  let query = selectOffers(db).orderBy('communeId').orderBy('serviceCode').limit(size)
  if (last)
    query = query.where(
      sql<boolean>`(commune_id, service_code) > (${last.communeId}::uuid, ${last.serviceCode})`,
    )
  return (await query.execute()) as Offer[]
}

/** What projects delivered and the commune has yet to look at. */
export async function countToConfirm(db: Db, communeId: string): Promise<number> {
  const { count } = await db
    .selectFrom('services.offer')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('communeId', '=', communeId)
    .where('isToConfirm', '=', true)
    .executeTakeFirstOrThrow()
  return count
}
