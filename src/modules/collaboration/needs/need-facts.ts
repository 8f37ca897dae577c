/** A need told in sections and facts: the same on its page, in its file and on its sheet. */
import {
  connectivityLabels,
  domainLabels,
  languageLabels,
  serviceLabels,
} from '#modules/directory/index.ts'
import { formatDate, formatMoney, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { needHostingLabels, urgencyLabels } from './need.labels.ts'
import type { Need } from './need.schema.ts'

/** Heading and text of each part that was written. */
export function listNeedTexts(need: Need): [heading: string, text: string][] {
  const texts: [string, string][] = [
    [t('Le problème'), need.problem],
    [t('La situation actuelle'), need.currentSituation],
    [t('Les personnes concernées'), need.beneficiaries],
    [t('Le résultat attendu'), need.expectedOutcome],
    [t('Autres contraintes'), need.otherConstraints],
  ]
  return texts.filter(([, text]) => text !== '')
}

/** French terms; values in the language of the reader. */
export function listNeedFacts(need: Need): [term: string, value: string][] {
  const facts: [string, string | null][] = [
    ['Domaines', labelAll(need.domains, domainLabels)],
    ['Services concernés', labelAll(need.services, serviceLabels)],
    ['Utilisateurs à la commune', need.users === null ? null : formatNumber(need.users)],
    ['Habitants concernés', need.population === null ? null : formatNumber(need.population)],
    [
      'Connexion disponible',
      need.connectivity === null
        ? null
        : t(connectivityLabels[need.connectivity as keyof typeof connectivityLabels]),
    ],
    ['Doit fonctionner sans connexion', need.mustWorkOffline ? t('Oui') : t('Non')],
    ['Langues', labelAll(need.languages, languageLabels)],
    ['Hébergement', t(needHostingLabels[need.hosting as keyof typeof needHostingLabels])],
    ['Données personnelles', need.handlesPersonalData ? t('Oui') : t('Non')],
    ['Budget', describeBudget(need)],
    ['Source du budget', need.budgetSource || null],
    ['Urgence', t(urgencyLabels[need.urgency as keyof typeof urgencyLabels])],
    ['Souhaité pour le', need.wantedBy === null ? null : formatDate(need.wantedBy)],
  ]
  return facts.filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '')
}

function labelAll(codes: readonly string[], labels: Readonly<Record<string, string>>): string {
  return codes.map((code) => t(labels[code] ?? code)).join(', ')
}

export function describeBudget({
  budgetMin,
  budgetMax,
}: Pick<Need, 'budgetMin' | 'budgetMax'>): string | null {
  if (budgetMin !== null && budgetMax !== null) {
    return t('De {min} à {max}', { min: formatMoney(budgetMin), max: formatMoney(budgetMax) })
  }
  if (budgetMax !== null) return t('Jusqu’à {max}', { max: formatMoney(budgetMax) })
  return budgetMin === null ? null : t('À partir de {min}', { min: formatMoney(budgetMin) })
}
