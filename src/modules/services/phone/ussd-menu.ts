/** The menu of the feature phone: follow a request, check a paper, know what a procedure asks and costs. Each answer stands alone. */
import type { Db } from '#platform/database.ts'
import { describeFee, type ToldFee } from '../procedures/fee-lines.rules.ts'
import type { Definition } from '../procedures/procedure.types.ts'
import { requestStatusLabels } from '../requests/request.labels.ts'
import {
  findProcedureOnPhone,
  listCommunesByName,
  listProceduresOnPhone,
  listRequestsOfPhone,
} from './phone.queries.ts'
import { describePaper, describeRequest, type FoundPaper, noRequests } from './phone-words.rules.ts'
import { ask, chooseLine, tell, type UssdScreen } from './ussd-screen.ts'

export interface UssdWorld {
  /** As the system: each query asks for no more than the caller may know. */
  readonly db: Db
  /** The caller's number, which the gateway vouches for; null when it cannot be read. */
  readonly phone: string | null
  readonly today: string
  readonly findPaper: (code: string) => Promise<FoundPaper | undefined>
}

const root = [
  { name: 'Suivre ma demande', open: followRequest },
  { name: 'Vérifier un papier', open: checkPaper },
  { name: 'Pièces et prix d’une démarche', open: knowProcedure },
] as const

export async function walkMenu(typed: readonly string[], world: UssdWorld): Promise<UssdScreen> {
  const { line, rest, screen } = chooseLine('Cauri', root, ({ name }) => name, typed)
  return line ? line.open(rest, world) : screen
}

async function followRequest(typed: readonly string[], { db, phone }: UssdWorld) {
  const requests = phone ? await listRequestsOfPhone(db, phone) : []
  if (requests.length === 0) return tell(noRequests)
  const { line, screen } = chooseLine(
    'Vos demandes',
    requests,
    ({ reference, status }) => `${reference} ${requestStatusLabels[status]}`,
    typed,
  )
  return line ? tell(describeRequest(line)) : screen
}

async function checkPaper([code]: readonly string[], { findPaper }: UssdWorld) {
  return code === undefined
    ? ask('Code du papier, dix signes au bas de la page :')
    : tell(describePaper(await findPaper(code)))
}

async function knowProcedure([name, ...typed]: readonly string[], { db, today }: UssdWorld) {
  if (name === undefined) return ask('Nom de la commune, ou son début :')
  const communes = await listCommunesByName(db, name)
  if (communes.length === 0) return tell('Aucune commune ne commence ainsi.')
  const commune = chooseLine('Commune', communes, (one) => one.name, typed)
  if (!commune.line) return commune.screen
  const procedures = await listProceduresOnPhone(db, commune.line.id)
  if (procedures.length === 0) return tell('Cette commune n’a pas encore ouvert de démarche ici.')
  const chosen = chooseLine('Démarche', procedures, (one) => one.title, commune.rest)
  if (!chosen.line) return chosen.screen
  const { definition, fee } = await findProcedureOnPhone(db, chosen.line.id, today)
  const part = chooseLine('Que voulez-vous savoir ?', parts, (one) => one.name, chosen.rest)
  return part.line ? tell(part.line.say(definition, fee)) : part.screen
}

const parts = [
  { name: 'Les pièces', say: sayDocuments },
  { name: 'Le prix', say: (_: Definition, fee: ToldFee) => describeFee(fee) },
  { name: 'Le délai', say: sayDelay },
] as const

function sayDocuments({ documents }: Definition): string {
  return documents.length === 0
    ? 'Aucune pièce n’est demandée.'
    : documents.map(({ text }) => text).join(' ; ')
}

function sayDelay({ timeLimit }: Definition): string {
  if (timeLimit === null) return 'Délai à confirmer auprès de la mairie.'
  return timeLimit.days === 1
    ? 'La mairie répond en un jour.'
    : `La mairie répond en ${timeLimit.days} jours au plus.`
}
