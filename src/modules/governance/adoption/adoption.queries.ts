/** Reading how far communes are: counted for everybody, commune by commune for those concerned. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { type AdoptionSource, type Funnel, type Stage, stages, toFunnel } from './adoption.rules.ts'

export interface SolutionFunnel {
  readonly solutionId: string
  readonly funnel: Funnel
}

/** The solutions that most communes adopted first; of one startup, when it is named. */
export async function listFunnels(db: Db, startupId?: string): Promise<SolutionFunnel[]> {
  const counts = selectCounts(db)
  const rows = await (startupId ? counts.where('startupId', '=', startupId) : counts)
    .orderBy('adopted', 'desc')
    .orderBy('tried', 'desc')
    .orderBy('interested', 'desc')
    .orderBy('informed', 'desc')
    .orderBy('solutionId')
    .limit(mostSolutions)
    .execute()
  return rows.map(({ solutionId, ...funnel }) => ({ solutionId, funnel }))
}

/** As many as the catalogue shows in one list. */
const mostSolutions = 1000

export async function findFunnel(db: Db, solutionId: string): Promise<Funnel> {
  const row = await selectCounts(db).where('solutionId', '=', solutionId).executeTakeFirst()
  return row ?? toFunnel({})
}

function selectCounts(db: Db) {
  return db
    .selectFrom('governance.adoptionCount')
    .select(['solutionId', 'informed', 'interested', 'tried', 'adopted'])
}

/** How many communes reached each stage with any solution: one that adopted two is counted once. */
export async function countNational(db: Db): Promise<Funnel> {
  const furthest = db
    .selectFrom('governance.adoptionStep')
    .select(['communeId', sql<number>`max(rank)`.as('reached')])
    .groupBy('communeId')
  const rows = await db
    .selectFrom(furthest.as('commune'))
    .select(['reached', ({ fn }) => fn.countAll<number>().as('communes')])
    .groupBy('reached')
    .execute()
  return toFunnel(
    Object.fromEntries(rows.map(({ reached, communes }) => [stageOf(reached), Number(communes)])),
  )
}

export interface StandingLine {
  readonly communeId: string
  readonly stage: Stage
  readonly firstAt: Date
  readonly sourceKind: AdoptionSource
}

/** Each commune at the stage it reached, the furthest first. */
export async function listStandings(db: Db, solutionId: string): Promise<StandingLine[]> {
  const rows = await db
    .selectFrom('governance.adoptionStep')
    .distinctOn('communeId')
    .select(['communeId', 'stage', 'rank', 'firstAt', 'sourceKind'])
    .where('solutionId', '=', solutionId)
    .orderBy('communeId')
    .orderBy('rank', 'desc')
    .execute()
  const furthest = rows.sort(
    (one, other) =>
      (other.rank ?? 0) - (one.rank ?? 0) || other.firstAt.getTime() - one.firstAt.getTime(),
  )
  return furthest as unknown as StandingLine[]
}

/** The communes that reached this stage with one of these solutions, and went no further with any of them. */
export async function listStuckCommunes(
  db: Db,
  solutionIds: readonly string[],
  stage: Stage,
): Promise<string[]> {
  if (solutionIds.length === 0) return []
  const rows = await db
    .selectFrom('governance.adoptionStep')
    .select('communeId')
    .where('solutionId', 'in', [...solutionIds])
    .groupBy('communeId')
    .having(sql<number>`max(rank)`, '=', stages.indexOf(stage) + 1)
    .execute()
  return rows.map(({ communeId }) => communeId)
}

const stageOf = (rank: number): Stage => stages[rank - 1] ?? 'informed'
