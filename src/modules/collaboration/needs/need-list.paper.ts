/** The published needs as a workbook. */
import { domainLabels } from '#modules/directory/index.ts'
import type { Sheet } from '#platform/documents.ts'
import { urgencyLabels } from './need.labels.ts'
import type { PublishedNeed } from './need.queries.ts'

export function writeNeedList(
  needs: readonly PublishedNeed[],
  names: ReadonlyMap<string, string>,
  origin: string,
): Sheet {
  const rows = needs.map((need) => writeNeed(need, names.get(need.communeId) ?? '', origin))
  return { name: 'Besoins', columns, rows }
}

const columns: Sheet['columns'] = [
  { label: 'Référence', width: 0.5 },
  { label: 'Besoin', width: 1.5 },
  { label: 'Commune', width: 0.7 },
  { label: 'Résultat attendu', width: 2 },
  { label: 'Domaines' },
  { label: 'Budget minimal', kind: 'money' },
  { label: 'Budget maximal', kind: 'money' },
  { label: 'Urgence', width: 0.5 },
  { label: 'Souhaité pour le', kind: 'date' },
  { label: 'Communes jointes', kind: 'number' },
  { label: 'Publié le', kind: 'date' },
  { label: 'Adresse' },
]

function writeNeed(need: PublishedNeed, commune: string, origin: string): Sheet['rows'][number] {
  const urgencies: Readonly<Record<string, string>> = urgencyLabels
  return [
    need.reference,
    need.title,
    commune,
    need.expectedOutcome,
    need.domains.map((code) => domainLabels[code] ?? code).join(', '),
    need.budgetMin,
    need.budgetMax,
    urgencies[need.urgency] ?? need.urgency,
    need.wantedBy,
    need.joinerCount,
    need.publishedAt,
    `${origin}/besoins/${need.reference}`,
  ]
}
