/** How a budget's figures are said in words. */

import { formatDecimal, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { ShareComparison } from './budget-figures.rules.ts'
import type { Guidance } from './guidance.queries.ts'

/** Thousandths as percent: 25 is « 2,5 % ». */
export const formatShare = (perMille: number) => `${formatDecimal(perMille / 10)}\u00a0%`

export function sayComparison({ sharePerMille, advisedPerMille, gap }: ShareComparison): string {
  const share = formatShare(sharePerMille)
  const advised = formatShare(advisedPerMille)
  const amount = formatMoney(Math.abs(gap))
  if (gap > 0)
    return t(
      'Le numérique reçoit {share} du budget de la commune. La part conseillée est de {advised} : il manque {amount}.',
      { share, advised, amount },
    )
  return t(
    'Le numérique reçoit {share} du budget de la commune. La part conseillée est de {advised} : elle est atteinte, avec {amount} de plus.',
    { share, advised, amount },
  )
}

export function sayWhereFrom({ isConfirmed, source, validFrom }: Guidance): string {
  const words = { source, year: validFrom.slice(0, 4) }
  return isConfirmed
    ? t('Conseil de l’association depuis {year}. Source : {source}.', words)
    : t('Conseil de l’association depuis {year}, à confirmer. {source}.', words)
}
