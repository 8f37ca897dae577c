/** The financing tables of the paper: by kind, by source, by commune. */
import { type Block, body, paragraph, table } from '#platform/documents.ts'
import { nameFunding } from './plan.labels.ts'
import type { FullPlan } from './plan.schema.ts'
import { listYears, sumSources, sumYears } from './plan-money.rules.ts'
import { shareCosts } from './shares.rules.ts'

const toLine = (label: string, amounts: readonly number[]) => [
  label,
  ...amounts,
  amounts.reduce((sum, one) => sum + one, 0),
]

export function writeFinancing(full: FullPlan, names: ReadonlyMap<string, string>): Block[] {
  const { plan, actions } = full
  const years = listYears(plan)
  const totals = sumYears(actions, plan)
  const columns = [
    { label: 'FCFA', width: 2 },
    ...years.map((year) => ({ label: String(year), kind: 'money' as const })),
    { label: 'Total', kind: 'money' as const },
  ]
  const amountsOf = (kind: 'investment' | 'running' | 'total') => totals.map((one) => one[kind])
  const shares = shareCosts(full)
  return body(
    table({
      caption: 'Par nature',
      columns,
      rows: [
        toLine('Investissement', amountsOf('investment')),
        toLine('Fonctionnement', amountsOf('running')),
        toLine('Enveloppe', plan.yearlyEnvelopes),
      ],
      total: toLine('Demandé', amountsOf('total')),
    }),
    table({
      caption: 'Par source',
      columns,
      rows: sumSources(actions, plan).map(({ source, byYear }) =>
        toLine(nameFunding(source), byYear),
      ),
    }),
    shares.length > 0 &&
      table({
        caption: 'Ce que paie chaque commune',
        columns,
        rows: shares.map(({ communeId, byYear, share }) =>
          toLine(`${names.get(communeId) ?? ''} (${share} %)`, byYear),
        ),
      }),
    paragraph('Les montants sont des ordres de grandeur, à confirmer par une consultation.'),
  )
}
