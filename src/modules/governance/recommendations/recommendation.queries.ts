/** Reading recommendations: the board, those of a session, those still open, one with all that follows it. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type {
  Addressee,
  FollowUp,
  FullRecommendation,
  Recommendation,
} from './recommendation.schema.ts'
import type { RecommendationStatus } from './recommendation.workflow.ts'

export const publicStatuses = ['adopted', 'inProgress', 'done', 'dropped'] as const

export interface BoardFilter {
  readonly status: RecommendationStatus | null
  readonly addressee: Addressee | null
  readonly session: string
}

export interface BoardCursor {
  readonly adoptedOn: string
  readonly id: string
}

export type BoardLine = Recommendation & {
  readonly sessionReference: string
  readonly startsOn: string
}

/** The latest session first; one row more than `size` tells that there are others. */
export async function listBoard(
  db: Db,
  { status, addressee, session }: BoardFilter,
  cursor: BoardCursor | null,
  size: number,
): Promise<BoardLine[]> {
  let query = selectLines(db).where('recommendation.status', 'in', [...publicStatuses])
  if (status) query = query.where('recommendation.status', '=', status)
  if (addressee) query = query.where('recommendation.addressee', '=', addressee)
  if (session) query = query.where('session.reference', '=', session)
  if (cursor)
    query = query.where(
      sql<boolean>`(session.starts_on, recommendation.id) < (${cursor.adoptedOn}::date, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('session.startsOn', 'desc')
    .orderBy('recommendation.id', 'desc')
    .limit(size + 1)
    .execute()
  return rows as BoardLine[]
}

/** Those that moved last come first. */
export async function listLastMoved(db: Db, size: number): Promise<Recommendation[]> {
  const rows = await db
    .selectFrom('governance.recommendation')
    .selectAll()
    .where('status', 'in', [...publicStatuses])
    .orderBy('updatedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .execute()
  return rows as Recommendation[]
}

export async function countByStatus(db: Db): Promise<ReadonlyMap<RecommendationStatus, number>> {
  const rows = await db
    .selectFrom('governance.recommendation')
    .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
    .where('status', 'in', [...publicStatuses])
    .groupBy('status')
    .execute()
  return new Map(rows.map(({ status, count }) => [status as RecommendationStatus, Number(count)]))
}

/** All that was ever recommended by a session, but what was taken back. */
export async function listOfSession(db: Db, sessionId: string): Promise<Recommendation[]> {
  const rows = await db
    .selectFrom('governance.recommendation')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('status', '!=', 'withdrawn')
    .orderBy('reference')
    .execute()
  return rows as Recommendation[]
}

/** What earlier sessions recommended and is not closed: a session is told where each is. */
export async function listOpenBefore(db: Db, sessionId: string): Promise<BoardLine[]> {
  const rows = await selectLines(db)
    .where('recommendation.status', 'in', ['adopted', 'inProgress'])
    .where('recommendation.sessionId', '!=', sessionId)
    .orderBy('session.startsOn')
    .orderBy('recommendation.reference')
    .limit(100)
    .execute()
  return rows as BoardLine[]
}

/** Still open, due from one day to another. */
export async function listDueBetween(
  db: Db,
  from: string,
  until: string,
): Promise<Recommendation[]> {
  const rows = await selectOpen(db).where('dueOn', '>=', from).where('dueOn', '<=', until).execute()
  return rows as Recommendation[]
}

export async function listLate(db: Db, today: string): Promise<Recommendation[]> {
  return (await selectOpen(db).where('dueOn', '<', today).limit(20).execute()) as Recommendation[]
}

function selectOpen(db: Db) {
  return db
    .selectFrom('governance.recommendation')
    .selectAll()
    .where('status', 'in', ['adopted', 'inProgress'])
    .orderBy('dueOn')
    .orderBy('reference')
}

function selectLines(db: Db) {
  return db
    .selectFrom('governance.recommendation as recommendation')
    .innerJoin('governance.session as session', 'session.id', 'recommendation.sessionId')
    .selectAll('recommendation')
    .select(['session.reference as sessionReference', 'session.startsOn'])
}

export async function getRecommendation(db: Db, id: string): Promise<Recommendation> {
  const row = await db
    .selectFrom('governance.recommendation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return orNotFound(row as Recommendation | undefined)
}

export async function getRecommendationByReference(
  db: Db,
  reference: string,
): Promise<FullRecommendation> {
  const row = await db
    .selectFrom('governance.recommendation')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst()
  const recommendation = orNotFound(row as Recommendation | undefined)
  const { id, sessionId } = recommendation
  const session = await db
    .selectFrom('governance.session')
    .select(['reference', 'theme', 'status'])
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  return {
    recommendation,
    session,
    evidence: await listEvidence(db, id),
    ...(await follow(db, id)),
  }
}

export function listEvidence(db: Db, recommendationId: string) {
  return db
    .selectFrom('governance.recommendationEvidence')
    .selectAll()
    .where('recommendationId', '=', recommendationId)
    .orderBy('recordedAt')
    .execute()
}

async function follow(db: Db, recommendationId: string) {
  const rows = await db
    .selectFrom('governance.recommendationFollowUp as followUp')
    .innerJoin('governance.session as session', 'session.id', 'followUp.sessionId')
    .select(['session.reference as sessionReference', 'session.startsOn'])
    .select(['followUp.status', 'followUp.note'])
    .where('followUp.recommendationId', '=', recommendationId)
    .orderBy('session.startsOn')
    .execute()
  return { followUps: rows as FollowUp[] }
}

export interface ToldLine {
  readonly recommendationId: string
  readonly reference: string
  readonly title: string
  readonly status: RecommendationStatus
  readonly note: string
}

/** What this session was told of earlier recommendations. */
export async function listTold(db: Db, sessionId: string): Promise<ToldLine[]> {
  const rows = await db
    .selectFrom('governance.recommendationFollowUp as followUp')
    .innerJoin(
      'governance.recommendation as recommendation',
      'recommendation.id',
      'followUp.recommendationId',
    )
    .select(['followUp.recommendationId', 'recommendation.reference', 'recommendation.title'])
    .select(['followUp.status', 'followUp.note'])
    .where('followUp.sessionId', '=', sessionId)
    .orderBy('recommendation.reference')
    .execute()
  return rows as ToldLine[]
}
