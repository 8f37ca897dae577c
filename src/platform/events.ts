/**
 * What happened in the domain, written in the transaction that made it happen.
 * A job delivers each event to its subscribers (src/app.ts names them) at least once.
 */
import { sql } from 'kysely'
import { system } from './actor.ts'
import { type Db, writeAs } from './database.ts'
import { createId } from './id.ts'

export interface DomainEvent {
  /** Such as 'need.publish': the entity and the step. */
  readonly kind: string
  readonly subjectId: string
  readonly payload: Readonly<Record<string, string | number | boolean | null>>
}

export interface RecordedEvent extends DomainEvent {
  readonly id: string
  readonly occurredAt: Date
}

/** Writes the event and the job that delivers it; both vanish if the transaction does. */
export function recordEvent(db: Db, event: DomainEvent, now: Date): Promise<void> {
  return recordEvents(db, [event], now)
}

/** Each is delivered by a job of its own. */
export async function recordEvents(
  db: Db,
  events: readonly DomainEvent[],
  now: Date,
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ kind, subjectId, payload }) => ({
    ...{ id: createId(now.getTime()), kind, subjectId, occurredAt: now },
    payload: JSON.stringify(payload),
  }))
  await db.insertInto('platform.event').values(rows).execute()
  const ids = rows.map(({ id }) => id)
  await sql`select graphile_worker.add_job('deliver-event', json_build_object('eventId', id)) from unnest(${ids}::text[]) as id`.execute(
    db,
  )
}

export interface Job {
  readonly payload: Readonly<Record<string, string>>
  /** A job that already waits under it is replaced. */
  readonly key?: string
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
  /** Not before. */
  readonly runAt?: Date
}

/** Queues a job in the same transaction. */
export function addJob(
  db: Db,
  task: string,
  payload: Job['payload'],
  options: Omit<Job, 'payload'> = {},
): Promise<void> {
  return addJobs(db, task, [{ payload, ...options }])
}

export async function addJobs(db: Db, task: string, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return
  await sql`select graphile_worker.add_job(${task}, payload, queue_name => queue, run_at => "runAt", job_key => key)
    from json_to_recordset(${JSON.stringify(jobs)}::json) as job(payload json, key text, queue text, "runAt" timestamptz)`.execute(
    db,
  )
}

/** Reacts to an event, in a transaction of the system; delivered at least once. */
export type Subscriber = (db: Db, event: RecordedEvent) => Promise<void>
export type Subscribers = Readonly<Record<string, readonly Subscriber[]>>

/** Those of every module, in their order: what several await reaches each of them. */
export function mergeSubscribers(lists: readonly Subscribers[]): Subscribers {
  const merged: Record<string, Subscriber[]> = {}
  for (const [kind, subscribers] of lists.flatMap((list) => Object.entries(list)))
    merged[kind] = [...(merged[kind] ?? []), ...subscribers]
  return merged
}

/** Calls every subscriber of the event and notes the delivery, all in one transaction. */
export async function deliverEvent(
  db: Db,
  eventId: string,
  subscribers: Subscribers,
): Promise<void> {
  await writeAs(db, system, async (transaction) => {
    const row = await transaction
      .selectFrom('platform.event')
      .selectAll()
      .where('id', '=', eventId)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.deliveredAt !== null) return
    const event = { ...row, payload: row.payload as RecordedEvent['payload'] }
    for (const subscribe of subscribers[row.kind] ?? []) await subscribe(transaction, event)
    await transaction
      .updateTable('platform.event')
      .set({ deliveredAt: new Date() })
      .where('id', '=', eventId)
      .execute()
  })
}
