/**
 * What the schema of the standard lets pass and we do not: identifiers that repeat, parties that nobody describes, empty texts,
 * codes of no list, dates that run backwards, sums in another currency, an address of a person.
 */
import { codesOfField, statusesOf } from './codelists.facts.ts'
import { isObject, type Json, type JsonObject } from './ocds.types.ts'

/** Where, and what is wrong. */
export type Finding = string

/** Of one release, or of a compiled one. Empty when nothing is wrong. */
export function checkRelease(release: JsonObject): Finding[] {
  const nodes = listNodes('', '', release)
  return [
    ...checkNames(release),
    ...nodes.flatMap(checkNode),
    ...checkReferences(release, nodes),
    ...checkAwards(release),
  ]
}

const prefixed = /^ocds-[a-z0-9]{6}-[A-Z]{3}-\d{4}-\d{4,}$/

function checkNames({ ocid, id, date }: JsonObject): Finding[] {
  return [
    ...(prefixed.test(String(ocid)) ? [] : [`ocid : ${ocid} n’a pas la forme attendue`]),
    ...(String(id).startsWith(`${ocid}-`) ? [] : [`id : ${id} ne commence pas par l’ocid`]),
    ...(isDate(date) ? [] : [`date : ${date}`]),
  ]
}

interface Node {
  readonly path: string
  /** The name of the field that holds it, also when a list does. */
  readonly field: string
  readonly value: Json
}

function listNodes(path: string, field: string, value: Json | undefined): Node[] {
  if (value === undefined) return []
  const own = { path, field, value }
  if (Array.isArray(value))
    return [own, ...value.flatMap((one, at) => listNodes(`${path}/${at}`, field, one as Json))]
  if (!isObject(value)) return [own]
  const parts = Object.entries(value)
  return [own, ...parts.flatMap(([key, one]) => listNodes(`${path}/${key}`, key, one))]
}

function checkNode({ path, field, value }: Node): Finding[] {
  if (value === null) return []
  if (typeof value === 'string') return checkText(path, field, value)
  if (Array.isArray(value)) return checkList(path, value)
  return isObject(value) ? checkObject(path, field, value) : []
}

function checkText(path: string, field: string, value: string): Finding[] {
  if (value.trim() === '') return [`${path} : texte vide`]
  const codes = codesOfField[field]
  if (codes && !codes.includes(value)) return [`${path} : ${value} n’est pas un code connu`]
  if (/date$/i.test(field) && !isDate(value)) return [`${path} : ${value} n’est pas une date`]
  return /\p{Cc}/u.test(value.replace(/[\n\t]/g, '')) ? [`${path} : signe invisible`] : []
}

const isDate = (value: unknown) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value))

function checkList(path: string, list: readonly Json[]): Finding[] {
  if (list.length === 0) return [`${path} : liste vide`]
  const ids = list.filter(isObject).flatMap(({ id }) => (id === undefined ? [] : [String(id)]))
  const repeated = ids.filter((id, at) => ids.indexOf(id) !== at)
  return repeated.map((id) => `${path} : ${id} est donné deux fois`)
}

function checkObject(path: string, field: string, object: JsonObject): Finding[] {
  const { startDate, endDate, amount, currency, status } = object
  const findings: Finding[] = []
  if (isDate(startDate) && isDate(endDate) && isAfter(startDate, endDate))
    findings.push(`${path} : la fin précède le début`)
  if (typeof amount === 'number' && currency !== 'XOF') findings.push(`${path} : monnaie`)
  if (typeof amount === 'number' && (amount < 0 || !Number.isInteger(amount)))
    findings.push(`${path} : ${amount} n’est pas un montant en francs`)
  if (typeof status === 'string' && statusesOf[field]?.includes(status) === false)
    findings.push(`${path} : ${status} n’est pas un état connu`)
  return findings
}

const isAfter = (a: Json | undefined, b: Json | undefined) =>
  Date.parse(String(a)) > Date.parse(String(b))

const references = ['buyer', 'procuringEntity', 'suppliers', 'tenderers', 'payer', 'payee']

function checkReferences({ parties }: JsonObject, nodes: readonly Node[]): Finding[] {
  const known = Array.isArray(parties) ? (parties as readonly JsonObject[]) : []
  const ids = known.flatMap(({ id, roles }) => (roles ? [id] : []))
  const used = nodes.filter(({ field, value }) => references.includes(field) && isObject(value))
  return [
    ...used.flatMap(({ path, value }) =>
      ids.includes((value as JsonObject).id) ? [] : [`${path} : partie inconnue`],
    ),
    ...known.flatMap((party, at) =>
      'contactPoint' in party ? [`/parties/${at} : une personne n’a pas sa place ici`] : [],
    ),
  ]
}

/** A contract comes of an award, which says when it was decided; what is signed is not signed before. */
function checkAwards({ awards, contracts }: JsonObject): Finding[] {
  const decided = Array.isArray(awards) ? (awards as readonly JsonObject[]) : []
  const signed = Array.isArray(contracts) ? (contracts as readonly JsonObject[]) : []
  return signed.flatMap(({ id, awardID, dateSigned }) => {
    if (awardID === undefined || awardID === null) return []
    const award = decided.find((one) => one.id === awardID)
    if (!award) return [`contrat ${id} : l’attribution ${awardID} n’existe pas`]
    const isBackwards = isDate(dateSigned) && isDate(award.date) && isAfter(award.date, dateSigned)
    return isBackwards ? [`contrat ${id} : signé avant son attribution`] : []
  })
}

/** Of all the releases of a process: each of its own moment, in order, with identifiers of their own. */
export function checkHistory(releases: readonly JsonObject[]): Finding[] {
  const ids = releases.map(({ id }) => id)
  const isRepeated = new Set(ids).size !== ids.length
  const isInOrder = releases.every(({ date }, at) => {
    const before = releases[at - 1]
    return !before || isAfter(date, before.date)
  })
  const isOne = new Set(releases.map(({ ocid }) => ocid)).size <= 1
  return [
    ...(isRepeated ? ['un identifiant sert deux fois'] : []),
    ...(isInOrder ? [] : ['les dates ne se suivent pas']),
    ...(isOne ? [] : ['plusieurs processus']),
  ]
}
