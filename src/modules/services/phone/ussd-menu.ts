/** The menu of the feature phone: follow a request, check a paper, know what a procedure asks and costs, report. Each answer stands alone. */
import type { Db } from '#platform/database.ts'
import { describeFee, type ToldFee } from '../procedures/fee-lines.rules.ts'
import type { Definition } from '../procedures/procedure.types.ts'
import { listTakenCategories } from '../reports/category.queries.ts'
import { listReportsOfPhone, type ToldByPhone } from '../reports/tell-by-phone.actions.ts'
import { requestStatusLabels } from '../requests/request.labels.ts'
import {
  findProcedureOnPhone,
  listCommunesByName,
  listProceduresOnPhone,
  listRequestsOfPhone,
} from './phone.queries.ts'
import {
  describePaper,
  describeReport,
  describeRequest,
  type FoundPaper,
  noRequests,
} from './phone-words.rules.ts'
import { ask, chooseLine, tell, type UssdScreen } from './ussd-screen.ts'

export interface UssdWorld {
  /** As the system: each query asks for no more than the caller may know. */
  readonly db: Db
  /** The caller's number, which the gateway vouches for; null when it cannot be read. */
  readonly phone: string | null
  readonly today: string
  readonly findPaper: (code: string) => Promise<FoundPaper | undefined>
  /** In a transaction of its own; null when this telephone has told too many. */
  readonly tellReport: (told: ToldByPhone) => Promise<{ readonly reference: string } | null>
}

const root = [
  { name: 'Suivre ma demande', open: followRequest },
  { name: 'Vérifier un papier', open: checkPaper },
  { name: 'Pièces et prix d’une démarche', open: knowProcedure },
  { name: 'Signaler un problème', open: reportProblem },
  { name: 'Suivre mes signalements', open: followReport },
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

async function chooseCommune([name, ...typed]: readonly string[], db: Db) {
  const none = { line: null, rest: [] }
  if (name === undefined) return { ...none, screen: ask('Nom de la commune, ou son début :') }
  const communes = await listCommunesByName(db, name)
  if (communes.length === 0) return { ...none, screen: tell('Aucune commune ne commence ainsi.') }
  return chooseLine('Commune', communes, (one) => one.name, typed)
}

async function knowProcedure(typed: readonly string[], { db, today }: UssdWorld) {
  const commune = await chooseCommune(typed, db)
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

/** Each thing is asked on a screen of its own; nothing is sent before the last « 1 ». */
async function reportProblem(typed: readonly string[], { db, phone, tellReport }: UssdWorld) {
  const commune = await chooseCommune(typed, db)
  if (!commune.line) return commune.screen
  const categories = await listTakenCategories(db, commune.line.id)
  if (categories.length === 0)
    return tell('Cette commune ne reçoit pas encore de signalement ici : appelez la mairie.')
  const category = chooseLine('Quel problème ?', categories, (one) => one.label, commune.rest)
  if (!category.line) return category.screen
  const [quartier, description, ...confirmed] = category.rest
  if (!quartier) return ask('Dans quel quartier ou village ?')
  if (!description) return ask('Que se passe-t-il, et près de quel repère ?')
  const choice = chooseLine('Envoyer à la mairie ?', ['Envoyer', 'Annuler'], String, confirmed)
  if (!choice.line) return choice.screen
  if (choice.line === 'Annuler') return tell('Rien n’a été envoyé.')
  if (phone === null) return tell('Votre numéro est masqué : appelez la mairie.')
  const where = { communeId: commune.line.id, category: category.line.code, quartier }
  const told = await tellReport({ ...where, description, phone })
  return told
    ? tell(`Signalement ${told.reference} reçu. La suite vous arrive par SMS.`)
    : tell('Trop de signalements de ce numéro aujourd’hui : appelez la mairie.')
}

async function followReport(typed: readonly string[], { db, phone }: UssdWorld) {
  const reports = phone ? await listReportsOfPhone(db, phone) : []
  if (reports.length === 0) return tell('Aucun signalement n’a donné ce numéro de téléphone.')
  const { line, screen } = chooseLine('Vos signalements', reports, describeReport, typed)
  return line ? tell(describeReport(line)) : screen
}
