/** The log of what was sent to a receiver. */
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Details } from './envelope.rules.ts'
import type { SentKind } from './event-kinds.lists.ts'
import type { DeliveryState } from './webhook.labels.ts'

type Stored = Selectable<Tables['opendata.webhookDelivery']>

export type Delivery = Omit<Stored, 'state' | 'details' | 'kind'> & {
  readonly state: DeliveryState
  readonly details: Details
  readonly kind: SentKind
}

export type Attempt = Selectable<Tables['opendata.webhookAttempt']>

export type DeliveryLine = Delivery & Pick<Attempt, 'answer'>

export interface DeliveryFilter {
  readonly state: DeliveryState | null
  readonly kind: string | null
}

/** The latest first, each with the beginning of the last answer; one more than asked tells that there are others. */
export async function listDeliveries(
  db: Db,
  receiverId: string,
  { state, kind }: DeliveryFilter,
  after: PublishedCursor | null,
  limit: number,
): Promise<DeliveryLine[]> {
  let lines = db
    .selectFrom('opendata.webhookDelivery as delivery')
    .leftJoin('opendata.webhookAttempt as attempt', (join) =>
      join
        .onRef('attempt.deliveryId', '=', 'delivery.id')
        .onRef('attempt.number', '=', 'delivery.attempts'),
    )
    .selectAll('delivery')
    .select('attempt.answer')
    .where('delivery.receiverId', '=', receiverId)
  if (state) lines = lines.where('delivery.state', '=', state)
  if (kind) lines = lines.where('delivery.kind', '=', kind)
  if (after)
    lines = lines.where(
      sql<boolean>`(delivery.created_at, delivery.id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`,
    )
  const rows = await lines
    .orderBy('delivery.createdAt', 'desc')
    .orderBy('delivery.id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows as unknown as DeliveryLine[]
}

export async function getDelivery(db: Db, receiverId: string, id: string): Promise<Delivery> {
  const row = await db
    .selectFrom('opendata.webhookDelivery')
    .selectAll()
    .where('receiverId', '=', receiverId)
    .where('id', '=', id)
    .executeTakeFirst()
  return orNotFound(row as unknown as Delivery | undefined)
}

export function listAttempts(db: Db, deliveryId: string): Promise<Attempt[]> {
  return db
    .selectFrom('opendata.webhookAttempt')
    .selectAll()
    .where('deliveryId', '=', deliveryId)
    .orderBy('number', 'desc')
    .execute()
}

/** What waits for a receiver, the one that waits least first. */
export async function findNextDelivery(db: Db, receiverId: string): Promise<Delivery | undefined> {
  const row = await db
    .selectFrom('opendata.webhookDelivery')
    .selectAll()
    .where('receiverId', '=', receiverId)
    .where('state', '=', 'waiting')
    .orderBy('nextAttemptAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row as unknown as Delivery | undefined
}
