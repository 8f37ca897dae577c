/** Who is acting: a visitor, a person in one of their organisations, a key of one, or the system itself. */

import { Forbidden } from './errors.ts'

export type OrganisationKind = 'commune' | 'startup' | 'association' | 'administration' | 'partner'

export type Role =
  | 'mayor'
  | 'secretary'
  | 'itOfficer'
  | 'agent'
  /** Of the association, while it assists a commune: drafts and answers, never decides. Nobody's membership. */
  | 'drafter'
  /** A system of the organisation, by one of its keys: it may what its scopes say. Nobody's membership. */
  | 'key'
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
  readonly kind: 'visitor' | 'person' | 'key' | 'system'
  /** The person; null for all the others. */
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
  /** Set while a system of the organisation acts: it is nobody, and no person's doing. */
  readonly key?: Key | null
}

interface Key {
  readonly id: string
  readonly scopes: readonly string[]
  /** Whom the system acts through, as an information mediator names it. */
  readonly mediatorClient: string | null
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
 * True when the person acts for this organisation, in one of the roles if any are named. Whoever assists a commune, and a
 * key, are let in by name only ('drafter', and a scope): what says nothing of them is closed to them.
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

/** True when a key of this organisation acts, and carries the scope. */
export function holdsScope(actor: Actor, organisationId: string, scope: string): boolean {
  return worksFor(actor, organisationId, 'key') && actor.key?.scopes.includes(scope) === true
}

function hasRole(actor: Actor, roles: Role[]): boolean {
  if (roles.length === 0) return actor.role !== 'drafter' && actor.role !== 'key'
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
