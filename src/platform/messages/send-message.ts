/** Sends one queued message, once: a second run of the same job finds it sent. */
import { system } from '../actor.ts'
import { writeAs } from '../database.ts'
import type { Platform } from '../web.ts'
import { createMailSender } from './mail.ts'
import type { Sender } from './sender.ts'
import { createSmsSender } from './sms.ts'

export interface Senders {
  readonly email: Sender
  readonly sms: Sender
}

/** Where no gateway is configured, nothing leaves: the queued row is the record, shown on the outbox page. */
export function createSenders({ config }: Platform): Senders {
  return { email: createMailSender(config), sms: createSmsSender(config) }
}

export async function sendMessage(
  { db }: Platform,
  senders: Senders,
  messageId: string,
  now: Date,
): Promise<void> {
  const message = await db
    .selectFrom('platform.message')
    .selectAll()
    .where('id', '=', messageId)
    .executeTakeFirst()
  if (!message || message.sentAt !== null) return
  const attempts = message.attempts + 1
  try {
    await senders[message.channel === 'sms' ? 'sms' : 'email'](message)
  } catch (error) {
    await note(db, messageId, { attempts, failedAt: now, lastError: (error as Error).name })
    throw error
  }
  await note(db, messageId, { attempts, sentAt: now, failedAt: null, lastError: null })
}

function note(db: Platform['db'], messageId: string, set: object): Promise<unknown> {
  return writeAs(db, system, (transaction) =>
    transaction.updateTable('platform.message').set(set).where('id', '=', messageId).execute(),
  )
}
