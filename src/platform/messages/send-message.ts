/** Sends one queued message, once: a second run of the same job finds it sent. */
import type { Db } from '../database.ts'
import { inLocale } from '../i18n.ts'
import type { Platform } from '../web.ts'
import { createMailSender } from './mail.ts'
import type { QueuedMessage, Sender } from './sender.ts'
import { createSmsSender } from './sms.ts'

export interface Senders {
  readonly email: Sender
  readonly sms: Sender
}

/** Where no gateway is configured, nothing leaves: the queued row is the record, shown on the outbox page. */
export function createSenders({ config, secret }: Platform): Senders {
  return { email: createMailSender(config, secret), sms: createSmsSender(config) }
}

/** The row stays locked while the message leaves: of two workers with the same job, the second finds it sent. */
export async function sendMessage(
  { db }: Pick<Platform, 'db'>,
  senders: Senders,
  messageId: string,
  now: Date,
): Promise<void> {
  const failure = await db.transaction().execute(async (transaction) => {
    const message = await findUnsent(transaction, messageId)
    if (!message) return null
    const send = senders[message.channel === 'sms' ? 'sms' : 'email']
    const reason = await inLocale(message.locale, () => trySend(send, message))
    const outcome =
      reason === null
        ? { sentAt: now, failedAt: null, lastError: null }
        : { failedAt: now, lastError: reason }
    await transaction
      .updateTable('platform.message')
      .set({ ...outcome, attempts: message.attempts + 1 })
      .where('id', '=', messageId)
      .execute()
    return reason
  })
  if (failure !== null) throw new Error(`message not sent: ${failure}`)
}

function findUnsent(db: Db, messageId: string) {
  return db
    .selectFrom('platform.message')
    .selectAll()
    .where('id', '=', messageId)
    .where('sentAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Why the message did not leave; null when it did. */
async function trySend(send: Sender, message: QueuedMessage): Promise<string | null> {
  try {
    await send(message)
    return null
  } catch (error) {
    return describeFailure(error as Refusal)
  }
}

interface Refusal extends Error {
  readonly code?: string
  readonly responseCode?: number
}

/** Codes only: what a server answers often repeats the address it was given. */
function describeFailure({ name, code, responseCode }: Refusal): string {
  return [name, code, responseCode].filter((part) => part !== undefined).join(' ')
}
