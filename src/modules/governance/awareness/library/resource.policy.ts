/** Who may do what with a resource: its author writes it, the association reviews it, the sides of a project agree to its story. */
import { type Actor, communeTeam, worksFor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Resource, ResourceKind } from './resource.schema.ts'
import type { ResourceStep } from './resource.workflow.ts'

type Stored = Pick<
  Resource,
  'status' | 'kind' | 'authorOrganisationId' | 'communeId' | 'startupId' | 'associationId'
>
type Act = ResourceStep | 'read' | 'open' | 'edit' | 'agree'

/** What somebody may write: the association everything, a startup what its solution does, a commune what it lived. */
export function listKindsFor(actor: Actor): readonly ResourceKind[] {
  if (isOfAssociation(actor)) return ['sheet', 'video', 'caseStudy', 'document']
  if (worksForA(actor, 'startup', 'manager', 'member')) return ['sheet', 'video']
  return worksForA(actor, 'commune', ...communeTeam) ? ['experience'] : []
}

export const resourcePolicy = {
  read: (actor, resource) =>
    resource.status === 'published' || isAuthor(actor, resource) || isSide(actor, resource),
  /** Its working page: where it stands, its history. */
  open: (actor, resource) =>
    isAuthor(actor, resource) || isSide(actor, resource) || isOfAssociation(actor),
  edit: (actor, resource) =>
    (resource.status === 'draft' && isAuthor(actor, resource)) ||
    (resource.status === 'proposed' && associationStaff(actor, resource)),
  agree: (actor, resource) => resource.status === 'proposed' && answersForSide(actor, resource),

  propose: isAuthor,
  sendBack: associationStaff,
  publish: (actor, resource) =>
    associationStaff(actor, resource) &&
    (resource.status === 'proposed' || resource.authorOrganisationId === resource.associationId),
  /** A side that no longer agrees takes its story back itself. */
  withdraw: (actor, resource) =>
    associationStaff(actor, resource) || answersForSide(actor, resource),
  resume: (actor, resource) => associationStaff(actor, resource) || isAuthor(actor, resource),
} satisfies Record<Act, Rule<Stored>>

function isOfAssociation(actor: Actor): boolean {
  return worksForA(actor, 'association', 'staff', 'commissioner')
}

function isAuthor(actor: Actor, { authorOrganisationId, associationId }: Stored): boolean {
  return authorOrganisationId === associationId
    ? isOfAssociation(actor)
    : worksFor(actor, authorOrganisationId, ...communeTeam, 'manager', 'member')
}

function isSide(actor: Actor, { kind, communeId, startupId }: Stored): boolean {
  return kind === 'caseStudy' && (worksFor(actor, communeId) || worksFor(actor, startupId))
}

function answersForSide(actor: Actor, { kind, communeId, startupId }: Stored): boolean {
  return (
    kind === 'caseStudy' &&
    (worksFor(actor, communeId, 'secretary', 'mayor') || worksFor(actor, startupId, 'manager'))
  )
}
