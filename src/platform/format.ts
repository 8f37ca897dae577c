/** Figures, money and dates as people in Benin write them. */
import { currentLocale, t } from './i18n.ts'

export const timeZone = 'Africa/Porto-Novo'

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: string,
  create: () => T,
): T {
  const known = cache.get(key) as T | undefined
  if (known) return known
  const made = create()
  cache.set(key, made)
  return made
}

const tag = () => (currentLocale() === 'fr' ? 'fr-FR' : 'en-GB')

export function formatNumber(value: number): string {
  return cached(`n${tag()}`, () => new Intl.NumberFormat(tag())).format(value)
}

/** Whole FCFA: 1250000 becomes « 1 250 000 FCFA ». */
export function formatMoney(amount: number): string {
  return `${formatNumber(amount)}\u00a0FCFA`
}

export function formatDecimal(value: number, digits = 1): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return cached(`d${digits}${tag()}`, () => new Intl.NumberFormat(tag(), options)).format(value)
}

/** The weight of a file: « 85 Ko », « 1,4 Mo », « 2,1 Go ». */
export function formatSize(bytes: number): string {
  if (bytes < 1_000_000) return t('{size} Ko', { size: Math.ceil(bytes / 1000) })
  if (bytes < 1_000_000_000) return t('{size} Mo', { size: formatDecimal(bytes / 1_000_000) })
  return t('{size} Go', { size: formatDecimal(bytes / 1_000_000_000) })
}

/** As people dial it: +2290197000001 is « 01 97 00 00 01 » in Benin; a foreign number stays whole. */
export function formatPhone(phone: string): string {
  const national = /^\+229(01\d{8})$/.exec(phone)?.[1]
  return national ? national.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : phone
}

/** A moment or an ISO day (2026-11-23) as « 23 novembre 2026 ». */
export function formatDate(date: Date | string): string {
  return formatWith('long', { day: 'numeric', month: 'long', year: 'numeric' }, date)
}

export function formatShortDate(date: Date | string): string {
  return formatWith('short', { day: '2-digit', month: '2-digit', year: 'numeric' }, date)
}

export function formatDateTime(date: Date): string {
  const options = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return formatWith('time', options, date)
}

/** The month of an ISO day: « nov. 2026 ». */
export function formatMonth(day: string): string {
  return formatWith('month', { month: 'short', year: 'numeric' }, day)
}

/** The time of day in Benin: 16:30. */
export function formatTime(date: Date): string {
  return formatWith('hour', { hour: '2-digit', minute: '2-digit' }, date)
}

function formatWith(key: string, options: Intl.DateTimeFormatOptions, date: Date | string): string {
  const moment = typeof date === 'string' ? new Date(`${date.slice(0, 10)}T12:00:00Z`) : date
  const format = cached(
    `${key}${tag()}`,
    () => new Intl.DateTimeFormat(tag(), { ...options, timeZone }),
  )
  return currentLocale() === 'fr' ? markFirst(format.format(moment)) : format.format(moment)
}

/** French alone counts the first day of a month: « 1er janvier », « 2 janvier ». */
function markFirst(date: string): string {
  return date.replace(/^1 (?=\p{L})/u, '1er ')
}

/** The day it is in Benin at this moment, as YYYY-MM-DD. */
export function toDay(moment: Date): string {
  return cached('day', () => new Intl.DateTimeFormat('sv-SE', { timeZone })).format(moment)
}

/** A moment as a datetime-local field shows it in Benin. */
export function toLocalMoment(at: Date): string {
  return new Date(at.getTime() + 3_600_000).toISOString().slice(0, 16)
}
