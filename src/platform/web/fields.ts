/** The fields of forms: each parses what a browser sends and answers in French when it cannot. */
import { isValidPhoneNumber, parsePhoneNumber } from 'libphonenumber-js/min'
import { z } from 'zod'
import { formatNumber, toLocalMoment } from '../format.ts'

interface TextLimits {
  min?: number
  max?: number
  /** Said when the field is empty. */
  missing?: string
}

/** One line or several of required text, trimmed. */
export function text({ min = 1, max = 200, missing = 'Remplissez ce champ' }: TextLimits = {}) {
  return z
    .preprocess(toText, z.string())
    .refine((value) => value.length > 0, { message: missing, abort: true })
    .refine(
      (value) => value.length === 0 || value.length >= min,
      `Écrivez ${min} caractères au moins`,
    )
    .refine((value) => value.length <= max, `Limitez ce texte à ${formatNumber(max)} caractères`)
}

/** Text that may stay empty: ''. */
export function optionalText(max = 200) {
  return z.preprocess(
    toText,
    z.string().max(max, `Limitez ce texte à ${formatNumber(max)} caractères`),
  )
}

/** A whole number; null when empty. */
export function optionalInteger(min: number, max: number) {
  const message = `Indiquez un nombre entier entre ${formatNumber(min)} et ${formatNumber(max)}`
  return z.preprocess(
    toNumber,
    z.number(message).int(message).min(min, message).max(max, message).nullable(),
  )
}

export function integer(min: number, max: number) {
  return optionalInteger(min, max).refine(
    (value): value is number => value !== null,
    'Indiquez un nombre',
  )
}

/** Whole FCFA, up to a thousand billion; null when empty. */
export function optionalMoney(max = 1_000_000_000_000) {
  const message = `Indiquez un montant entier en FCFA, entre 0 et ${formatNumber(max)}`
  return z.preprocess(
    toNumber,
    z.number(message).int(message).min(0, message).max(max, message).nullable(),
  )
}

/** A day that exists, YYYY-MM-DD or as written in French (23/11/2026); null when empty. */
export function optionalDay() {
  const message = 'Indiquez une date qui existe, par exemple 23/11/2026'
  return z.preprocess(toDayText, z.string().refine(isDay, message).nullable())
}

export function day() {
  return optionalDay().refine((value): value is string => value !== null, 'Indiquez une date')
}

/** A day and an hour in Benin, as a datetime-local field sends them; null when empty. */
export function optionalMoment() {
  return z.preprocess(
    (value) => toText(value) || null,
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Indiquez un jour et une heure')
      .refine(isMoment, 'Indiquez un jour et une heure qui existent')
      .transform(toMoment)
      .nullable(),
  )
}

/** The 31st of February reads as the 3rd of March: only what comes back as it was typed exists. */
function isMoment(local: string): boolean {
  const moment = toMoment(local)
  return !Number.isNaN(moment.getTime()) && toLocalMoment(moment) === local
}

/** Benin keeps UTC+1 all year: what is typed there is this moment. */
function toMoment(local: string): Date {
  return new Date(`${local}:00+01:00`)
}

export function choice<const Values extends readonly [string, ...string[]]>(
  values: Values,
  missing = 'Choisissez une réponse',
) {
  return z.enum(values, missing)
}

/** One of the values, or none: null when empty. */
export function optionalChoice<const Values extends readonly [string, ...string[]]>(
  values: Values,
  missing = 'Choisissez une réponse de la liste',
) {
  return z.preprocess((value) => value || null, z.enum(values, missing).nullable())
}

/** Any number of the given values; a value that is not offered is refused. */
export function choices(
  values: readonly string[],
  { min = 0, missing = 'Choisissez au moins une réponse' } = {},
) {
  return z.preprocess(
    toList,
    z
      .array(z.string())
      .refine(
        (list) => list.every((value) => values.includes(value)),
        'Choisissez parmi les réponses proposées',
      )
      .refine((list) => list.length >= min, missing),
  )
}

/** A ticked box. */
export function checkbox() {
  return z.preprocess((value) => value === 'on' || value === 'true' || value === true, z.boolean())
}

const emailMessage = 'Indiquez une adresse électronique valable, par exemple nom@mairie.bj'

export function email() {
  return z.preprocess(
    (value) => toText(value).toLowerCase(),
    z.email(emailMessage).max(200, emailMessage),
  )
}

export function optionalEmail() {
  return z.preprocess(
    (value) => toText(value).toLowerCase() || null,
    z.email(emailMessage).max(200, emailMessage).nullable(),
  )
}

const phoneMessage = 'Indiquez un numéro de téléphone valable, par exemple 01 97 00 00 00'

export function optionalPhone() {
  return z
    .preprocess(
      toText,
      z.string().refine((value) => value === '' || isPhone(value), phoneMessage),
    )
    .transform((value) => (value === '' ? null : normalizePhone(value)))
}

/** A web address, http or https only: no other scheme ever becomes a link. */
export function optionalUrl() {
  const message = 'Indiquez une adresse qui commence par https:// ou http://'
  return z.preprocess(
    (value) => toText(value) || null,
    z
      .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: message })
      .max(300, message)
      .nullable(),
  )
}

/** The number of the row the form was filled from, to notice that somebody changed it meanwhile. */
export function version() {
  return z.coerce.number('La page est incomplète : rechargez-la').int().min(0)
}

export function isPhone(value: string): boolean {
  return isValidPhoneNumber(migratePhone(value), 'BJ')
}

export function normalizePhone(value: string): string {
  return parsePhoneNumber(migratePhone(value), 'BJ').number
}

/** Benin's numbers took the prefix 01 on 30 November 2024; eight digits are an old one. */
function migratePhone(value: string): string {
  const compact = value.replace(/[\s.\-()]/g, '').replace(/^00/, '+')
  return compact.replace(/^(\+229)?([2-9]\d{7})$/, '+22901$2')
}

function toText(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
}

function toNumber(value: unknown): unknown {
  const compact = toText(value)
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/(FCFA|XOF|F)$/i, '')
  if (compact === '') return null
  return /^-?\d{1,15}$/.test(compact) ? Number(compact) : Number.NaN
}

function toDayText(value: unknown): unknown {
  const typed = toText(value)
  if (typed === '') return null
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed)
  return french
    ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`
    : typed
}

function isDay(value: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function toList(value: unknown): unknown {
  if (value === undefined || value === '') return []
  return Array.isArray(value) ? value : [value]
}
