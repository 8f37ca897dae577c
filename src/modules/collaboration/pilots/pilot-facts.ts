/** What is known of a pilot in short, term by term: the same on pages and papers. */
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Pilot } from './pilot.schema.ts'
import { computeLength } from './pilot-bounds.rules.ts'

export function listPilotFacts(
  pilot: Pilot,
  names: ReadonlyMap<string, string>,
): [term: string, value: string][] {
  const { startsOn, endsOn, firstEndsOn, budget } = pilot
  const facts: [string, string | null][] = [
    ['Commune', names.get(pilot.communeId) ?? null],
    ['Startup', names.get(pilot.startupId) ?? null],
    ['Solution', pilot.solutionName],
    ['Besoin', `${pilot.needReference} ${pilot.needTitle}`],
    ['Début', startsOn && formatDate(startsOn)],
    ['Fin', endsOn && formatDate(endsOn)],
    ['Fin prévue d’abord', firstEndsOn && formatDate(firstEndsOn)],
    ['Durée', startsOn && endsOn && t('{days} jours', { days: computeLength(startsOn, endsOn) })],
    ['Montant', budget > 0 ? formatMoney(budget) : t('Gratuit')],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}
