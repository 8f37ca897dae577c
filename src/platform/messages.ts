/** E-mails and SMS, queued in the transaction of what they tell; they leave only if it is committed. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { createId } from './id.ts'

export interface Message {
  readonly channel: 'email' | 'sms'
  /** An e-mail address, or a phone number as E.164. */
  readonly recipient: string
  readonly personId: string | null
  readonly topic: string
  /** The language in which it is written: what is said around it is said in the same. */
  readonly locale: string
  readonly subject: string
  readonly body: string
  /** A path of the site, such as /espace. */
  readonly link: string | null
  /** The same message never leaves twice: the same key is the same message. */
  readonly dedupeKey: string
  /** An e-mail that its reader may refuse says how. */
  readonly mayRefuse?: boolean
  /** Messages of one sending, counted together. */
  readonly batchId?: string | null
}

/** True when the message is new; false when its key had been used. */
export async function queueMessage(db: Db, message: Message, now: Date): Promise<boolean> {
  return (await queueMessages(db, [message], now)) === 1
}

/** How many of them are new. */
export async function queueMessages(
  db: Db,
  messages: readonly Message[],
  now: Date,
): Promise<number> {
  if (messages.length === 0) return 0
  const rows = messages.map((message) => ({
    ...{ id: createId(now.getTime()), mayRefuse: false, batchId: null },
    ...message,
    createdAt: now,
  }))
  const inserted = await db
    .insertInto('platform.message')
    .values(rows)
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .returning('id')
    .execute()
  const ids = inserted.map(({ id }) => id)
  await sql`select graphile_worker.add_job('send-message', json_build_object('messageId', id)) from unnest(${ids}::text[]) as id`.execute(
    db,
  )
  return ids.length
}

export interface MessageOutcome {
  readonly personId: string | null
  readonly sentAt: Date | null
  readonly failedAt: Date | null
}

/** Takes back what has not left of one sending; waits for what is leaving at this moment. */
export async function withdrawBatch(db: Db, batchId: string): Promise<void> {
  await db
    .deleteFrom('platform.message')
    .where('batchId', '=', batchId)
    .where('sentAt', 'is', null)
    .execute()
}

/** What became of the messages of one sending. */
export function listBatchOutcomes(db: Db, batchId: string): Promise<MessageOutcome[]> {
  return db
    .selectFrom('platform.message')
    .select(['personId', 'sentAt', 'failedAt'])
    .where('batchId', '=', batchId)
    .execute()
}
