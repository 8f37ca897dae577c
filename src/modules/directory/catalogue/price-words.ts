/** The price of a solution in a few words. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { CatalogueEntry } from './catalogue-entry.queries.ts'

type Prices = Pick<
  CatalogueEntry,
  'priceSetup' | 'priceYearly' | 'pricePerInhabitant' | 'pricePerUser'
>

/** « Sur devis » when no price at all is given. */
export function describePrice({
  priceSetup,
  priceYearly,
  pricePerInhabitant,
  pricePerUser,
}: Prices): string {
  const parts = [
    priceSetup ? t('{amount} à la mise en place', { amount: formatMoney(priceSetup) }) : null,
    priceYearly ? t('{amount} par an', { amount: formatMoney(priceYearly) }) : null,
    pricePerInhabitant
      ? t('{amount} par habitant et par an', { amount: formatMoney(pricePerInhabitant) })
      : null,
    pricePerUser
      ? t('{amount} par utilisateur et par an', { amount: formatMoney(pricePerUser) })
      : null,
  ].filter((part) => part !== null)
  if (parts.length > 0) return parts.join(', ')
  return [priceSetup, priceYearly, pricePerInhabitant, pricePerUser].every((part) => part === null)
    ? t('Sur devis')
    : t('Gratuit')
}
