/** Accounts as the secretariat finds them: by name or address, with what they belong to and what happened to them. */
import { sql } from 'kysely'
import type { Role } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { listMemberships, type Membership } from '../organisations/organisation.queries.ts'
import { findPerson, type Person } from '../people/person.queries.ts'
import { listSessions } from '../sessions/session.ts'

export interface AccountLine {
  readonly id: string
  readonly fullName: string
  readonly disabledAt: Date | null
  readonly organisations: readonly { readonly name: string; readonly role: Role }[]
}

export const accountPageSize = 50

/** One more than a page holds, when there are more. An address is found whole, a name by a part of it. */
export async function searchAccounts(
  db: Db,
  text: string,
  after: string | null,
): Promise<AccountLine[]> {
  const typed = text.replace(/[%_\\]/g, '')
  const { rows } = await sql<AccountLine>`
    select person.id, person.full_name as "fullName", person.disabled_at as "disabledAt",
      coalesce(json_agg(json_build_object('name', organisation.name, 'role', membership.role) order by organisation.name)
        filter (where membership.id is not null), '[]') as organisations
    from identity.person person
      left join identity.membership membership on membership.person_id = person.id and membership.ended_at is null
      left join identity.organisation organisation on organisation.id = membership.organisation_id
    where (${typed} = '' or platform.fold(person.full_name) like '%' || platform.fold(${typed}) || '%'
        or person.email = lower(${text}) or person.phone = ${text})
      and (${after}::uuid is null or person.id < ${after}::uuid)
    group by person.id order by person.id desc limit ${accountPageSize + 1}`.execute(db)
  return rows
}

export interface Account {
  readonly person: Person
  readonly memberships: readonly Membership[]
  readonly openSessions: number
  readonly events: readonly AccountEvent[]
}

export interface AccountEvent {
  readonly step: string
  readonly reason: string
  readonly occurredAt: Date
}

export async function getAccount(db: Db, personId: string, now: Date): Promise<Account> {
  const person = orNotFound(await findPerson(db, personId))
  return {
    person,
    memberships: await listMemberships(db, personId),
    openSessions: (await listSessions(db, personId, now)).length,
    events: await db
      .selectFrom('identity.accountEvent')
      .select(['step', 'reason', 'occurredAt'])
      .where('personId', '=', personId)
      .orderBy('occurredAt')
      .execute(),
  }
}
