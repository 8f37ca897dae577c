/** Whether one answer can be accepted. Takes anything that may have been stored or sent, and says in French what to do. */
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { isAnswered } from './condition.rules.ts'
import type { Answer, Answers, FormFacts, SimpleField } from './procedure.types.ts'
import { listOffered } from './visible.rules.ts'

/** What was found wrong; undefined when nothing is. */
type Problem = string | undefined
type Of<Type extends SimpleField['type']> = SimpleField & { readonly type: Type }

export interface AnswerScope {
  readonly facts: FormFacts
  /** The visible answers before this one. */
  readonly seen: Answers
}

export function checkAnswer(
  field: SimpleField,
  answer: Answer | undefined,
  scope: AnswerScope,
): Problem {
  if (!isAnswered(answer)) return field.isRequired ? missingMessages[field.type] : undefined
  const check = checks[field.type] as (
    field: SimpleField,
    answer: unknown,
    scope: AnswerScope,
  ) => Problem
  return check(field, answer, scope)
}

const missingMessages: Readonly<Record<SimpleField['type'], string>> = {
  text: 'Remplissez ce champ',
  longText: 'Remplissez ce champ',
  number: 'Indiquez un nombre',
  money: 'Indiquez un montant en FCFA',
  date: 'Indiquez une date',
  phone: 'Indiquez un numéro de téléphone',
  email: 'Indiquez une adresse électronique',
  npi: 'Indiquez le numéro personnel d’identification (NPI)',
  yesNo: 'Répondez par oui ou par non',
  choice: 'Choisissez une réponse',
  multipleChoice: 'Choisissez au moins une réponse',
  dependentChoice: 'Choisissez une réponse',
  address: 'Indiquez l’arrondissement et le quartier',
  commune: 'Choisissez une commune',
  file: 'Joignez le document',
  photo: 'Joignez la photo',
  signature: 'Écrivez votre nom pour signer',
  place: 'Indiquez le lieu ou un repère',
}

const checks: {
  readonly [Type in SimpleField['type']]: (
    field: Of<Type>,
    answer: unknown,
    scope: AnswerScope,
  ) => Problem
} = {
  text: ({ maxLength = 200 }, answer) => checkText(answer, maxLength),
  longText: ({ maxLength = 4000 }, answer) => checkText(answer, maxLength),
  number: (field, answer) => checkNumber(field, answer, numberWords),
  money: ({ min = 0, max }, answer) => checkNumber({ min, max }, answer, moneyWords),
  date: checkDate,
  phone: (_, answer) =>
    matches(answer, /^\+\d{8,15}$/)
      ? undefined
      : 'Indiquez un numéro de téléphone valable, par exemple 01 97 00 00 00',
  email: (_, answer) =>
    matches(answer, /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/) && String(answer).length <= 200
      ? undefined
      : 'Indiquez une adresse électronique valable, par exemple nom@mairie.bj',
  npi: (_, answer, { facts: { npiDigits } }) =>
    matches(answer, /^\d+$/) && String(answer).length === npiDigits
      ? undefined
      : t('Le NPI compte {digits} chiffres : recopiez-le de la carte', { digits: npiDigits }),
  yesNo: (_, answer) => (typeof answer === 'boolean' ? undefined : missingMessages.yesNo),
  choice: ({ choices }, answer) =>
    checkChosen(
      choices.map(({ value }) => value),
      answer,
    ),
  multipleChoice: checkSeveral,
  dependentChoice: (field, answer, { seen }) =>
    checkChosen(
      listOffered(field, seen).map(({ value }) => value),
      answer,
    ),
  address: checkAddress,
  commune: (_, answer, { facts }) => checkChosen(facts.communes, answer),
  file: (field, answer) => checkFile(field, answer, ['application/pdf', 'image/jpeg', 'image/png']),
  photo: (field, answer) => checkFile(field, answer, ['image/jpeg', 'image/png', 'image/webp']),
  signature: checkSignature,
  place: checkPlace,
}

const matches = (answer: unknown, pattern: RegExp) =>
  typeof answer === 'string' && pattern.test(answer)

function checkText(answer: unknown, most: number): Problem {
  if (typeof answer !== 'string') return missingMessages.text
  return answer.length > most
    ? t('Limitez ce texte à {most} caractères', { most: formatNumber(most) })
    : undefined
}

interface Bounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

interface NumberWords {
  readonly unreadable: string
  readonly tooSmall: (least: string) => string
  readonly tooLarge: (most: string) => string
}

const numberWords: NumberWords = {
  unreadable: 'Indiquez un nombre entier, en chiffres',
  tooSmall: (least) => t('Indiquez un nombre entier, {least} au moins', { least }),
  tooLarge: (most) => t('Indiquez un nombre entier, {most} au plus', { most }),
}

