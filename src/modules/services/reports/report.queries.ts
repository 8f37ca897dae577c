/** Reading reports in the town hall, and by the code of whoever told them. */
import { sql } from 'kysely'
import { asSystem, type Db } from '#platform/database.ts'
import { readCode } from '#platform/documents.ts'
import { orNotFound } from '#platform/errors.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Context } from '#platform/web.ts'
import { countMistakes } from '#web/verify/count-mistakes.ts'
import type { Report } from './report.lifecycle.ts'
import type { ReportFilter } from './report-filter.rules.ts'

export async function getReport(db: Db, id: string): Promise<Report> {
  const row = await db
    .selectFrom('services.report')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return orNotFound(row as Report | undefined)
}

type Looking = Pick<Context, 'db' | 'actor' | 'platform' | 'address'>

/** Whoever holds the code reads the report; wrong ones are counted. */
export function findReportByCode(context: Looking, typed: string): Promise<Report | undefined> {
  return countMistakes(context, () => lookUpReport(context, typed))
}

/** For who counts wrong codes already. */
export async function lookUpReport(context: Looking, typed: string): Promise<Report | undefined> {
  const code = readCode(typed)
  if (code === null) return undefined
  const row = await asSystem(context, (db) =>
    db.selectFrom('services.report').selectAll().where('code', '=', code).executeTakeFirst(),
  )
  return row as Report | undefined
}

export interface ReportMessage {
  readonly id: string
  readonly kind: 'answer' | 'note' | 'objection'
  readonly authorId: string | null
  readonly body: string
  readonly writtenAt: Date
}

export async function listMessages(db: Db, reportId: string): Promise<ReportMessage[]> {
  const rows = await db
    .selectFrom('services.reportMessage')
    .select(['id', 'kind', 'authorId', 'body', 'writtenAt'])
    .where('reportId', '=', reportId)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute()
  return rows as ReportMessage[]
}

export const listReportHistory = (db: Db, reportId: string): Promise<HistoryLine[]> =>
  listHistory(db, 'services.reportEvent', { reportId })

export type ReportLine = Pick<
  Report,
  | 'id'
  | 'reference'
  | 'category'
  | 'status'
  | 'department'
  | 'arrondissement'
  | 'quartier'
  | 'assigneeId'
  | 'visibility'
  | 'supports'
  | 'receivedAt'
>

/** The latest first; one more than asked for when there are more. */
export async function listReports(
  db: Db,
  communeId: string,
  { state, category, department, assigneeId, isUnread }: ReportFilter,
  after: PublishedCursor | null,
  limit: number,
): Promise<ReportLine[]> {
  const conditions = [
    sql`commune_id = ${communeId}`,
    // Constants, so that the index of what is open can serve.
    ...(state === 'open' ? [sql`status in ('received', 'inProgress')`] : []),
    ...(state === 'open' || state === 'all' ? [] : [sql`status = ${state}`]),
    ...(category ? [sql`category = ${category}`] : []),
    ...(department ? [sql`department = ${department}`] : []),
    ...(assigneeId ? [sql`assignee_id = ${assigneeId}`] : []),
    ...(isUnread ? [sql`visibility = 'waiting'`] : []),
    ...(after
      ? [sql`(received_at, id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`]
      : []),
  ]
  const { rows } = await sql<ReportLine>`
    select id, reference, category, status, department, arrondissement, quartier, assignee_id as "assigneeId", visibility,
      supports, received_at as "receivedAt"
    from services.report where ${sql.join(conditions, sql` and `)}
    order by received_at desc, id desc limit ${limit + 1}`.execute(db)
  return rows
}

export interface MergedLine {
  readonly id: string
  readonly reference: string
}

/** The reports merged into this one. */
export function listMerged(db: Db, reportId: string): Promise<MergedLine[]> {
  return db
    .selectFrom('services.report')
    .select(['id', 'reference'])
    .where('mergedInto', '=', reportId)
    .orderBy('receivedAt')
    .execute()
}
