/** Reading what everybody may read of reports: nothing here asks for more. */

import { type SelectQueryBuilder, sql } from 'kysely'
import { asSystem, type Db, type Tables } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Context } from '#platform/web.ts'
import type { Point } from './public-position.rules.ts'
import type { PublicReport } from './public-report.rules.ts'
import type { ReportStatus } from './report.workflow.ts'
import { type Candidate, similarDays } from './similar.rules.ts'

export interface PublicLine extends PublicReport {
  readonly reportId: string
}

export interface PublicFilter {
  readonly communeId?: string
  readonly categories?: readonly string[]
  readonly statuses?: readonly ReportStatus[]
  readonly from?: Date
  readonly until?: Date
}

/** The latest first; one more than asked for when there are more. */
export async function listPublicReports(
  db: Db,
  filter: PublicFilter,
  after: PublishedCursor | null,
  limit: number,
): Promise<PublicLine[]> {
  let lines = narrow(db.selectFrom('services.publicReport').selectAll(), filter)
  if (after)
    lines = lines.where(
      sql<boolean>`(received_at, report_id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`,
    )
  return (await lines
    .orderBy('receivedAt', 'desc')
    .orderBy('reportId', 'desc')
    .limit(limit + 1)
    .execute()) as PublicLine[]
}

type Selecting = SelectQueryBuilder<Tables, 'services.publicReport', Record<string, unknown>>

function narrow<Query extends Selecting>(query: Query, filter: PublicFilter): Query {
  const { communeId, categories, statuses, from, until } = filter
  let lines: Selecting = query
  if (communeId) lines = lines.where('communeId', '=', communeId)
  if (categories) lines = lines.where('category', 'in', [...categories])
  if (statuses) lines = lines.where('status', 'in', [...statuses])
  if (from) lines = lines.where('receivedAt', '>=', from)
  if (until) lines = lines.where('receivedAt', '<=', until)
  return lines as Query
}

export async function findPublicReport(db: Db, reference: string): Promise<PublicLine | undefined> {
  const row = await db
    .selectFrom('services.publicReport')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row as PublicLine | undefined
}

export async function getPublicReport(db: Db, reference: string): Promise<PublicLine> {
  return orNotFound(await findPublicReport(db, reference))
}

export async function listPublicByReference(
  db: Db,
  references: readonly string[],
): Promise<PublicLine[]> {
  if (references.length === 0) return []
  const rows = await db
    .selectFrom('services.publicReport')
    .selectAll()
    .where('reference', 'in', [...references])
    .orderBy('receivedAt', 'desc')
    .orderBy('reportId', 'desc')
    .execute()
  return rows as PublicLine[]
}

export type CandidateLine = Candidate & Pick<PublicLine, 'reference' | 'supports' | 'status'>

const mostCandidates = 500

interface Told {
  readonly communeId: string
  readonly category: string
  readonly position: Point | null
  readonly arrondissement: string | null
}

/** More than any category's distance, in degrees: what is further is not even read. */
const aroundDegrees = 0.005

/** Open reports of one commune and category that may be alike; the quarter, which may not be public, is compared and never shown. */
export async function listCandidates(
  context: Pick<Context, 'db' | 'actor' | 'now'>,
  { communeId, category, position, arrondissement }: Told,
): Promise<CandidateLine[]> {
  const since = addDays(context.now, -similarDays)
  const rows = await asSystem(context, (db) =>
    db
      .selectFrom('services.publicReport as public')
      .innerJoin('services.report as report', 'report.id', 'public.reportId')
      .select(['public.reportId as id', 'public.reference', 'public.supports', 'public.status'])
      .select(['public.latitude', 'public.longitude', 'public.arrondissement'])
      .select(['report.quartier', 'public.receivedAt'])
      .where('public.communeId', '=', communeId)
      .where('public.category', '=', category)
      .where(sql<boolean>`public.status in ('received', 'inProgress')`)
      .where('public.receivedAt', '>=', since)
      .where(isAround(position, arrondissement))
      .orderBy('public.receivedAt', 'desc')
      .limit(mostCandidates)
      .execute(),
  )
  return rows as CandidateLine[]
}

/** Near a known position; where one of the two is unknown, in the same arrondissement. */
function isAround(position: Point | null, arrondissement: string | null) {
  const isSame = sql<boolean>`public.arrondissement is not distinct from ${arrondissement}`
  if (position === null) return isSame
  const { latitude, longitude } = position
  return sql<boolean>`(public.latitude is null and ${isSame}
    or public.latitude between ${latitude - aroundDegrees} and ${latitude + aroundDegrees}
    and public.longitude between ${longitude - aroundDegrees} and ${longitude + aroundDegrees})`
}

export interface CommuneCount {
  readonly communeId: string
  readonly open: number
  readonly resolved: number
}

export async function countPublicReports(
  db: Db,
  communeId: string,
): Promise<Omit<CommuneCount, 'communeId'>> {
  const { rows } = await sql<Omit<CommuneCount, 'communeId'>>`
    select count(*) filter (where status in ('received', 'inProgress'))::int as open,
      count(*) filter (where status = 'resolved')::int as resolved
    from services.public_report where commune_id = ${communeId}`.execute(db)
  return rows[0] ?? { open: 0, resolved: 0 }
}

export async function countByCommune(db: Db): Promise<CommuneCount[]> {
  const { rows } = await sql<CommuneCount>`
    select commune_id as "communeId", count(*) filter (where status in ('received', 'inProgress'))::int as open,
      count(*) filter (where status = 'resolved')::int as resolved
    from services.public_report group by commune_id`.execute(db)
  return rows
}
