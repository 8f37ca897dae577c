/** Joining an organisation, and leaving it. */
import type { Role } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { tellPerson } from '../notifications/tell-person.ts'
import { leadingRoles } from './membership.policy.ts'
import type { Organisation } from './organisation.queries.ts'

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

/** False when nobody would be left to answer for the organisation. */
export async function endMembership(
  context: Context,
  organisation: Organisation,
  membershipId: string,
): Promise<boolean> {
  const { db, now } = context
  const members = await lockMembers(db, organisation.id)
  const ending = orNotFound(members.find(({ id }) => id === membershipId))
  const leaders = members.filter(({ role }) =>
    leadingRoles[organisation.kind].includes(role as Role),
  )
  if (leaders.length === 1 && leaders[0]?.id === membershipId) return false
  await db
    .updateTable('identity.membership')
    .set({ endedAt: now })
    .where('id', '=', membershipId)
    .execute()
  await tellEnding(context, organisation, ending)
  return true
}

/** All of them: two leaders who let each other go at the same moment must not both succeed. */
function lockMembers(db: Db, organisationId: string) {
  return db
    .selectFrom('identity.membership')
    .select(['id', 'personId', 'role'])
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function tellEnding(
  { db, actor, now }: Context,
  { id, name }: Organisation,
  { id: membershipId, personId, role }: { id: string; personId: string; role: string },
): Promise<void> {
  const subject = { subjectKind: 'membership', subjectId: membershipId, details: { role } }
  await recordAudit(db, { actor, organisationId: id, action: 'membership.end', ...subject }, now)
  const notice = {
    personId,
    subject: () => t('Vous n’agissez plus pour {name}', { name }),
    text: () =>
      t('Votre accès à {name} sur Cauri est fermé. Votre compte, lui, reste ouvert.', { name }),
    link: '/espace/organisations',
    key: `membership-end:${membershipId}`,
  }
  await tellPerson(db, notice, now)
}
