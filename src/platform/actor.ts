/** Who is acting: a visitor, a person in one of their organisations, or the system itself. */

import { Forbidden } from './errors.ts'

export type OrganisationKind = 'commune' | 'startup' | 'association' | 'administration' | 'partner'

export type Role =
  | 'mayor'
  | 'secretary'
  | 'itOfficer'
  | 'agent'
  | 'manager'
  | 'member'
  | 'staff'
  | 'commissioner'
  | 'resourcePerson'
  | 'reader'

export interface Actor {
  readonly kind: 'visitor' | 'person' | 'system'
  /** The person; null for a visitor and for the system. */
  readonly id: string | null
  readonly name: string
  /** The organisation the person chose to act for; null for a citizen or a visitor. */
  readonly organisation: {
    readonly id: string
    readonly kind: OrganisationKind
    readonly name: string
  } | null
  readonly role: Role | null
}

export const visitor: Actor = {
  kind: 'visitor',
  id: null,
  name: '',
  organisation: null,
  role: null,
}
export const system: Actor = {
  kind: 'system',
  id: null,
  name: 'Cauri',
  organisation: null,
  role: null,
}

/** True when the person acts for this organisation, in one of the roles if any are named. */
export function worksFor(actor: Actor, organisationId: string | null, ...roles: Role[]): boolean {
  return (
    actor.organisation !== null && actor.organisation.id === organisationId && hasRole(actor, roles)
  )
}

/** True when the person acts for an organisation of this kind, in one of the roles if any are named. */
export function worksForA(actor: Actor, kind: OrganisationKind, ...roles: Role[]): boolean {
  return actor.organisation?.kind === kind && hasRole(actor, roles)
}

function hasRole(actor: Actor, roles: Role[]): boolean {
  return roles.length === 0 || (actor.role !== null && roles.includes(actor.role))
}

/** The person who acts. Throws Forbidden for a visitor, whom the server then asks to sign in. */
export function getPersonId({ id }: Actor): string {
  if (id === null) throw new Forbidden()
  return id
}

/** The organisation acted for. Throws Forbidden for whoever acts for none. */
export function getOrganisationId({ organisation }: Actor): string {
  if (organisation === null) throw new Forbidden()
  return organisation.id
}
