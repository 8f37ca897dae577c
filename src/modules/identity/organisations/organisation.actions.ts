/** Creating an organisation, joining it, leaving it, and choosing which one to act for. */
import type { OrganisationKind, Role } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { type Db, setActor } from '#platform/database.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'

interface Creation {
  readonly kind: OrganisationKind
  readonly name: string
  readonly role: Role
}

/** Returns its identifier. Whoever creates it belongs to it, and acts for it from here on, this transaction included. */
export async function createOrganisation(
  context: Context,
  { kind, name, role }: Creation,
): Promise<string> {
  const { actor, db, now } = context
  if (actor.id === null) throw new Forbidden()
  const id = createId(now.getTime())
  await db.insertInto('identity.organisation').values({ id, kind, name, createdAt: now }).execute()
  const membershipId = await addMembership(
    db,
    { personId: actor.id, organisationId: id, role },
    now,
  )
  await switchTo(context, membershipId)
  await setActor(db, { ...actor, organisation: { id, kind, name }, role })
  await recordAudit(
    db,
    {
      actor,
      organisationId: id,
      action: 'organisation.create',
      subjectKind: 'organisation',
      subjectId: id,
      details: { kind },
    },
    now,
  )
  return id
}

interface NewMembership {
  readonly personId: string
  readonly organisationId: string
  readonly role: Role
}

/** Returns the membership, the one that was already there included. */
export async function addMembership(
  db: Db,
  { personId, organisationId, role }: NewMembership,
  now: Date,
): Promise<string> {
  const known = await db
    .selectFrom('identity.membership')
    .select('id')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('role', '=', role)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (known) return known.id
  const id = createId(now.getTime())
  await db
    .insertInto('identity.membership')
    .values({ id, personId, organisationId, role, createdAt: now })
    .execute()
  return id
}

/** Acts for another organisation of one's own, or for none (as a citizen) with null. */
export async function switchTo(
  { db, session, actor }: Context,
  membershipId: string | null,
): Promise<void> {
  if (!session || actor.id === null) throw new Forbidden()
  if (membershipId !== null) {
    const own = await db
      .selectFrom('identity.membership')
      .select('id')
      .where('id', '=', membershipId)
      .where('personId', '=', actor.id)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    if (!own) throw new NotFound()
  }
  await db
    .updateTable('identity.session')
    .set({ membershipId })
    .where('id', '=', session.id)
    .execute()
}
