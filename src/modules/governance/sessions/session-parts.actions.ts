/** What a session is made of: items of its agenda, documents, who came, what was said. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordFile } from '#platform/files/file-records.ts'
import { createId } from '#platform/id.ts'
import type { Context, Upload } from '#platform/web.ts'
import {
  type AgendaItem,
  type AgendaItemValues,
  type AttendanceValues,
  type Minutes,
  type Note,
  participantKinds,
  type Session,
} from './session.schema.ts'

export async function addAgendaItem(
  { db, now }: Context,
  { id: sessionId }: Session,
  { version: _, ...values }: AgendaItemValues,
): Promise<void> {
  const id = createId(now.getTime())
  await db
    .insertInto('governance.agendaItem')
    .values({ id, sessionId, ...values })
    .execute()
}

/** False when somebody changed it since the form was opened. */
export async function saveAgendaItem(
  { db }: Context,
  { id }: AgendaItem,
  { version, ...values }: AgendaItemValues,
): Promise<boolean> {
  const saved = await db
    .updateTable('governance.agendaItem')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function removeAgendaItem({ db }: Context, { id }: AgendaItem): Promise<void> {
  await db.deleteFrom('governance.agendaItem').where('id', '=', id).execute()
}

/** False when somebody changed it since the form was opened. */
export async function saveNote(
  { db }: Context,
  { id: agendaItemId, sessionId }: AgendaItem,
  { body, version }: Note,
): Promise<boolean> {
  const written = { body, version: version + 1 }
  const saved = await db
    .insertInto('governance.agendaNote')
    .values({ agendaItemId, sessionId, ...written })
    .onConflict((conflict) =>
      conflict
        .column('agendaItemId')
        .doUpdateSet(written)
        .where('governance.agendaNote.version', '=', version),
    )
    .returning('agendaItemId')
    .executeTakeFirst()
  return saved !== undefined
}

/** False when somebody changed them since the form was opened. */
export async function saveMinutes(
  { db }: Context,
  { id: sessionId }: Session,
  { version, ...texts }: Minutes,
): Promise<boolean> {
  const saved = await db
    .insertInto('governance.sessionMinutes')
    .values({ sessionId, ...texts, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .column('sessionId')
        .doUpdateSet({ ...texts, version: version + 1 })
        .where('governance.sessionMinutes.version', '=', version),
    )
    .returning('sessionId')
    .executeTakeFirst()
  return saved !== undefined
}

/** A kind of which nothing is said leaves no line. */
export async function saveAttendance(
  { db }: Context,
  { id: sessionId }: Session,
  values: AttendanceValues,
): Promise<void> {
  const rows = participantKinds
    .map((kind) => ({
      ...{ sessionId, kind },
      invited: values[`invited-${kind}`],
      present: values[`present-${kind}`],
      organisations: values[`organisations-${kind}`],
    }))
    .filter(
      ({ invited, present, organisations }) =>
        invited !== null || present !== null || organisations !== '',
    )
  await db.deleteFrom('governance.attendance').where('sessionId', '=', sessionId).execute()
  if (rows.length > 0) await db.insertInto('governance.attendance').values(rows).execute()
}

interface DocumentValues {
  readonly title: string
  readonly agendaItemId: string | null
  readonly file: Upload | null
  readonly url: string | null
}

export async function addDocument(
  { db, actor, now }: Context,
  { id: sessionId, status }: Session,
  { file, url, ...values }: DocumentValues,
): Promise<void> {
  const addedBy = getPersonId(actor)
  const owner = {
    organisationId: getOrganisationId(actor),
    isPublic: status !== 'draft',
    createdBy: addedBy,
  }
  const fileId = file ? await recordFile(db, file, owner, now) : null
  await db
    .insertInto('governance.sessionDocument')
    .values({
      ...values,
      ...{ id: createId(now.getTime()), sessionId, fileId, url: fileId ? null : url },
      ...{ addedBy, addedAt: now },
    })
    .execute()
}

export async function removeDocument({ db }: Context, documentId: string): Promise<void> {
  await db.deleteFrom('governance.sessionDocument').where('id', '=', documentId).execute()
}
