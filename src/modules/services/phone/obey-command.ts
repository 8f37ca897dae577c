/** Does what an SMS asks, and says what is to be answered. Only the requests that gave this telephone are its own. */
import { refuseCampaignsBySms } from '#modules/identity/index.ts'
import type { Context } from '#platform/web.ts'
import { listReportsOfPhone } from '../reports/tell-by-phone.actions.ts'
import { receiveMessage } from '../requests/instruct-request.actions.ts'
import { tellOfMessage } from '../requests/request.messages.ts'
import { findPaper } from './find-paper.ts'
import { findRequestOfPhone, listRequestsOfPhone } from './phone.queries.ts'
import { describePaper, describeReport, describeRequest, noRequests } from './phone-words.rules.ts'
import type { SmsCommand } from './sms-command.rules.ts'

const help =
  'Envoyez SUIVI, ou le numéro de votre demande ; ce numéro puis votre message pour écrire à la mairie ; PAPIER et un code pour vérifier un papier.'
const stopped =
  'Vous ne recevrez plus de campagnes de l’association par SMS. Les décisions vous parviennent toujours.'
const unknown = 'Aucun compte n’a ce numéro : vous ne recevez aucune campagne.'
const notYours = 'Aucune demande de ce numéro n’a donné votre téléphone.'
const inOneAnswer = 3

export interface ReceivedSms {
  readonly id: string
  /** As E.164. */
  readonly phone: string
}

export function obeyCommand(
  command: SmsCommand,
  sms: ReceivedSms,
  context: Context,
): Promise<string> | string {
  switch (command.kind) {
    case 'follow':
      return command.reference === null
        ? followAll(sms, context)
        : followOne(command.reference, sms, context)
    case 'write':
      return write(command, sms, context)
    case 'paper':
      return findPaper(context, command.code, sms.phone).then(describePaper)
    case 'stop':
      return refuseCampaignsBySms(context.db, sms.phone).then((isKnown) =>
        isKnown ? stopped : unknown,
      )
    case 'help':
      return help
  }
}

async function followAll({ phone }: ReceivedSms, { db }: Context): Promise<string> {
  const requests = await listRequestsOfPhone(db, phone, inOneAnswer)
  const reports = (await listReportsOfPhone(db, phone)).slice(0, inOneAnswer)
  const told = [...requests.map(describeRequest), ...reports.map(describeReport)]
  return told.length === 0 ? noRequests : told.slice(0, inOneAnswer).join('\n')
}

async function followOne(
  reference: string,
  { phone }: ReceivedSms,
  { db }: Context,
): Promise<string> {
  const [found] = await listRequestsOfPhone(db, phone, 1, reference)
  return found ? describeRequest(found) : notYours
}

async function write(
  { reference, body }: Extract<SmsCommand, { kind: 'write' }>,
  { id, phone }: ReceivedSms,
  context: Context,
): Promise<string> {
  const request = await findRequestOfPhone(context.db, phone, reference)
  if (!request) return notYours
  const isNew = await receiveMessage(context, request, { id, body })
  if (isNew) await tellOfMessage(context, request, { from: 'citizen' })
  return `${reference} : la mairie a votre message.`
}