const moneyWords: NumberWords = {
  unreadable: 'Indiquez un montant entier en FCFA, en chiffres',
  tooSmall: (least) => t('Indiquez un montant entier en FCFA, {least} au moins', { least }),
  tooLarge: (most) => t('Indiquez un montant entier en FCFA, {most} au plus', { most }),
}

function checkNumber({ min, max }: Bounds, answer: unknown, words: NumberWords): Problem {
  if (!Number.isSafeInteger(answer)) return words.unreadable
  const value = answer as number
  if (min !== undefined && value < min) return words.tooSmall(formatNumber(min))
  if (max !== undefined && value > max) return words.tooLarge(formatNumber(max))
  return undefined
}

function checkDate({ period }: Of<'date'>, answer: unknown, { facts }: AnswerScope): Problem {
  if (!isDay(answer)) return 'Indiquez une date qui existe, par exemple 23/11/2026'
  if (period === 'past' && answer > facts.today) return 'Cette date n’est pas encore passée'
  if (period === 'future' && answer < facts.today) return 'Cette date est déjà passée'
  return undefined
}

export function isDay(answer: unknown): answer is string {
  if (typeof answer !== 'string' || !/^(19|20)\d{2}-\d{2}-\d{2}$/.test(answer)) return false
  const date = new Date(`${answer}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(answer)
}

const notOffered = 'Choisissez parmi les réponses proposées'

function checkChosen(offered: readonly string[], answer: unknown): Problem {
  return typeof answer === 'string' && offered.includes(answer) ? undefined : notOffered
}

function checkSeveral({ choices }: Of<'multipleChoice'>, answer: unknown): Problem {
  if (!Array.isArray(answer) || new Set(answer).size !== answer.length) return notOffered
  return answer.every((one) => choices.some(({ value }) => value === one)) ? undefined : notOffered
}

function checkAddress(_: unknown, answer: unknown, { facts }: AnswerScope): Problem {
  const { arrondissement, quartier, details } = partsOf(answer)
  if (typeof arrondissement !== 'string' || !facts.arrondissements.includes(arrondissement))
    return 'Choisissez l’arrondissement'
  if (typeof quartier !== 'string' || quartier === '') return 'Indiquez le quartier ou le village'
  return checkText(quartier, 120) ?? checkText(details, 300)
}

function checkFile(
  { maxMegabytes = 5 }: { readonly maxMegabytes?: number },
  answer: unknown,
  types: readonly string[],
): Problem {
  const { mediaType, sizeBytes, sha256 } = partsOf(answer)
  if (typeof sha256 !== 'string' || typeof sizeBytes !== 'number') return 'Choisissez un fichier'
  if (!types.includes(String(mediaType)))
    return types.includes('application/pdf')
      ? 'Ce fichier n’est pas du type attendu : PDF, JPEG ou PNG'
      : 'Ce fichier n’est pas une photo : JPEG, PNG ou WebP'
  if (sizeBytes > maxMegabytes * 1_000_000)
    return t('Ce fichier est trop lourd : {most} Mo au plus', { most: formatNumber(maxMegabytes) })
  return undefined
}

function checkSignature(_: unknown, answer: unknown): Problem {
  const { name, stroke } = partsOf(answer)
  if (typeof name !== 'string' || name === '') return missingMessages.signature
  // Only the commands and numbers of a drawn line: nothing that a page could run.
  const isDrawing = stroke === null || matches(stroke, /^[ML\d ,.]{1,8000}$/)
  return isDrawing ? checkText(name, 120) : 'La signature n’a pas été reçue : signez de nouveau'
}

/** A rectangle around Benin: a place beyond it is a slip, not an address. */
export const around = { south: 6, north: 12.6, west: 0.6, east: 4 }

function checkPlace(_: unknown, answer: unknown): Problem {
  const { landmark, latitude, longitude } = partsOf(answer)
  if (typeof landmark !== 'string') return missingMessages.place
  if (latitude === null && longitude === null)
    return landmark === '' ? missingMessages.place : checkText(landmark, 300)
  if (typeof latitude !== 'number' || typeof longitude !== 'number')
    return 'Indiquez la latitude et la longitude, en degrés'
  const isNear =
    latitude >= around.south &&
    latitude <= around.north &&
    longitude >= around.west &&
    longitude <= around.east
  return isNear ? checkText(landmark, 300) : 'Ce point n’est pas au Bénin'
}

function partsOf(answer: unknown): Readonly<Record<string, unknown>> {
  return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {}
}
