/**
 * Where the USSD gateway calls, in the form of Africa's Talking: sessionId, phoneNumber, text (« 1*2 »); the answer begins with CON or
 * END. The address carries a secret, since the gateway signs nothing and its word is taken for who calls.
 */
import { timingSafeEqual } from 'node:crypto'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { findDocumentByCode, stateOf } from '#platform/documents.ts'
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, endpoint, fields } from '#platform/web.ts'
import { walkMenu } from './ussd-menu.ts'
import { readTyped, tell, writeScreen } from './ussd-screen.ts'

/** Codes of papers that one telephone may try in an hour. */
const mostCodes = 20

export const ussdEndpoint = endpoint('/ussd/:secret', {
  method: 'POST',
  isCsrfExempt: true,
  load: ({ secret }: { secret: string }, { platform }: Context) =>
    isKnown(secret, platform.config.ussdSecret),
  allow: everyone,
  reply: (isGateway, context) => {
    if (!isGateway) return { status: 404, body: '' }
    return async () => {
      const screen = await answer(context)
      return {
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: writeScreen(screen),
      }
    }
  },
})

function isKnown(given: string, expected: string | null): boolean {
  if (expected === null) return false
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function answer(context: Context) {
  const { platform, fields: sent, now } = context
  const typed = readTyped(typeof sent.text === 'string' ? sent.text : '')
  const phone = fields.optionalPhone().safeParse(sent.phoneNumber)
  const number = phone.success ? phone.data : null
  return readAs(platform.db, system, (db) =>
    walkMenu(typed, {
      ...{ db, phone: number, today: toDay(now) },
      findDocument: (code) => findPaper({ ...context, db }, code, number ?? 'unknown'),
    }),
  ).catch((error: Error) => {
    platform.log.error({ err: error }, 'ussd failed')
    return tell('Le service ne répond pas. Rappelez plus tard.')
  })
}

async function findPaper(context: Context, code: string, phone: string) {
  const { rateLimiter } = context.platform
  if (!(await rateLimiter.tryPoint(`ussd ${phone}`, mostCodes, 3600))) return undefined
  const document = await findDocumentByCode(context, code)
  return document && { document, state: stateOf(document) }
}
