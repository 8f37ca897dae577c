/** What happens to a session as a whole: opened, rewritten, moved from its announcement to its report. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { setFilesPublic } from '#platform/files/file-records.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { sendInvitations } from '../invitations/invitation.actions.ts'
import { adoptProposed } from '../recommendations/recommendation.actions.ts'
import { sessionLifecycle } from './session.lifecycle.ts'
import { getFullSession } from './session.queries.ts'
import type { FullSession, Session, SessionValues } from './session.schema.ts'
import type { SessionFact, SessionStep } from './session.workflow.ts'

export async function openSession(
  context: Context,
  { version: _, ...values }: SessionValues,
): Promise<Session> {
  const { db, actor, now } = context
  const session = (await db
    .insertInto('governance.session')
    .values({
      ...values,
      id: createId(now.getTime()),
      reference: await createReference(db, 'SES', Number(values.startsOn.slice(0, 4))),
      associationId: getOrganisationId(actor),
      status: 'draft',
      ...{ createdBy: getPersonId(actor), createdAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Session
  await recordCreation(context, sessionLifecycle, session)
  return session
}

/** False when somebody changed it since the form was opened. */
export async function saveSession(
  { db, now }: Context,
  { id }: Session,
  { version, ...values }: SessionValues,
): Promise<boolean> {
  const saved = await db
    .updateTable('governance.session')
    .set({ ...values, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', 'in', ['draft', 'announced', 'held'])
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function moveSession(
  context: Context,
  { id }: Session,
  step: SessionStep,
  reason?: string,
): Promise<Session> {
  const { db, now } = context
  const full = await getFullSession(db, id)
  const moved = await moveThrough(context, sessionLifecycle, id, step, {
    ...(reason && { reason }),
    facts: { ...establishFacts(full, toDay(now)), reasonIsGiven: Boolean(reason) },
    set: {
      ...(reason && { statusReason: reason }),
      ...(step === 'publish' && { publishedAt: now, statusReason: null }),
    },
  })
  if (step === 'announce' || step === 'hold') await showDocuments(context, full)
  if (step === 'announce') await sendInvitations(context, moved)
  if (step === 'publish') await adoptProposed(context, id)
  return moved
}

export function establishFacts(
  { session, agenda, attendances, notes, minutes }: FullSession,
  today: string,
): Partial<Record<SessionFact, boolean>> {
  return {
    hasAgenda: agenda.length > 0,
    hasBegun: session.startsOn <= today,
    hasAttendance: attendances.some(({ present }) => present !== null && present > 0),
    hasMinutes: minutes.conclusions !== '' || [...notes.values()].some(({ body }) => body !== ''),
  }
}

/** Whoever is invited reads the documents of the session with its agenda. */
function showDocuments({ db }: Context, { documents }: FullSession): Promise<void> {
  const fileIds = documents.flatMap(({ fileId }) => fileId ?? [])
  return setFilesPublic(db, fileIds, true)
}
