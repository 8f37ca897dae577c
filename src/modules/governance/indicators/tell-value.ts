/** The values of indicators as people read them. */
import { formatDecimal, formatMoney, formatMonth, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { DatedValue } from './indicator.queries.ts'
import type { Definition, Method, Unit, Value } from './indicator.types.ts'
import { findYearBefore } from './series.rules.ts'

export function formatIndicator(value: number, unit: Unit): string {
  if (unit === 'percent') return `${formatDecimal(value)}\u00a0%`
  if (unit === 'level') return t('{level} sur 5', { level: formatDecimal(value) })
  if (unit === 'days')
    return t('{count} {count, plural, one {jour} other {jours}}', { count: Math.round(value) })
  return unit === 'count' ? formatNumber(value) : formatDecimal(value)
}

/** Of one commune, what is so or not is said in a word. */
export function tellValue(
  { unit, isYesNo }: Definition,
  { value }: Pick<Value, 'value'>,
  isOfCommune = false,
): string {
  if (isYesNo && isOfCommune) return value > 0 ? t('Oui') : t('Non')
  return formatIndicator(value, unit)
}

/** What it was counted over; empty where the value says it all, as the level or the plan of one commune. */
export function tellBasis(
  { basis, isMoney, isYesNo, unit }: Definition,
  { numerator, denominator }: Value,
  isOfCommune = false,
): string {
  const isAlone = isOfCommune && (isYesNo || unit === 'level')
  if (basis === null || isAlone) return ''
  const [part, whole] = [numerator ?? 0, denominator ?? 0]
  return t(
    basis,
    isMoney ? { part: formatMoney(part), whole: formatMoney(whole) } : { part, whole },
  )
}

/** « +3,2 points en un an »; empty while a year is not known. */
export function tellChange({ unit }: Definition, series: readonly DatedValue[]): string {
  const latest = series.at(-1)
  const before = findYearBefore(series)
  if (!latest || !before) return ''
  const change = latest.value - before.value
  const sign = change > 0 ? '+' : '−'
  if (Math.abs(change) < 0.05) return t('Inchangé en un an')
  const amount = Math.abs(change)
  return t('{change} en un an', {
    change:
      unit === 'percent'
        ? `${sign}${formatDecimal(amount)} ${t('points')}`
        : `${sign}${unit === 'level' ? formatDecimal(amount) : formatIndicator(amount, unit)}`,
  })
}

/** Why there is no figure on the latest day. */
export function tellAbsence(series: readonly DatedValue[]): string {
  const last = series.at(-1)
  return last
    ? t('Dernière mesure : {month}', { month: formatMonth(last.day) })
    : t('Pas encore mesuré')
}

export const methodLabels: Readonly<Record<Method, string>> = {
  share:
    'Les numérateurs des communes sont additionnés, puis rapportés à la somme de leurs dénominateurs.',
  ratio:
    'Les numérateurs des communes sont additionnés, puis rapportés à la somme de leurs dénominateurs.',
  sum: 'Les valeurs des communes sont additionnées.',
  median: 'La médiane : la moitié est au-dessous, la moitié au-dessus.',
}

export const betterLabels = {
  more: 'Plus il est élevé, mieux c’est',
  less: 'Plus il est bas, mieux c’est',
  none: 'Ni plus ni moins n’est mieux en soi',
} as const
