/** Organisations and who belongs to them. */
import { sql } from 'kysely'
import type { Actor, OrganisationKind, Role } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'

export interface Organisation {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
}

export async function getOrganisation(db: Db, organisationId: string): Promise<Organisation> {
  const row = await db
    .selectFrom('identity.organisation')
    .select(['id', 'kind', 'name'])
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return orNotFound(row) as Organisation
}

/** Nothing is done for it, nor by its keys, until it is reinstated. */
export async function isSuspended(db: Db, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity.organisation')
    .select('id')
    .where('id', '=', organisationId)
    .where('suspendedAt', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The identifier of the association that owns the platform. */
export async function findAssociation(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('identity.organisation')
    .select('id')
    .where('kind', '=', 'association')
    .executeTakeFirst()
  return row?.id
}

/** For what names most of them anyway. */
export async function listEveryOrganisationName(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('identity.organisation').select(['id', 'name']).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Names by identifier, in one query; names of organisations are public. */
export async function listOrganisationNames(
  db: Db,
  organisationIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(organisationIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity.organisation')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export interface Member {
  readonly membershipId: string
  readonly personId: string
  readonly fullName: string
  readonly role: Role
  readonly since: Date
}

export async function listMembers(db: Db, organisationId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('identity.membership as membership')
    .innerJoin('identity.person as person', 'person.id', 'membership.personId')
    .select([
      'membership.id as membershipId',
      'person.id as personId',
      'person.fullName',
      'membership.role',
      'membership.createdAt as since',
    ])
    .where('membership.organisationId', '=', organisationId)
    .where('membership.endedAt', 'is', null)
    .orderBy('person.fullName')
    .execute()
  return rows as Member[]
}

export interface Membership {
  readonly id: string
  readonly organisation: Organisation
  readonly role: Role
}

/** The organisations a person may act for. */
export async function listMemberships(db: Db, personId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('identity.membership as membership')
    .innerJoin(
      'identity.organisation as organisation',
      'organisation.id',
      'membership.organisationId',
    )
    .select([
      'membership.id',
      'membership.role',
      'organisation.id as organisationId',
      'organisation.kind',
      'organisation.name',
    ])
    .where('membership.personId', '=', personId)
    .where('membership.endedAt', 'is', null)
    .orderBy('organisation.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    organisation: { id: row.organisationId, kind: row.kind as OrganisationKind, name: row.name },
  }))
}

/** Whether the person belongs to the organisation, whichever one they act for now: the four-eyes rule asks. */
export async function isMember(
  db: Db,
  personId: Actor['id'],
  organisationId: string,
): Promise<boolean> {
  if (personId === null) return false
  const row = await db
    .selectFrom('identity.membership')
    .select('id')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether somebody already has this role, and is reached at this address. */
export async function isMemberReachedAt(
  db: Db,
  organisationId: string,
  role: Role,
  address: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('identity.membership as membership')
    .innerJoin('identity.person as person', 'person.id', 'membership.personId')
    .select('membership.id')
    .where('membership.organisationId', '=', organisationId)
    .where('membership.role', '=', role)
    .where('membership.endedAt', 'is', null)
    .where((is) => is.or([is('person.email', '=', address), is('person.phone', '=', address)]))
    .executeTakeFirst()
  return row !== undefined
}

export interface OrganisationLine extends Organisation {
  readonly memberCount: number
}

/** For the association, which helps every organisation: by name, the letters anywhere in it. */
export async function searchOrganisations(db: Db, text: string): Promise<OrganisationLine[]> {
  const { rows } = await sql<OrganisationLine>`
    select o.id, o.kind, o.name, count(m.id)::int as "memberCount"
    from identity.organisation o
    left join identity.membership m on m.organisation_id = o.id and m.ended_at is null
    where strpos(platform.fold(o.name), platform.fold(${text})) > 0
    group by o.id order by o.name limit 100`.execute(db)
  return rows
}
