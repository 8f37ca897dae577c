/** Tells one person what concerns their own account; these messages cannot be turned off. */
import type { Db } from '#platform/database.ts'
import { queueMessage } from '#platform/messages.ts'
import { chooseChannels } from './channels.rules.ts'

interface Notice {
  readonly personId: string
  readonly subject: string
  readonly text: string
  readonly link: string
  readonly key: string
}

export async function tellPerson(db: Db, notice: Notice, now: Date): Promise<void> {
  const { personId, subject, text: body, link, key } = notice
  const person = await db
    .selectFrom('identity.person')
    .select(['email', 'phone'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  for (const { channel, recipient } of chooseChannels(person, 'account', [])) {
    const dedupeKey = `${key}:${personId}:${channel}`
    const message = {
      channel,
      recipient,
      personId,
      topic: 'account',
      subject,
      body,
      link,
      dedupeKey,
    }
    await queueMessage(db, message, now)
  }
}

/** Something changed in how one signs in: whoever did not do it must know, and know what to do. */
export function tellSecurityChange(db: Db, personId: string, subject: string, now: Date) {
  const text = `${subject}. Si ce n’est pas vous, changez tout de suite de mot de passe et fermez les autres sessions.`
  const key = `security:${subject}:${now.getTime()}`
  return tellPerson(db, { personId, subject, text, link: '/espace/compte', key }, now)
}
