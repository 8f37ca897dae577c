/** Complaints of a call: the commune reads them all, a startup its own. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { ComplaintStatus } from './complaint.rules.ts'

export type Complaint = Omit<Selectable<Tables['collaboration.complaint']>, 'status'> & {
  readonly status: ComplaintStatus
}

export async function listComplaints(db: Db, callId: string): Promise<Complaint[]> {
  const rows = await db
    .selectFrom('collaboration.complaint')
    .selectAll()
    .where('callId', '=', callId)
    .orderBy('filedAt')
    .execute()
  return rows as Complaint[]
}

export async function getComplaint(
  db: Db,
  callId: string,
  complaintId: string,
): Promise<Complaint> {
  const row = await db
    .selectFrom('collaboration.complaint')
    .selectAll()
    .where('id', '=', complaintId)
    .where('callId', '=', callId)
    .executeTakeFirst()
  return orNotFound(row as Complaint | undefined)
}
