/** The people of many organisations, with what reaches each: for what is sent to many at once. */
import type { Role } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import type { Recipient } from './deliver.ts'

export interface MemberRecipient extends Recipient {
  readonly organisationId: string
  readonly role: Role
}

/** Whoever works for one of these organisations in one of these roles; somebody of two of them comes twice. */
export async function listRecipientsOf(
  db: Db,
  organisationIds: readonly string[],
  roles: readonly Role[],
): Promise<MemberRecipient[]> {
  if (organisationIds.length === 0 || roles.length === 0) return []
  const rows = await selectMembers(db)
    .where('membership.organisationId', 'in', [...organisationIds])
    .where('membership.role', 'in', [...roles])
    .execute()
  return rows as MemberRecipient[]
}

/** Everybody who works for an organisation of these kinds; somebody of two of them comes twice. */
export async function listRecipientsOfKinds(
  db: Db,
  kinds: readonly string[],
): Promise<(MemberRecipient & { readonly kind: string })[]> {
  const rows = await selectMembers(db)
    .innerJoin(
      'identity.organisation as organisation',
      'organisation.id',
      'membership.organisationId',
    )
    .select('organisation.kind')
    .where('organisation.kind', 'in', [...kinds])
    .execute()
  return rows as (MemberRecipient & { kind: string })[]
}

/** These people, who were chosen before: those whose account was closed since are left out. */
export function listRecipients(db: Db, personIds: readonly string[]): Promise<Recipient[]> {
  return db
    .selectFrom('identity.person')
    .select(['id', 'email', 'phone', 'locale'])
    .where('id', 'in', [...personIds])
    .where('disabledAt', 'is', null)
    .orderBy('id')
    .execute()
}

function selectMembers(db: Db) {
  return db
    .selectFrom('identity.membership as membership')
    .innerJoin('identity.person as person', 'person.id', 'membership.personId')
    .select(['person.id', 'person.email', 'person.phone', 'person.locale'])
    .select(['membership.organisationId', 'membership.role'])
    .where('membership.endedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .orderBy('person.id')
    .orderBy('membership.organisationId')
}
