/** What may be told of a request or of a report to a system of its commune: its number, where it stands; nothing of whoever sent it. */
import type { Db } from '#platform/database.ts'
import type { RequestStatus } from './requests/request.workflow.ts'

export interface RequestNotice {
  readonly id: string
  readonly reference: string
  readonly communeId: string
  readonly status: RequestStatus
  readonly procedureId: string
  /** Of the procedure, as the commune published it. */
  readonly title: string
  readonly serviceCode: string
}

/** Undefined while it is a draft. */
export async function findRequestNotice(
  db: Db,
  requestId: string,
): Promise<RequestNotice | undefined> {
  const row = await db
    .selectFrom('services.request')
    .select(['id', 'reference', 'communeId', 'status', 'procedureId', 'title', 'serviceCode'])
    .where('id', '=', requestId)
    .where('status', '!=', 'draft')
    .executeTakeFirst()
  return row?.reference ? (row as RequestNotice) : undefined
}

export interface ReportNotice {
  readonly id: string
  readonly reference: string
  readonly communeId: string
  readonly category: string
}

export function findReportNotice(db: Db, reportId: string): Promise<ReportNotice | undefined> {
  return db
    .selectFrom('services.report')
    .select(['id', 'reference', 'communeId', 'category'])
    .where('id', '=', reportId)
    .executeTakeFirst()
}
