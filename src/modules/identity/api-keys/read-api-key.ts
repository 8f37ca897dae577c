/**
 * The door of whatever systems call: the key they show becomes the actor, which is the organisation by that key and never a person.
 * Called once the request's own transaction is over (`Afterwards`), or by a GET: what follows runs as the actor it gives.
 */
import type { Actor } from '#platform/actor.ts'
import { system } from '#platform/actor.ts'
import { type Db, readAs, setActor } from '#platform/database.ts'
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
import { quotas, type Scope } from './scope.lists.ts'

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
}

export type KeyReading = { readonly ok: true; readonly actor: Actor } | KeyRefusal

interface Door {
  readonly scope: Scope
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
  const wait = await takeQuota(context, found)
  if (wait !== null) return refuseKey('quota', wait)
  await touchKey(platform.db, found, now)
  if (!found.scopes.includes(scope)) return refuseKey('scope')
  return { ok: true, actor: toActor(found, mediatorClient) }
}

function refuseKey(
  because: KeyRefusal['because'],
  retryAfterSeconds: number | null = null,
): KeyRefusal {
  return { ok: false, because, retryAfterSeconds }
}

function toActor(
  { id, name, scopes, organisation }: KeyAtDoor,
  mediatorClient: string | null,
): Actor {
  const key = { id, scopes, mediatorClient }
  return { kind: 'key', id: null, name, organisation, role: 'key', key }
}

/** Seconds to wait once a quota is used up; null while there is some left. */
async function takeQuota({ platform }: Context, { id }: KeyAtDoor): Promise<number | null> {
  for (const [span, { points, seconds }] of Object.entries(quotas)) {
    const counter = `api-key ${id} ${span}`
    if (await platform.rateLimiter.tryPoint(counter, points, seconds)) continue
    return Math.max(1, await platform.rateLimiter.countWait(counter))
  }
  return null
}

/** Every few minutes at most. Not `writeAs`: public pages have nothing to forget. */
async function touchKey(db: Db, { id, lastUsedAt }: KeyAtDoor, now: Date): Promise<void> {
  if (lastUsedAt !== null && !isTouchDue(lastUsedAt, now)) return
  await db.transaction().execute(async (transaction) => {
    await setActor(transaction, system)
    await transaction
      .updateTable('identity.apiKey')
      .set({ lastUsedAt: now })
      .where('id', '=', id)
      .execute()
  })
}
