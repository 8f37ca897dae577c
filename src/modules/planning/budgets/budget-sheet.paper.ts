/** The lines of a budget as a table: the workbook and the CSV, which the import of the execution reads back. */
import type { Sheet } from '#platform/documents.ts'
import { sectionLabels } from './budget.labels.ts'
import type { BudgetLine, Execution } from './budget.schema.ts'

export const sheetColumns: Sheet['columns'] = [
  { label: 'Ligne', kind: 'number', width: 0.6 },
  { label: 'Exercice', width: 0.4 },
  { label: 'Compte' },
  { label: 'Libellé', width: 1.5 },
  { label: 'Section', width: 0.6 },
  { label: 'Source', width: 0.6 },
  { label: 'Service' },
  { label: 'Voté', kind: 'money' },
  { label: 'Engagé', kind: 'money' },
  { label: 'Payé', kind: 'money' },
  { label: 'Justification', width: 2 },
]

export function writeRows(
  year: number,
  lines: readonly BudgetLine[],
  execution: ReadonlyMap<string, Execution>,
): (string | number | null)[][] {
  return lines.map((line) => [
    line.number,
    String(year),
    line.accountCode ?? line.accountLabel,
    line.label,
    sectionLabels[line.section],
    line.sourceLabel,
    line.department,
    line.amount,
    execution.get(line.key)?.committed ?? 0,
    execution.get(line.key)?.paid ?? 0,
    line.justification,
  ])
}
