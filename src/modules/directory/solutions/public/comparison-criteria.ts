/** What solutions are compared on, in the order in which a commune asks. */
import { formatDecimal, formatMoney, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { CatalogueEntry } from '../../catalogue/catalogue-entry.queries.ts'
import { describePrice } from '../../catalogue/price-words.ts'
import {
  apdpLabels,
  connectivityLabels,
  domainLabels,
  hostingLabels,
  languageLabels,
  licenceLabels,
  maturityLabels,
} from '../../labels.ts'
import { computeCost } from '../price.rules.ts'

export interface Criterion {
  readonly label: string
  readonly say: (entry: CatalogueEntry) => string
}

type Labels = Readonly<Record<string, string>>

const name = (code: string, labels: Labels) => t(labels[code] ?? code)
const nameAll = (codes: readonly string[], labels: Labels) =>
  codes.map((code) => name(code, labels)).join(', ')
const yesOrNo = (value: boolean) => t(value ? 'Oui' : 'Non')

/** Prices differ by commune: they are compared for one of this size. */
const population = 100_000

export const criteria: readonly Criterion[] = [
  { label: 'Startup', say: ({ startupName }) => startupName },
  { label: 'Résumé', say: ({ summary }) => summary },
  { label: 'Domaines', say: ({ domains }) => nameAll(domains, domainLabels) },
  { label: 'Usages confirmés', say: ({ confirmedUses }) => formatNumber(confirmedUses) },
  { label: 'Note des communes', say: sayRating },
  { label: 'Prix', say: describePrice },
  { label: 'Première année, 100 000 habitants', say: sayFirstYear },
  {
    label: 'Connexion minimale',
    say: ({ minConnectivity }) => name(minConnectivity, connectivityLabels),
  },
  { label: 'Fonctionne hors ligne', say: ({ worksOffline }) => yesOrNo(worksOffline) },
  {
    label: 'Postes de travail nécessaires',
    say: ({ minWorkstations }) => formatNumber(minWorkstations),
  },
  {
    label: 'Agents informaticiens nécessaires',
    say: ({ minItStaff }) => formatNumber(minItStaff),
  },
  { label: 'Maturité', say: ({ maturity }) => name(maturity, maturityLabels) },
  { label: 'Langues', say: ({ languages }) => nameAll(languages, languageLabels) },
  { label: 'Hébergement', say: ({ hosting }) => name(hosting, hostingLabels) },
  {
    label: 'Données personnelles (APDP)',
    say: ({ handlesPersonalData, apdpStatus }) =>
      handlesPersonalData ? name(apdpStatus, apdpLabels) : t('Aucune'),
  },
  { label: 'Licence', say: ({ licence }) => name(licence, licenceLabels) },
]

export function isDifferent({ say }: Criterion, compared: readonly CatalogueEntry[]): boolean {
  return new Set(compared.map(say)).size > 1
}

function sayRating({ ratingAverage, ratingCount }: CatalogueEntry): string {
  return ratingAverage === null
    ? t('Pas encore d’avis')
    : t('{value} sur 5 ({count} avis)', {
        value: formatDecimal(ratingAverage),
        count: ratingCount,
      })
}

function sayFirstYear(entry: CatalogueEntry): string {
  const price = {
    setup: entry.priceSetup,
    yearly: entry.priceYearly,
    perInhabitant: entry.pricePerInhabitant,
    perUser: entry.pricePerUser,
  }
  const cost = computeCost(price, { population, users: null })
  if (cost.isOnQuote) return t('Sur devis')
  return cost.isMinimum
    ? t('{amount} au moins', { amount: formatMoney(cost.firstYear) })
    : formatMoney(cost.firstYear)
}
