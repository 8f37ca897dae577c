/** Requests as the systems of their commune list them. Row-level security shows them no other commune's. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Request } from '../requests/request.lifecycle.ts'
import type { RequestStatus } from '../requests/request.workflow.ts'

/** What a list tells: neither answers nor names. */
export type ApplicationLine = Pick<
  Request,
  'id' | 'reference' | 'title' | 'status' | 'procedureId' | 'revision' | 'applicantRef' | 'dueOn'
> & { readonly receivedAt: Date | null }

export interface ApplicationFilter {
  readonly procedureId: string | null
  readonly applicantRef: string | null
  /** Null for all of them. */
  readonly statuses: readonly RequestStatus[] | null
  readonly after: string | null
}

const columns = sql`id, reference, title, status, procedure_id as "procedureId", revision, applicant_ref as "applicantRef",
  due_on as "dueOn", received_at as "receivedAt"`

/** By identifier, one more than a page holds when there is another page. */
export async function listApplicationLines(
  db: Db,
  communeId: string,
  { procedureId, applicantRef, statuses, after }: ApplicationFilter,
  pageSize: number,
): Promise<ApplicationLine[]> {
  const { rows } = await sql<ApplicationLine>`
    select ${columns} from services.request
    where commune_id = ${communeId} and received_at is not null
      and (${procedureId}::uuid is null or procedure_id = ${procedureId})
      and (${applicantRef}::text is null or applicant_ref = ${applicantRef})
      and (${statuses}::text[] is null or status = any(${statuses}))
      and (${after}::uuid is null or id > ${after})
    order by id limit ${pageSize + 1}`.execute(db)
  return rows
}

export type TaskLine = ApplicationLine & { readonly updatedAt: Date }

/** What waits for the commune and a system may do; its status says what. */
export async function listTaskLines(
  db: Db,
  communeId: string,
  {
    procedureId,
    fileId,
    after,
  }: { procedureId: string | null; fileId: string | null; after: string | null },
  pageSize: number,
): Promise<TaskLine[]> {
  const { rows } = await sql<TaskLine>`
    select ${columns}, updated_at as "updatedAt" from services.request
    where commune_id = ${communeId} and status in ('received', 'inReview', 'accepted')
      and (${procedureId}::uuid is null or procedure_id = ${procedureId})
      and (${fileId}::uuid is null or id = ${fileId})
      and (${after}::uuid is null or id > ${after})
    order by id limit ${pageSize + 1}`.execute(db)
  return rows
}

export async function findTaskLine(db: Db, requestId: string): Promise<TaskLine | undefined> {
  const { rows } = await sql<TaskLine>`
    select ${columns}, updated_at as "updatedAt" from services.request
    where id = ${requestId} and received_at is not null`.execute(db)
  return rows[0]
}

export interface StatisticsRow {
  readonly period: string
  readonly serviceKey: string
  readonly serviceName: string
  readonly registered: number
  readonly approved: number
  readonly rejected: number
  readonly sentBack: number
  readonly pending: number
}

/** By month and service, never by whoever treated them. */
export async function countApplications(
  db: Db,
  communeId: string,
  since: string,
  procedureId: string | null,
): Promise<StatisticsRow[]> {
  const count = (...statuses: string[]) =>
    sql`(count(*) filter (where status in (${sql.join(statuses)})))::int`
  const { rows } = await sql<StatisticsRow>`
    select to_char(month, 'YYYY-MM') as period, "serviceKey", "serviceName", registered, approved, rejected, "sentBack", pending
    from (
      select date_trunc('month', received_at, 'Africa/Porto-Novo') at time zone 'Africa/Porto-Novo' as month,
        procedure_id as "serviceKey", max(title) as "serviceName", count(*)::int as registered,
        ${count('accepted', 'closed')} as approved, ${count('refused', 'withdrawn')} as rejected,
        ${count('incomplete')} as "sentBack", ${count('received', 'inReview', 'proposed')} as pending
      from services.request
      where commune_id = ${communeId} and received_at >= ${since}::timestamptz
        and (${procedureId}::uuid is null or procedure_id = ${procedureId})
      group by month, procedure_id
    ) counted order by month, "serviceKey"`.execute(db)
  return rows
}
