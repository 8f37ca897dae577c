/** Who prepares a file for a formal tender, who hands it over, and who reads it: everybody, once it has left the commune. */
import { type Actor, communeOfficers, worksFor } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Tender } from './tender.schema.ts'
import type { TenderStep } from './tender.workflow.ts'

type Subject = Pick<Tender, 'communeId' | 'status'>

export const tenderPolicy = {
  follow: (actor, tender) => isCommune(actor, tender) || associationStaff(actor, tender),
  readPublic: (_, { status }) => status !== 'draft' && status !== 'withdrawn',
  edit: (actor, tender) => tender.status === 'draft' && isCommune(actor, tender),
  recordResult: (actor, tender) => tender.status === 'handedOver' && isCommune(actor, tender),

  handOver: (actor, { communeId }) => worksFor(actor, communeId, 'secretary', 'mayor'),
  award: isCommune,
  declareUnsuccessful: isCommune,
  cancel: isCommune,
  withdraw: isCommune,
} satisfies Record<TenderStep | 'follow' | 'readPublic' | 'edit' | 'recordResult', Rule<Subject>>

function isCommune(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeOfficers)
}
