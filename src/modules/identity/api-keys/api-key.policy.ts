/** Who gives the systems of an organisation a key, and takes it back. */
import { anyOf, associationStaff, type Rule } from '#platform/policy.ts'
import { leads } from '../organisations/membership.policy.ts'
import type { Organisation } from '../organisations/organisation.queries.ts'

interface Subject {
  readonly organisation: Organisation
}

/** Those who answer for the organisation, and they alone: the association makes none in the name of another. */
export const mayMakeKeys: Rule<Subject> = (actor, { organisation }) => leads(actor, organisation)

/** The association sees them, and stops a key that harms when nobody of the organisation answers. */
export const mayRevokeKeys: Rule<Subject> = anyOf(mayMakeKeys, associationStaff)
