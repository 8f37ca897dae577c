/**
 * The door of whatever systems call: the key they show becomes the actor, which is the organisation by that key and never a person.
 * Called once the request's own transaction is over (`Afterwards`), or by a GET: what follows runs as the actor it gives.
 */
import type { Actor } from '#platform/actor.ts'
import { system } from '#platform/actor.ts'
import { type Db, noteAs, readAs } from '#platform/database.ts'
import type { Allowance } from '#platform/rate-limit.ts'
import type { Context } from '#platform/web.ts'
import { isTouchDue } from '../sessions/session.rules.ts'
import { findKeyAtDoor, type KeyAtDoor } from './api-key.queries.ts'
import {
  findKeyState,
  findSentKey,
  type KeyState,
  looksLikeKey,
  readMediatorClient,
} from './api-key.rules.ts'
import { type QuotaSpan, quotaSpans, quotas, type Scope } from './scope.lists.ts'

export interface KeyRefusal {
  readonly ok: false
  readonly because:
    | 'missing'
    | 'unknown'
    | Exclude<KeyState, 'live'>
    | 'scope'
    | 'quota'
    | 'mediator'
  /** When it was asked too often. */
  readonly retryAfterSeconds: number | null
  /** Empty while the key is not known. */
  readonly allowances: readonly KeyAllowance[]
}

/** What is left of one quota of a key. */
export interface KeyAllowance extends Allowance {
  readonly span: QuotaSpan
}

interface KnownKey {
  readonly ok: true
  readonly actor: Actor
  readonly allowances: readonly KeyAllowance[]
}

export type KeyReading = KnownKey | KeyRefusal

interface Door {
  /** Null where any key of an organisation may come in. */
  readonly scope: Scope | null
  /** Protocols older than the header send it as a field or in the address. */
  readonly parameter?: string
}

export async function readApiKey(
  context: Context,
  { scope, parameter }: Door,
): Promise<KeyReading> {
  const { platform, now, headers, fields, query } = context
  const parameters = parameter ? [fields[parameter], query[parameter]] : []
  const sent = findSentKey(headers.authorization, parameters)
  if (sent === null) return refuseKey('missing')
  if (!looksLikeKey(sent)) return refuseKey('unknown')
  const mediatorClient = readMediatorClient(headers['information-mediator-client'])
  if (mediatorClient === 'unreadable') return refuseKey('mediator')
  const found = await readAs(platform.db, system, (db) => findKeyAtDoor(db, sent))
  if (!found) return refuseKey('unknown')
  const state = findKeyState(found, now)
  if (state !== 'live') return refuseKey(state)
  const allowances = await takeQuotas(context, found)
  if (allowances.some(({ isTaken }) => !isTaken)) return refuseKey('quota', allowances)
  await touchKey(platform.db, found, now)
  if (scope !== null && !found.scopes.includes(scope)) return refuseKey('scope', allowances)
  return { ok: true, actor: toActor(found, mediatorClient), allowances }
}

function refuseKey(
  because: KeyRefusal['because'],
  allowances: readonly KeyAllowance[] = [],
): KeyRefusal {
  const spent = allowances.find(({ isTaken }) => !isTaken)
  return { ok: false, because, retryAfterSeconds: spent?.seconds ?? null, allowances }
}

function toActor(
  { id, name, scopes, organisation }: KeyAtDoor,
  mediatorClient: string | null,
): Actor {
  const key = { id, scopes, mediatorClient }
  return { kind: 'key', id: null, name, organisation, role: 'key', key }
}

/** A point of each quota, until one is used up. */
async function takeQuotas({ platform }: Context, { id }: KeyAtDoor): Promise<KeyAllowance[]> {
  const allowances: KeyAllowance[] = []
  for (const span of quotaSpans) {
    const { points, seconds } = quotas[span]
    const taken = await platform.rateLimiter.takePoint(`api-key ${id} ${span}`, points, seconds)
    allowances.push({ ...taken, span })
    if (!taken.isTaken) break
  }
  return allowances
}

/** Every few minutes at most. */
async function touchKey(db: Db, { id, lastUsedAt }: KeyAtDoor, now: Date): Promise<void> {
  if (lastUsedAt !== null && !isTouchDue(lastUsedAt, now)) return
  await noteAs(db, system, (transaction) =>
    transaction
      .updateTable('identity.apiKey')
      .set({ lastUsedAt: now })
      .where('id', '=', id)
      .execute(),
  )
}
