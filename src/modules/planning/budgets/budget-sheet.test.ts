import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readZip } from '#platform/documents/read-zip.fixture.ts'
import { renderSpreadsheet } from '#platform/documents.ts'
import { integerColumn, moneyColumn, needed, textColumn } from '#platform/tables/columns.rules.ts'
import { writeCsvLine } from '#platform/tables/csv.rules.ts'
import { reviewTable } from '#platform/tables/review-table.ts'
import type { BudgetLine } from './budget.schema.ts'
import { sheetColumns, writeRows } from './budget-sheet.paper.ts'

const line = {
  key: 'one',
  number: 3,
  section: 'running',
  accountLabel: 'Logiciels',
  accountCode: null,
  sourceLabel: 'FIC',
  department: '@finances',
  label: '=HYPERLINK("http://exemple.invalid";"cliquez")',
  amount: 1_500_000,
  justification: '+1 agent',
} as BudgetLine

const execution = new Map([
  ['one', { lineKey: 'one', committed: 900_000, paid: 400_000, asOf: '2026-09-30', note: '' }],
])
const rows = writeRows(2026, [line], execution)

test('ce que quelqu’un a écrit n’est jamais une formule, en CSV ni en classeur', async () => {
  const csv = rows.map(writeCsvLine).join('')
  assert.match(csv, /"'=HYPERLINK/)
  assert.match(csv, /;'@finances;/)
  const sheet = { name: 'Budget', columns: sheetColumns, rows }
  const parts = readZip(await renderSpreadsheet([sheet]))
  assert.doesNotMatch(parts.get('xl/worksheets/sheet1.xml') ?? '', /<f>/)
})

test('le tableau exporté se relit comme une situation', async () => {
  const columns = {
    number: needed(integerColumn({ label: 'Ligne' })),
    label: textColumn({ label: 'Libellé' }),
    committed: needed(moneyColumn({ label: 'Engagé' })),
    paid: needed(moneyColumn({ label: 'Payé' })),
  }
  const written = await renderSpreadsheet([{ name: 'Budget', columns: sheetColumns, rows }])
  const { sample, faults } = await reviewTable(written, columns)
  assert.deepEqual(faults, [])
  assert.deepEqual(sample[0]?.values, {
    number: 3,
    label: line.label,
    committed: 900_000,
    paid: 400_000,
  })
})
