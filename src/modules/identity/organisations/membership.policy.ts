/** Who invites people into an organisation and lets them go. */
import { type Actor, type OrganisationKind, type Role, worksFor } from '#platform/actor.ts'
import { anyOf, associationStaff, type Rule } from '#platform/policy.ts'
import type { Organisation } from './organisation.queries.ts'

/** Those who answer for the organisation; one of them must remain. The association answers for the kinds without. */
export const leadingRoles: Record<OrganisationKind, readonly Role[]> = {
  commune: ['secretary', 'mayor'],
  startup: ['manager'],
  association: ['staff'],
  administration: [],
  partner: [],
}

export function leads(actor: Actor, { id, kind }: Organisation): boolean {
  return worksFor(actor, id) && actor.role !== null && leadingRoles[kind].includes(actor.role)
}

interface Shown {
  readonly organisation: Organisation
}

export const maySeeMembers: Rule<Shown> = (actor, { organisation }) =>
  worksFor(actor, organisation.id) || associationStaff(actor, null)

export const mayChangeMembers: Rule<Shown> = anyOf(
  (actor, { organisation }: Shown) => leads(actor, organisation),
  associationStaff,
)
