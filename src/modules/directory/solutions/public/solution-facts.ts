/** What a solution declares, as terms and values to read. */
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  apdpLabels,
  categoryLabels,
  connectivityLabels,
  hostingLabels,
  languageLabels,
  licenceLabels,
  maturityLabels,
} from '../../labels.ts'
import type { Solution } from '../solution.schema.ts'

interface Fact {
  readonly term: string
  readonly value: string
}

export function listPrerequisites(solution: Solution): Fact[] {
  return keepSaid([
    ['Maturité', t(maturityLabels[solution.maturity])],
    ['Connexion minimale', t(connectivityLabels[solution.minConnectivity])],
    ['Fonctionne hors ligne', t(solution.worksOffline ? 'Oui' : 'Non')],
    ['Postes de travail', t('{count} au moins', { count: formatNumber(solution.minWorkstations) })],
    [
      'Agents informaticiens',
      solution.minItStaff === 0
        ? t('Aucun')
        : t('{count} au moins', { count: solution.minItStaff }),
    ],
    ['Matériel', solution.hardware],
    ['Personnel', solution.staffNote],
    [
      'Communes visées',
      solution.categories
        .map((code) => t(categoryLabels[code as keyof typeof categoryLabels] ?? code))
        .join(', ') || t('Toutes'),
    ],
    ['Population', describePopulation(solution)],
    ['Langues', solution.languages.map((code) => t(languageLabels[code] ?? code)).join(', ')],
  ])
}

function describePopulation({ populationMin, populationMax }: Solution): string {
  if (populationMin !== null && populationMax !== null)
    return t('De {min} à {max} habitants', {
      min: formatNumber(populationMin),
      max: formatNumber(populationMax),
    })
  if (populationMin !== null)
    return t('À partir de {min} habitants', { min: formatNumber(populationMin) })
  return populationMax === null
    ? ''
    : t('Jusqu’à {max} habitants', { max: formatNumber(populationMax) })
}

export function listTerms(solution: Solution): Fact[] {
  const hosting = t(hostingLabels[solution.hosting])
  return keepSaid([
    ['Hébergement', solution.hostingPlace ? `${hosting} (${solution.hostingPlace})` : hosting],
    ['Données personnelles', t(solution.handlesPersonalData ? 'Oui' : 'Non')],
    [
      'APDP',
      solution.apdpNumber
        ? `${t(apdpLabels[solution.apdpStatus])} (${solution.apdpNumber})`
        : t(apdpLabels[solution.apdpStatus]),
    ],
    ['Interopérabilité', solution.interoperability],
    ['Réversibilité', solution.reversibility],
    [
      'Licence',
      [t(licenceLabels[solution.licence]), solution.licenceName].filter(Boolean).join(', '),
    ],
    ['Support', solution.support],
  ])
}

function keepSaid(facts: readonly [string, string][]): Fact[] {
  return facts.filter(([, value]) => value !== '').map(([term, value]) => ({ term, value }))
}
