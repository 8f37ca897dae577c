/** Who is acting: a visitor, a person in one of their organisations, or the system itself. */

import { Forbidden } from './errors.ts'

export type OrganisationKind = 'commune' | 'startup' | 'association' | 'administration' | 'partner'

export type Role =
  | 'mayor'
  | 'secretary'
  | 'itOfficer'
  | 'agent'
  /** Of the association, while it assists a commune: drafts and answers, never decides. Nobody's membership. */
  | 'drafter'
  | 'manager'
  | 'member'
  | 'staff'
  | 'commissioner'
  | 'resourcePerson'
  | 'reader'

/** Who answers for a commune: its executive secretary, its mayor, its IT officer. */
export const communeOfficers = ['secretary', 'mayor', 'itOfficer'] as const satisfies Role[]

/** Everybody who works for a commune. */
export const communeTeam = [...communeOfficers, 'agent'] as const satisfies Role[]

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
  /** Set while somebody of the association acts « pour le compte de » the organisation, which is then a commune. */
  readonly assistance?: { readonly id: string; readonly endsAt: Date } | null
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

/**
 * True when the person acts for this organisation, in one of the roles if any are named. Whoever assists a commune is
 * let in by name only ('drafter'): what says nothing of them is closed to them.
 */
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
  if (roles.length === 0) return actor.role !== 'drafter'
  return actor.role !== null && roles.includes(actor.role)
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
