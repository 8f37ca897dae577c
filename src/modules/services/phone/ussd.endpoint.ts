/**
 * Where the USSD gateway calls, in the form of Africa's Talking: sessionId, phoneNumber, text (« 1*2 »); the answer begins with CON or
 * END.
 */
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import type { Context } from '#platform/web.ts'
import { type ToldByPhone, tellByPhone } from '../reports/tell-by-phone.actions.ts'
import { findPaper } from './find-paper.ts'
import { type Call, phoneEndpoint } from './phone-gateway.ts'
import { walkMenu } from './ussd-menu.ts'
import { readTyped, tell, type UssdScreen, writeScreen } from './ussd-screen.ts'

export const ussdEndpoint = phoneEndpoint({
  path: '/ussd/:secret',
  numberField: 'phoneNumber',
  answer: async (call, context) => ({
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: writeScreen(await openScreen(call, context)),
  }),
})

function openScreen({ phone, text }: Call, context: Context): Promise<UssdScreen> {
  const { platform, now } = context
  return readAs(platform.db, system, (db) =>
    walkMenu(readTyped(text), {
      ...{ db, phone, today: toDay(now) },
      findPaper: (code) => findPaper({ ...context, db }, code, phone),
      tellReport: (told) => tellReport(context, told),
    }),
  ).catch((error: Error) => {
    platform.log.error({ err: error }, 'ussd failed')
    return tell('Le service ne répond pas. Rappelez plus tard.')
  })
}

/** Of one telephone, in a day. */
const mostReports = 6

async function tellReport({ platform, now }: Context, told: ToldByPhone) {
  const { db, rateLimiter } = platform
  if (!(await rateLimiter.tryPoint(`report ${told.phone}`, mostReports, 86_400))) return null
  return writeAs(db, system, (own) => tellByPhone({ db: own, actor: system, now }, told))
}
