/** Reading a workbook of 50,000 lines, checked against columns: how long, and how much memory at the peak, in a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { renderSpreadsheet } from '#platform/documents.ts'
import { dayColumn, moneyColumn, needed, textColumn } from '#platform/tables/columns.rules.ts'
import { readAccepted, reviewTable } from '#platform/tables/review-table.ts'
import { type Measure, report } from './measure.ts'

const lineCount = 50_000

const columns = {
  account: needed(textColumn({ label: 'Compte' })),
  label: needed(textColumn({ label: 'Libellé' })),
  department: textColumn({ label: 'Service' }),
  asOf: dayColumn({ label: 'Situation au' }),
  committed: needed(moneyColumn({ label: 'Engagé' })),
  paid: needed(moneyColumn({ label: 'Payé' })),
}

async function writeFile(file: string): Promise<void> {
  const rows = Array.from({ length: lineCount }, (_, row) => [
    `Compte ${row % 400}`,
    `Dépense numéro ${row} de la commune`,
    `Service ${row % 30}`,
    '2026-09-30',
    row * 900,
    row * 800,
  ])
  const kinds = ['text', 'text', 'text', 'date', 'number', 'number'] as const
  const heads = Object.values(columns).map(({ label }, at) => ({ label, kind: kinds[at] }))
  writeFileSync(file, await renderSpreadsheet([{ name: 'Comptes', columns: heads, rows }]))
}

/** As an import does: once to show it, once to write it. */
async function readTwice(file: string): Promise<void> {
  const startedAt = performance.now()
  const bytes = readFileSync(file)
  const { accepted, faults } = await reviewTable(bytes, columns)
  let read = 0
  for await (const batch of readAccepted(bytes, columns)) read += batch.length
  if (accepted !== lineCount || read !== lineCount || faults.length > 0)
    throw new Error(`${accepted} lignes acceptées, ${read} lues, ${faults.length} erreurs`)
  const ms = performance.now() - startedAt
  process.stdout.write(JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024 }))
}

function runAlone(step: string, file: string): string {
  const own = process.argv[1] ?? ''
  return execFileSync(process.execPath, ['--import', 'tsx', own, step, file], { encoding: 'utf8' })
}

function measureImports(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauri-imports-'))
  const file = path.join(folder, 'comptes.xlsx')
  try {
    runAlone('write', file)
    const { ms, megabytes } = JSON.parse(runAlone('read', file)) as Record<string, number>
    const name = `classeur de ${lineCount} lignes`
    const once = (unit: string, value = 0) => ({ unit, median: value, p95: value })
    const measures: Measure[] = [
      { name: `${name}, vérifié puis relu`, aim: 'sans objet', ...once('ms', ms) },
      { name: `${name}, mémoire au plus haut`, aim: 'moins de 300 Mo', ...once('Mo', megabytes) },
    ]
    report(measures)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [, , step, file = ''] = process.argv
if (step === 'write') await writeFile(file)
else if (step === 'read') await readTwice(file)
else measureImports()
