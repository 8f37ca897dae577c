/** Figures with decimals, written with a comma or a point. */
import { z } from 'zod'
import { formatNumber } from '#platform/format.ts'

export function parseDecimal(typed: string): number | null {
  const compact = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (compact === '') return null
  return /^-?\d{1,9}(\.\d{1,8})?$/.test(compact) ? Number(compact) : Number.NaN
}

/** Null when empty. */
export function optionalDecimal(min: number, max: number) {
  const message = `Indiquez un nombre entre ${formatNumber(min)} et ${formatNumber(max)}, par exemple 8,5`
  return z.preprocess(
    (value) => parseDecimal(typeof value === 'string' ? value : ''),
    z.number(message).min(min, message).max(max, message).nullable(),
  )
}

/** A speed in Mbit/s, as meters show it, kept in kbit/s. */
export function optionalSpeed() {
  return optionalDecimal(0, 10_000).transform((mbps) =>
    mbps === null ? null : Math.round(mbps * 1000),
  )
}

/** As it is typed again: 8500 is « 8,5 ». */
export function toMegabits(kbps: number | null | undefined): string {
  return kbps === null || kbps === undefined ? '' : String(kbps / 1000).replace('.', ',')
}
