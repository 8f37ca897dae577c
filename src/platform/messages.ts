/** E-mails and SMS, queued in the transaction of what they tell; they leave only if it is committed. */
import type { Db } from './database.ts'
import { addJob } from './events.ts'
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
}

/** True when the message is new; false when its key had been used. */
export async function queueMessage(db: Db, message: Message, now: Date): Promise<boolean> {
  const id = createId(now.getTime())
  const inserted = await db
    .insertInto('platform.message')
    .values({ id, ...message, createdAt: now })
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return false
  await addJob(db, 'send-message', { messageId: id })
  return true
}
