/** Creating an organisation, and choosing which one to act for. */
import type { OrganisationKind, Role } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { type Db, setActor } from '#platform/database.ts'
import { Forbidden, orNotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { getAssistance } from '../assistance/assistance.queries.ts'
import { stopAssistance } from '../assistance/end-assistance.ts'
import { exchangeSession } from '../sessions/session.ts'
import { addMembership } from './membership.actions.ts'

interface Creation {
  readonly kind: OrganisationKind
  readonly name: string
  readonly role: Role
}

/** Returns its identifier. Its creator belongs to it, and acts for it from here on, this transaction included. */
export async function createOrganisation(
  context: Context,
  { kind, name, role }: Creation,
): Promise<string> {
  const { actor, session, db, now } = context
  if (actor.id === null || session === null) throw new Forbidden()
  const id = await insertOrganisation(db, kind, name, now)
  const membershipId = await addMembership(
    db,
    { personId: actor.id, organisationId: id, role },
    now,
  )
  await db
    .updateTable('identity.session')
    .set({ membershipId })
    .where('id', '=', session.id)
    .execute()
  await setActor(db, { ...actor, organisation: { id, kind, name }, role })
  await recordOrganisation(context, id, kind)
  return id
}

/** For the association, which invites its first people afterwards. */
export async function openOrganisation(
  context: Context,
  { kind, name }: Omit<Creation, 'role'>,
): Promise<string> {
  const id = await insertOrganisation(context.db, kind, name, context.now)
  await recordOrganisation(context, id, kind)
  return id
}

async function insertOrganisation(db: Db, kind: OrganisationKind, name: string, now: Date) {
  const id = createId(now.getTime())
  await db.insertInto('identity.organisation').values({ id, kind, name, createdAt: now }).execute()
  return id
}

/** For the module that keeps the organisation's file: its caller has checked who may change it. */
export async function renameOrganisation(
  { db, actor, now }: Context,
  id: string,
  name: string,
): Promise<void> {
  await db.updateTable('identity.organisation').set({ name }).where('id', '=', id).execute()
  const subject = { subjectKind: 'organisation', subjectId: id, details: {} }
  const entry = { actor, organisationId: id, action: 'organisation.rename', ...subject }
  await recordAudit(db, entry, now)
}

/** For the module that suspends it: the systems of the organisation then do nothing, until it is reinstated. */
export async function suspendOrganisation(
  { db, now }: Pick<Context, 'db' | 'now'>,
  id: string,
  isSuspended: boolean,
): Promise<void> {
  await db
    .updateTable('identity.organisation')
    .set({ suspendedAt: isSuspended ? now : null })
    .where('id', '=', id)
    .execute()
}

async function recordOrganisation({ db, actor, now }: Context, id: string, kind: OrganisationKind) {
  const subject = { subjectKind: 'organisation', subjectId: id, details: { kind } }
  const entry = { actor, organisationId: id, action: 'organisation.create', ...subject }
  await recordAudit(db, entry, now)
}

/** Acts for another organisation of one's own, or for none (as a citizen) with null. An assistance ends there. */
export async function switchTo(context: Context, membershipId: string | null): Promise<void> {
  const { db, actor } = context
  if (actor.id === null) throw new Forbidden()
  if (membershipId !== null) orNotFound(await findOwnMembership(db, actor.id, membershipId))
  if (actor.assistance) await stopAssistance(context, await getAssistance(db, actor.assistance.id))
  await exchangeSession(context, { membershipId, assistanceId: null })
}

function findOwnMembership(db: Db, personId: string, membershipId: string) {
  return db
    .selectFrom('identity.membership')
    .select('id')
    .where('id', '=', membershipId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}
