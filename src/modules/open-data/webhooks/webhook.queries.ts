/** Receivers as their organisation reads them. Their secrets are read where messages are signed, and nowhere else. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import type { EventKind } from './event-kinds.lists.ts'
import type { Receiver } from './webhook.lifecycle.ts'

const shown = [
  ...(['id', 'organisationId', 'description', 'url', 'kinds', 'status', 'createdAt'] as const),
  ...(['updatedAt', 'failures', 'failingSince', 'restsUntil', 'oldSecretUntil'] as const),
] as const

export type ShownReceiver = Pick<Receiver, (typeof shown)[number]>

const selectReceivers = (db: Db) =>
  db.selectFrom('opendata.webhookReceiver').select(shown).where('status', '!=', 'removed')

/** The latest first. */
export function listReceivers(db: Db, organisationId: string): Promise<ShownReceiver[]> {
  return selectReceivers(db)
    .where('organisationId', '=', organisationId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute() as Promise<ShownReceiver[]>
}

export async function getReceiver(
  db: Db,
  organisationId: string,
  receiverId: string,
): Promise<ShownReceiver> {
  const row = await selectReceivers(db)
    .where('organisationId', '=', organisationId)
    .where('id', '=', receiverId)
    .executeTakeFirst()
  return orNotFound(row as ShownReceiver | undefined)
}

export const listReceiverHistory = (db: Db, receiverId: string): Promise<HistoryLine[]> =>
  listHistory(db, 'opendata.webhookReceiverEvent', { receiverId })

/** With its secrets, for whoever signs. Undefined once it sends no more. */
export async function findActiveReceiver(
  db: Db,
  receiverId: string,
): Promise<Receiver | undefined> {
  const row = await db
    .selectFrom('opendata.webhookReceiver')
    .selectAll()
    .where('id', '=', receiverId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return row as Receiver | undefined
}

interface Listener {
  readonly id: string
  readonly organisationId: string
}

/** Those who follow this kind, of these organisations or of any. */
export function listListeners(
  db: Db,
  kind: EventKind,
  organisationIds: readonly string[] | 'any',
): Promise<Listener[]> {
  let query = db
    .selectFrom('opendata.webhookReceiver')
    .select(['id', 'organisationId'])
    .where('status', '=', 'active')
    .where(sql<boolean>`kinds @> array[${kind}]::text[]`)
  if (organisationIds === 'any') return query.limit(1).execute()
  if (organisationIds.length === 0) return Promise.resolve([])
  query = query.where('organisationId', 'in', [...organisationIds])
  return query.orderBy('id').execute()
}
