/** What a cell says, as people in Benin write it: « 1 234 567,50 », « (12 000) », 23/11/2026, or Excel's own numbers. */
import { dayMs } from '#platform/days.rules.ts'
import { t } from '../i18n.ts'
import { foldWords } from './fold.rules.ts'
import type { SourceCell } from './source-row.types.ts'

/** Of a cell read as what its column holds; the refusal says what is wrong and what to do. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly because: string }

export const found = <T>(value: T): CellReading<T> => ({ ok: true, value })
export const refused = (because: string) => ({ ok: false, because }) as const

/** Without the spaces of all kinds that surround it. */
export function showCell(cell: SourceCell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non'
  return String(cell).normalize('NFC').replace(/\s+/g, ' ').trim()
}

export const isBlank = (cell: SourceCell) => /^[-–—]?$/.test(showCell(cell))

const ambiguous = /^\d{1,3}[.,]\d{3}$/

/**
 * A number. In a text, « 1.234 » is either a thousand or one and a bit: an amount is refused rather than guessed, a
 * measurement is read as decimal.
 */
export function readNumber(cell: SourceCell, isAmount: boolean): CellReading<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? found(cell) : refused(notNumber())
  const text = showCell(cell)
    .replace(/[\s'’]/g, '')
    .replace(/(F\.?CFA|CFA|XOF|F|%)\.?$/i, '')
    .replace(/^[−–]/, '-')
  const negative = /^\((.+)\)$/.exec(text)?.[1] ?? /^(.+)-$/.exec(text)?.[1]
  const sign = negative !== undefined || text.startsWith('-') ? -1 : 1
  const digits = (negative ?? text).replace(/^[-+]/, '')
  if (isAmount && ambiguous.test(digits))
    return refused(t('s’écrit sans point ni virgule pour les milliers : 1 234 567 ou 1 234 567,50'))
  const plain = toPlain(digits)
  return plain === undefined ? refused(notNumber()) : found(sign * Number(plain))
}

const notNumber = () => t('n’est pas un nombre : écrivez par exemple 1 234 567,50')

/** With a point for the decimals and nothing for the thousands; undefined when it is no number. */
function toPlain(digits: string): string | undefined {
  const decimalAt = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  if (decimalAt < 0) return /^\d+$/.test(digits) ? digits : undefined
  const mark = digits[decimalAt] ?? ','
  const isGrouped = digits.split(mark).length > 2
  if (isGrouped)
    return /^\d{1,3}([.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, '') : undefined
  const whole = digits.slice(0, decimalAt).replace(/[.,](?=\d{3}\b)/g, '')
  const decimals = digits.slice(decimalAt + 1)
  return /^\d*$/.test(whole) && /^\d*$/.test(decimals) && `${whole}${decimals}` !== ''
    ? `${whole || '0'}.${decimals || '0'}`
    : undefined
}

const notDay = () => t('n’est pas une date qui existe : écrivez par exemple 23/11/2026')
const months = [
  ...['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre'],
  ...['octobre', 'novembre', 'decembre'],
]

/** YYYY-MM-DD. */
export function readDay(cell: SourceCell, countsFrom1904 = false): CellReading<string> {
  const text = showCell(cell)
  if (typeof cell === 'number' || /^\d{5}([.,]\d+)?$/.test(text))
    return readSerialDay(Number(text.replace(',', '.')), countsFrom1904)
  const parts = splitDay(text)
  if (!parts) return refused(notDay())
  const [year, month, day] = parts
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1900 && year < 2200
    ? found(date.toISOString().slice(0, 10))
    : refused(notDay())
}

function splitDay(text: string): [year: number, month: number, day: number] | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T ])/.exec(text)
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?=$| )/.exec(text)
  if (french) return [toYear(french[3]), Number(french[2]), Number(french[1])]
  const words = /^(\d{1,2})(?:er)? ([a-z]{3,9}) (\d{4})$/.exec(foldWords(text))
  const month = months.findIndex((name) => name.startsWith(words?.[2] ?? '—'))
  return words && month >= 0 ? [Number(words[3]), month + 1, Number(words[1])] : undefined
}

const toYear = (digits = '') => Number(digits.length === 2 ? `20${digits}` : digits)

/** The day before 1 January 1900, as spreadsheets count, their 29 February 1900 included. */
const dayZero = Date.UTC(1899, 11, 30)
const daysTo1904 = 1462

function readSerialDay(serial: number, countsFrom1904: boolean): CellReading<string> {
  const days = Math.floor(serial) + (countsFrom1904 ? daysTo1904 : 0)
  return days > 20_000 && days < 100_000
    ? found(new Date(dayZero + days * dayMs).toISOString().slice(0, 10))
    : refused(notDay())
}

/** A day and an hour in Benin, which keeps UTC+1 all year; midnight when no hour is written. */
export function readMoment(cell: SourceCell, countsFrom1904 = false): CellReading<Date> {
  const day = readDay(cell, countsFrom1904)
  if (!day.ok) return day
  const text = showCell(cell)
  const isSerial = typeof cell === 'number' || /^\d{5}([.,]\d+)?$/.test(text)
  if (isSerial) {
    const share = Number(text.replace(',', '.')) % 1
    return found(toMoment(day.value, Math.round(share * 86_400)))
  }
  if (/(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)))
    return found(new Date(text))
  const time = /[T ](\d{1,2})[:hH](\d{2})?(?::(\d{2}))?/.exec(text)
  const [hours, minutes, seconds] = [1, 2, 3].map((part) => Number(time?.[part] ?? 0)) as number[]
  if ((hours ?? 0) > 23 || (minutes ?? 0) > 59 || (seconds ?? 0) > 59) return refused(notDay())
  return found(toMoment(day.value, (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)))
}

function toMoment(day: string, seconds: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+01:00`) + seconds * 1000)
}
