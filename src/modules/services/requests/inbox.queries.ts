/** The requests a town hall received, found by what its people look for. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { InboxFilter } from './inbox-filter.rules.ts'
import type { Request } from './request.lifecycle.ts'
import { readSearch } from './request-words.rules.ts'

export type InboxLine = Pick<
  Request,
  | 'id'
  | 'reference'
  | 'title'
  | 'status'
  | 'applicantName'
  | 'department'
  | 'dueOn'
  | 'pausedAt'
  | 'assigneeId'
  | 'labels'
> & { readonly receivedAt: Date }

/** The latest first; one more than asked for when there are more. Words are those of the number, the name or the telephone, from their beginning. */
export async function listInbox(
  db: Db,
  communeId: string,
  filter: InboxFilter,
  after: PublishedCursor | null,
  limit: number,
): Promise<InboxLine[]> {
  const { words, serviceCode, assigneeId, label } = filter
  const conditions = [
    sql`commune_id = ${communeId} and received_at is not null`,
    ...whereStatus(filter.state),
    ...(serviceCode ? [sql`service_code = ${serviceCode}`] : []),
    ...(assigneeId ? [sql`assignee_id = ${assigneeId}`] : []),
    ...(label ? [sql`labels @> array[${label}] and labels <> '{}'`] : []),
    ...readSearch(words).map((word) => whereWord(communeId, word)),
    ...(after
      ? [sql`(received_at, id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`]
      : []),
  ]
  const { rows } = await sql<InboxLine>`
    select id, reference, title, status, applicant_name as "applicantName", department, due_on as "dueOn",
      paused_at as "pausedAt", assignee_id as "assigneeId", labels, received_at as "receivedAt"
    from services.request where ${sql.join(conditions, sql` and `)}
    order by received_at desc, id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** The last of all signs: whatever begins with the word comes before the word followed by it. */
const lastSign = '\u{10ffff}'

function whereWord(communeId: string, word: string) {
  return sql`id in (select request_id from services.request_word
    where commune_id = ${communeId} and word >= ${word} and word < ${word + lastSign})`
}

/** Constants, so that the index of what is open can serve. */
function whereStatus(state: InboxFilter['state']) {
  if (state === 'all') return []
  if (state === 'open') return [sql`status in ('received', 'inReview', 'incomplete', 'proposed')`]
  return [sql`status = ${state}`]
}

/** The services that this commune has procedures for, with their titles, as the list is filtered by. */
export async function listInboxServices(
  db: Db,
  communeId: string,
): Promise<{ readonly value: string; readonly label: string }[]> {
  const { rows } = await sql<{ value: string; label: string }>`
    select procedure.service_code as value, revision.definition ->> 'title' as label
    from services.procedure procedure join services.procedure_revision revision
      on revision.procedure_id = procedure.id and revision.number = procedure.revision
    where procedure.commune_id = ${communeId} order by label`.execute(db)
  return rows
}

/** Requests for the same service by the same telephone, other than this one, in the last months. */
export async function listLookalikes(
  db: Db,
  { id, communeId, serviceCode, applicantPhone }: Request,
  since: Date,
): Promise<Pick<InboxLine, 'id' | 'reference' | 'status' | 'receivedAt'>[]> {
  if (applicantPhone === null) return []
  return (await db
    .selectFrom('services.request')
    .select(['id', 'reference', 'status', 'receivedAt'])
    .where('communeId', '=', communeId)
    .where('serviceCode', '=', serviceCode)
    .where('applicantPhone', '=', applicantPhone)
    .where('receivedAt', '>=', since)
    .where('id', '!=', id)
    .orderBy('receivedAt', 'desc')
    .limit(5)
    .execute()) as Pick<InboxLine, 'id' | 'reference' | 'status' | 'receivedAt'>[]
}
