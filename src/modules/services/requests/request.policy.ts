/** Who may do what with a request: whoever asks, their own part; the people of the commune, theirs; the secretary or the mayor decide. */
import { type Actor, communeTeam, worksFor } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'
import type { RequestStep } from './request.workflow.ts'

export interface RequestSubject {
  readonly communeId: string
  readonly requesterId: string | null
  readonly enteredBy: string | null
  readonly status: string
}

export const requestPolicy = {
  /** Its form, while it is written or completed. */
  answer: isAsker,
  read: (actor, request) => isAsker(actor, request) || isTeam(actor, request),
  instruct: isTeam,
  write: (actor, request) => isAsker(actor, request) || isTeam(actor, request),
  submit: isAsker,
  complete: isAsker,
  withdraw: isAsker,
  take: isTeam,
  release: isTeam,
  askCompletion: isTeam,
  propose: isTeam,
  sendBack: decides,
  accept: decides,
  refuse: decides,
  /** An act answers a request that was accepted. */
  signAct: (actor, request) =>
    decides(actor, request) && (request.status === 'accepted' || request.status === 'closed'),
  acceptBySilence: isSystem,
  refuseBySilence: isSystem,
  close: isTeam,
} satisfies Record<
  RequestStep | 'answer' | 'read' | 'instruct' | 'write' | 'signAct',
  Rule<RequestSubject>
>

/** In their own name, not while they act for an organisation they assist; or the agent who writes it at the counter. */
function isAsker(actor: Actor, request: RequestSubject): boolean {
  if (actor.id === null || actor.assistance) return false
  if (request.requesterId !== null) return request.requesterId === actor.id
  return request.status === 'draft'
    ? request.enteredBy === actor.id && worksFor(actor, request.communeId, ...communeTeam)
    : worksFor(actor, request.communeId, ...communeTeam)
}

/** A draft is nobody's but whoever writes it. */
function isTeam(actor: Actor, request: RequestSubject): boolean {
  return request.status !== 'draft' && worksFor(actor, request.communeId, ...communeTeam)
}

function decides(actor: Actor, request: RequestSubject): boolean {
  return isTeam(actor, request) && worksFor(actor, request.communeId, 'secretary', 'mayor')
}

function isSystem(actor: Actor): boolean {
  return actor.kind === 'system'
}
