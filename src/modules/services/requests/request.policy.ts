/**
 * Who may do what with a request: whoever asks, their own part; the people of the commune, theirs; the secretary or the mayor decide.
 * A system of the commune files, completes and moves by its key's scopes; it never proposes, decides nor signs (decision 0048).
 */
import { type Actor, communeTeam, holdsScope, worksFor } from '#platform/actor.ts'
import { anyOf, type Rule } from '#platform/policy.ts'
import type { RequestStep } from './request.workflow.ts'

export interface RequestSubject {
  readonly communeId: string
  readonly requesterId: string | null
  readonly enteredBy: string | null
  /** Of the system that filed it. */
  readonly keyId: string | null
  readonly status: string
}

export const requestPolicy = {
  /** Its form, while it is written or completed. */
  answer: anyOf(isAsker, isFilingSystem),
  read: anyOf(isAsker, isTeam, isReadingSystem),
  instruct: isTeam,
  write: (actor, request) => isAsker(actor, request) || isTeam(actor, request),
  submit: anyOf(isAsker, isFilingSystem),
  complete: anyOf(isAsker, isFilingSystem),
  withdraw: isAsker,
  take: anyOf(isTeam, isWorkingSystem),
  release: isTeam,
  askCompletion: anyOf(isTeam, isWorkingSystem),
  propose: isTeam,
  sendBack: decides,
  accept: decides,
  refuse: decides,
  /** An act answers a request that was accepted. */
  signAct: (actor, request) =>
    decides(actor, request) && (request.status === 'accepted' || request.status === 'closed'),
  acceptBySilence: isSystem,
  refuseBySilence: isSystem,
  close: anyOf(isTeam, isWorkingSystem),
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

/** Its own draft; then what any system of the commune filed, since keys do not last. */
function isFilingSystem(actor: Actor, request: RequestSubject): boolean {
  if (request.keyId === null || !holdsScope(actor, request.communeId, 'demandes.deposer'))
    return false
  return request.status !== 'draft' || request.keyId === actor.key?.id
}

function isReadingSystem(actor: Actor, request: RequestSubject): boolean {
  return request.status !== 'draft' && holdsScope(actor, request.communeId, 'demandes.lire')
}

function isWorkingSystem(actor: Actor, request: RequestSubject): boolean {
  return request.status !== 'draft' && holdsScope(actor, request.communeId, 'taches.traiter')
}

function isSystem(actor: Actor): boolean {
  return actor.kind === 'system'
}
