/** What a need already tells of a project: nobody types it twice. Keys are those of the first charter; unknown ones are dropped. */
import { connectivityLabels, languageLabels } from '#modules/directory/index.ts'
import { formatMoney } from '#platform/format.ts'
import type { Need } from '../needs/need.schema.ts'

type Known = Pick<
  Need,
  | 'problem'
  | 'expectedOutcome'
  | 'beneficiaries'
  | 'connectivity'
  | 'mustWorkOffline'
  | 'languages'
  | 'budgetSource'
>

export function prefillPoints(need: Known, amount: number): ReadonlyMap<string, string> {
  const answers: [string, string][] = [
    ['objectives', join([need.problem, need.expectedOutcome])],
    ['users', need.beneficiaries],
    ['connectivity', describeConnectivity(need)],
    ['budget', join([amount > 0 ? `Montant : ${formatMoney(amount)}.` : '', need.budgetSource])],
    ['accessibility', describeLanguages(need)],
  ]
  return new Map(answers.filter(([, body]) => body.trim() !== ''))
}

const join = (texts: readonly string[]) => texts.filter((text) => text !== '').join('\n\n')

function describeConnectivity({ connectivity, mustWorkOffline }: Known): string {
  const label = connectivityLabels[connectivity as keyof typeof connectivityLabels]
  return join([
    label ? `Connexion disponible à la commune : ${label}.` : '',
    mustWorkOffline ? 'La solution doit fonctionner sans connexion.' : '',
  ])
}

function describeLanguages({ languages }: Known): string {
  const names = languages.map((code) => languageLabels[code as keyof typeof languageLabels] ?? code)
  return names.length === 0 ? '' : `Langues demandées : ${names.join(', ')}.`
}
