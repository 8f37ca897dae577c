/** Who may do what with a question between communes: only the two of them, startups and the association never. */
import { type Actor, communeOfficers, worksFor, worksForA } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'
import type { PeerEnquiry } from './peer.schema.ts'
import type { PeerStep } from './peer.workflow.ts'

type Subject = Pick<PeerEnquiry, 'askingCommuneId' | 'askedCommuneId' | 'status'>

export const peerPolicy = {
  read: isEitherSide,
  write: (actor, enquiry) =>
    isEitherSide(actor, enquiry) && ['sent', 'answered'].includes(enquiry.status),
  answer: isAsked,
  decline: isAsked,
  close: isAsking,
} satisfies Record<PeerStep | 'read' | 'write', Rule<Subject>>

/** Asking a peer: anybody of a commune who works on its needs. */
export const mayAskPeer: Rule = (actor) => worksForA(actor, 'commune', ...communeOfficers)

function isAsking(actor: Actor, { askingCommuneId }: Subject): boolean {
  return worksFor(actor, askingCommuneId, ...communeOfficers)
}

function isAsked(actor: Actor, { askedCommuneId }: Subject): boolean {
  return worksFor(actor, askedCommuneId, ...communeOfficers)
}

function isEitherSide(actor: Actor, enquiry: Subject): boolean {
  return isAsking(actor, enquiry) || isAsked(actor, enquiry)
}
