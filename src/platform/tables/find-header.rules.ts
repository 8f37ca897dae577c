/** Which line of a file names its columns, and which cell of the lines below holds what. Titles above it are passed over. */
import { t } from '../i18n.ts'
import { showCell } from './cells.rules.ts'
import type { Columns } from './columns.rules.ts'
import { foldWords } from './fold.rules.ts'
import type { SourceCell, SourceRow } from './source-row.types.ts'

export interface Header<Key extends string = string> {
  readonly line: number
  /** The place of each column that is there. */
  readonly places: ReadonlyMap<Key, number>
  /** Columns that say nothing here, as the file names them. */
  readonly ignored: readonly string[]
}

export type FoundHeader<Key extends string> =
  | ({ readonly ok: true } & Header<Key>)
  | { readonly ok: false; readonly because: readonly string[] }

/** How many lines of titles there may be before it. */
export const headerWithin = 30

/** The first line that names the most columns. */
export function findHeader<C extends Columns>(
  rows: readonly SourceRow[],
  columns: C,
): FoundHeader<keyof C & string> {
  const named = rows.map((row) => ({ row, matches: matchCells(row.cells, columns) }))
  const most = Math.max(0, ...named.map(({ matches }) => countKeys(matches)))
  const best = named.find(({ matches }) => countKeys(matches) === most)
  if (!best || most === 0) return { ok: false, because: [explainMissing(columns)] }
  const because = listProblems(best.row, best.matches, columns)
  if (because.length > 0) return { ok: false, because }
  return { ok: true, line: best.row.line, ...sortOut(best.row, best.matches) }
}

type Matches = readonly (string | undefined)[]

function matchCells(cells: readonly SourceCell[], columns: Columns): Matches {
  const names = new Map(
    Object.entries(columns).flatMap(([key, { label, aliases }]) =>
      [key, label, ...aliases].map((name) => [foldWords(name), key] as const),
    ),
  )
  return cells.map(
    (cell) => names.get(foldHeading(showCell(cell))) ?? names.get(foldWords(showCell(cell))),
  )
}

/** « Montant voté (FCFA) » is « Montant voté ». */
const foldHeading = (heading: string) =>
  foldWords(heading.replace(/\([^)]*\)/g, ' ').replace(/\b(en )?(f ?cfa|xof)\b/gi, ' '))

const countKeys = (matches: Matches) => new Set(matches.filter(Boolean)).size

function listProblems({ line, cells }: SourceRow, matches: Matches, columns: Columns): string[] {
  const twice = matches.flatMap((key, place) =>
    key !== undefined && matches.indexOf(key) !== place
      ? [
          t('Ligne {line} : la colonne « {column} » est là deux fois : gardez-en une.', {
            line: String(line),
            column: showCell(cells[place] ?? null),
          }),
        ]
      : [],
  )
  const missing = Object.entries(columns)
    .filter(([key, { isNeeded }]) => isNeeded && !matches.includes(key))
    .map(([, { label }]) => t(label))
  if (missing.length === 0) return twice
  const there = cells.map(showCell).filter(Boolean).slice(0, 20).join(', ')
  return [
    ...twice,
    t('Ligne {line} : il manque la colonne « {missing} ». Colonnes trouvées : {there}.', {
      line: String(line),
      missing: missing.join(' », « '),
      there,
    }),
  ]
}

function explainMissing(columns: Columns): string {
  const labels = Object.values(columns).map(({ label }) => t(label))
  return t(
    'Aucune des {count} premières lignes ne nomme les colonnes. Colonnes possibles : {labels}.',
    { count: headerWithin, labels: labels.join(', ') },
  )
}

function sortOut({ cells }: SourceRow, matches: Matches) {
  const places = new Map<never, number>()
  const ignored: string[] = []
  for (const [place, key] of matches.entries()) {
    const name = showCell(cells[place] ?? null)
    if (key !== undefined) places.set(key as never, place)
    else if (name !== '') ignored.push(name)
  }
  return { places, ignored }
}
