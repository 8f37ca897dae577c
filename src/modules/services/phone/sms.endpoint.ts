/**
 * Where the gateway brings the SMS that people send, in the form of Africa's Talking: from, text, id. What is answered leaves as an SMS of
 * its own, and the gateway that brings the same message twice is answered once.
 */
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { deriveId } from '#platform/id.ts'
import { queueMessage } from '#platform/messages.ts'
import type { Context } from '#platform/web.ts'
import { obeyCommand } from './obey-command.ts'
import { type Call, phoneEndpoint } from './phone-gateway.ts'
import { readCommand } from './sms-command.rules.ts'

/** Each answer is paid for: what one telephone may be answered in an hour. */
const mostAnswers = 20

export const smsEndpoint = phoneEndpoint({
  path: '/sms/:secret',
  numberField: 'from',
  answer: async (call, context) => {
    const { phone } = call
    const { rateLimiter } = context.platform
    if (phone && (await rateLimiter.tryPoint(`sms ${phone}`, mostAnswers, 3600)))
      await answerOnce({ ...call, phone }, context)
    return { headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' }
  },
})

/** What the message does and what it is answered both bear its own identifier: the second time, nothing is new. */
async function answerOnce(
  { phone, text }: Call & { readonly phone: string },
  context: Context,
): Promise<void> {
  const { platform, fields, now } = context
  const id = deriveId(JSON.stringify(['sms', phone, text, fields.id ?? fields.date ?? '']))
  await writeAs(platform.db, system, async (db) => {
    const body = await obeyCommand(readCommand(text), { id, phone }, { ...context, db })
    const to = { channel: 'sms', recipient: phone, personId: null, locale: 'fr' } as const
    const what = { topic: 'requests', subject: 'Cauri', body, link: null }
    await queueMessage(db, { ...to, ...what, dedupeKey: `sms:${id}` }, now)
  })
}
