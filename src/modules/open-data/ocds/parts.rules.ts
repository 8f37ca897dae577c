/** The small objects of the standard, as every section writes them. */
import type { JsonObject } from './ocds.types.ts'

/** FCFA is not a code: the franc of the UEMOA is XOF. */
export const currency = 'XOF'

/**
 * Where the address of the site and the publisher's prefix go when a release is given out: they may change, what was published
 * may not. No text that somebody wrote holds these signs: cleanText takes them away.
 */
export const siteMark = '\u0001'
export const prefixMark = '\u0002'

export function value(amount: number | null): JsonObject | undefined {
  return amount === null ? undefined : { amount, currency }
}

/** Without what is not known. */
export function compact(object: Readonly<Record<string, unknown>>): JsonObject {
  const known = Object.entries(object).filter(([, one]) => isKnown(one))
  return Object.fromEntries(known) as JsonObject
}

function isKnown(one: unknown): boolean {
  if (one === undefined || one === null || one === '') return false
  if (Array.isArray(one)) return one.length > 0
  return typeof one !== 'object' || Object.keys(one).length > 0
}

/** The moment in UTC, as the standard writes it. */
export const moment = (date: Date): string => date.toISOString()

export const dayStart = (day: string | null): string | undefined =>
  day === null ? undefined : `${day}T00:00:00+01:00`
export const dayEnd = (day: string | null): string | undefined =>
  day === null ? undefined : `${day}T23:59:59+01:00`

interface Paper {
  readonly id: string
  readonly type: string
  readonly called: string
  readonly path: string
  readonly at: Date
  readonly format?: string
}

export function paper({ id, type, called, path, at, format = 'application/pdf' }: Paper) {
  return compact({
    ...{ id, documentType: type, title: called, url: `${siteMark}${path}` },
    ...{ datePublished: moment(at), format, language: 'fr' },
  })
}
