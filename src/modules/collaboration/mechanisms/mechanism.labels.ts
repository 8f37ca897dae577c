/** How parties and limits of mechanisms read in French. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { MechanismRule } from './mechanism.queries.ts'
import type { Party } from './mechanism-definitions.ts'

export const partyLabels: Readonly<Record<Party, string>> = {
  commune: 'La commune',
  startup: 'La startup',
  both: 'Les deux parties',
  committee: 'Le comité',
  association: 'L’ANCB',
  clock: 'Le calendrier',
  state: 'Le système de l’État',
}

type Limits = Pick<
  MechanismRule,
  'amountMin' | 'amountMax' | 'minimumDays' | 'maximumDays' | 'lateChangeDays'
>

export function describeLimits(limits: Limits): { term: string; value: string }[] {
  const { minimumDays, maximumDays, lateChangeDays } = limits
  const days = (count: number) => t('{count, plural, one {# jour} other {# jours}}', { count })
  return [
    { term: 'Montant', value: describeAmount(limits) },
    ...(minimumDays === null
      ? []
      : [
          {
            term: 'Temps laissé pour répondre',
            value: t('{days} au moins', { days: days(minimumDays) }),
          },
        ]),
    ...(maximumDays === null
      ? []
      : [{ term: 'Durée', value: t('{days} au plus', { days: days(maximumDays) }) }]),
    ...(lateChangeDays === null
      ? []
      : [
          {
            term: 'Changement tardif',
            value: t('À moins de {days} de la date limite, celle-ci est repoussée d’autant', {
              days: days(lateChangeDays),
            }),
          },
        ]),
  ]
}

export function describeAmount({
  amountMin,
  amountMax,
}: Pick<Limits, 'amountMin' | 'amountMax'>): string {
  if (amountMin !== null && amountMax !== null)
    return t('De {min} à {max}', { min: formatMoney(amountMin), max: formatMoney(amountMax) })
  if (amountMax !== null) return t('Jusqu’à {max}', { max: formatMoney(amountMax) })
  if (amountMin !== null) return t('À partir de {min}', { min: formatMoney(amountMin) })
  return t('Sans borne fixée')
}
