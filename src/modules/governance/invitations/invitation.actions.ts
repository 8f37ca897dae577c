/** What happens to the invitations of a session: chosen, sent, answered, counted. */
import { sql } from 'kysely'
import { listCommunePlaces, listVerifiedStartupIds } from '#modules/directory/index.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Db } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import { recordEvents } from '#platform/events.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import type { ParticipantKind, Session } from '../sessions/session.schema.ts'
import { sumAttendances } from './attendance.rules.ts'
import { listInvitations } from './invitation.queries.ts'
import {
  type AnswerValues,
  allStartups,
  type GuestValues,
  type Invitation,
  type OrganisationsValues,
} from './invitation.schema.ts'

interface Chosen {
  readonly organisationId: string
  readonly kind: ParticipantKind
}

/** How many were added: whoever was chosen before is not invited twice. */
export async function inviteOrganisations(
  { db, now }: Context,
  { id: sessionId }: Session,
  values: OrganisationsValues,
): Promise<number> {
  const chosen = await chooseOrganisations(db, values)
  if (chosen.length === 0) return 0
  const added = await db
    .insertInto('governance.invitation')
    .values(
      chosen.map((one) => ({ ...one, id: createId(now.getTime()), sessionId, createdAt: now })),
    )
    .onConflict((conflict) => conflict.columns(['sessionId', 'organisationId', 'kind']).doNothing())
    .returning('id')
    .execute()
  return added.length
}

async function chooseOrganisations(
  db: Db,
  { kinds, departments, communeId, startups }: OrganisationsValues,
): Promise<Chosen[]> {
  const places = kinds.length > 0 ? await listCommunePlaces(db) : []
  const communes = places.filter(
    ({ id, departmentCode }) => id === communeId || departments.includes(departmentCode),
  )
  const startupIds = startups
    ? await listVerifiedStartupIds(db, startups === allStartups ? '' : startups)
    : []
  return [
    ...communes.flatMap(({ id }) =>
      kinds.map((kind) => ({ organisationId: id, kind: kind as ParticipantKind })),
    ),
    ...startupIds.map((id) => ({ organisationId: id, kind: 'startups' as const })),
  ]
}

export async function inviteGuest(
  { db, now }: Context,
  { id: sessionId }: Session,
  values: GuestValues,
): Promise<void> {
  await db
    .insertInto('governance.invitation')
    .values({ ...values, id: createId(now.getTime()), sessionId, createdAt: now })
    .execute()
}

/** Only what has not left: an invitation that was sent stays in the list. */
export async function removeInvitation({ db }: Context, { id }: Invitation): Promise<void> {
  await db
    .deleteFrom('governance.invitation')
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .execute()
}

/** Marks those that wait as sent; each leaves by an event of its own. The number of them. */
export async function sendInvitations(
  { db, actor, now }: Context,
  { id, associationId }: Session,
): Promise<number> {
  const sent = await db
    .updateTable('governance.invitation')
    .set({ sentAt: now })
    .where('sessionId', '=', id)
    .where('sentAt', 'is', null)
    .returning('id')
    .execute()
  if (sent.length === 0) return 0
  const events = sent.map((one) => ({ kind: 'session.invite', subjectId: one.id, payload: {} }))
  await recordEvents(db, events, now)
  const subject = { subjectKind: 'session', subjectId: id, details: { count: sent.length } }
  const action = 'session.invite'
  await recordAudit(db, { actor, organisationId: associationId, action, ...subject }, now)
  return sent.length
}

export async function saveAnswer(
  { db, actor, now }: Context,
  { associationId }: Session,
  { id }: Invitation,
  { answer, seats, representedBy }: AnswerValues,
): Promise<void> {
  const isComing = answer === 'coming'
  const saved = await db
    .updateTable('governance.invitation')
    .set({
      ...{ answer, answeredAt: now, seats: isComing ? seats : null },
      representedBy: isComing ? representedBy : '',
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw new Conflict('Cette session n’attend plus de réponse.')
  const subject = { subjectKind: 'invitation', subjectId: id, details: { answer } }
  const action = 'session.answer'
  await recordAudit(db, { actor, organisationId: associationId, action, ...subject }, now)
}

/** How many came of each invitation; the counts of the report follow, for the qualities that were invited here. */
export async function savePresences(
  { db }: Context,
  { id: sessionId }: Session,
  presences: ReadonlyMap<string, number | null>,
): Promise<void> {
  const ids = [...presences.keys()]
  if (ids.length === 0) return
  const counted = [...presences.values()]
  await sql`update governance.invitation set present = counted.present
    from unnest(${ids}::uuid[], ${counted}::int[]) as counted (id, present)
    where invitation.id = counted.id and invitation.session_id = ${sessionId}`.execute(db)
  const rows = sumAttendances(await listInvitations(db, sessionId)).map((sum) => ({
    ...sum,
    sessionId,
  }))
  await db
    .insertInto('governance.attendance')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['sessionId', 'kind']).doUpdateSet((of) => ({
        invited: of.ref('excluded.invited'),
        present: of.ref('excluded.present'),
        organisations: of.ref('excluded.organisations'),
      })),
    )
    .execute()
}
