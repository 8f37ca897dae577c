/** What a file of communes would change, or everything that is wrong with it, line by line. An empty cell changes nothing. */
import { type CsvRecord, readCsv } from '#platform/tables/read-csv.rules.ts'
import { otherColumns, populationColumns, profileColumns } from './commune-file.schema.ts'
import { findCommune, type Known } from './find-commune.rules.ts'

export interface Counted extends Known {
  readonly populationYear: number
}

type Fields = Readonly<Record<string, unknown>>

export interface CommuneChange {
  readonly communeId: string
  readonly population: Fields
  readonly profile: Fields
}

export interface Refused {
  readonly ok: false
  readonly faults: readonly string[]
}
export type Reading<T> = { readonly ok: true; readonly found: readonly T[] } | Refused

export function readCommuneFile(
  text: string,
  communes: readonly Counted[],
  thisYear: number,
): Reading<CommuneChange> {
  const records = readCsv(text)
  if (!records)
    return refuse('Un guillemet n’est jamais refermé : enregistrez de nouveau le fichier en CSV.')
  const [head, ...lines] = records
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const faults = checkColumns(columns)
  if (faults.length > 0) return { ok: false, faults }
  if (lines.length === 0) return refuse('Le fichier ne contient aucune commune.')
  return readLines(lines, columns, communes, thisYear)
}

const refuse = (fault: string) => ({ ok: false, faults: [fault] }) as const

function checkColumns(columns: readonly string[]): string[] {
  const known = [...otherColumns, ...Object.keys(populationColumns), ...Object.keys(profileColumns)]
  const faults = columns
    .filter((column) => !known.includes(column))
    .map(
      (column) =>
        `Ligne 1 : la colonne « ${column} » n’est pas connue. Colonnes possibles : ${known.join(', ')}.`,
    )
  if (!columns.includes('code') && !columns.includes('nom'))
    faults.push('Ligne 1 : il faut une colonne « code » ou « nom ».')
  const twice = columns.filter((column, at) => columns.indexOf(column) !== at)
  return [
    ...faults,
    ...twice.map((column) => `Ligne 1 : la colonne « ${column} » est là deux fois.`),
  ]
}

function readLines(
  lines: readonly CsvRecord[],
  columns: readonly string[],
  communes: readonly Counted[],
  thisYear: number,
): Reading<CommuneChange> {
  const faults: string[] = []
  const found: CommuneChange[] = []
  for (const { line, cells } of lines) {
    const complain = (what: string) => void faults.push(`Ligne ${line} : ${what}`)
    const row = new Map(columns.map((column, at) => [column, (cells[at] ?? '').trim()]))
    if (cells.length !== columns.length)
      complain(`${cells.length} cellules au lieu de ${columns.length}.`)
    const commune = whose(row, communes, complain)
    if (!commune) continue
    if (found.some(({ communeId }) => communeId === commune.id))
      complain(`${commune.name} est déjà plus haut.`)
    const sound = faults.length
    const population = readCells(row, populationColumns, complain)
    if (faults.length === sound) checkPopulation(population, commune, thisYear, complain)
    found.push({
      communeId: commune.id,
      population,
      profile: readCells(row, profileColumns, complain),
    })
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, found }
}

type Row = ReadonlyMap<string, string>
type Complain = (what: string) => void

function whose(row: Row, communes: readonly Counted[], complain: Complain): Counted | undefined {
  const [code = '', name = ''] = [row.get('code'), row.get('nom')]
  const byCode = findCommune(communes, code)
  const byName = findCommune(communes, name)
  if (code !== '' && !byCode) complain(`aucune commune ne porte le code « ${code} ».`)
  else if (name !== '' && !byName && !byCode) complain(`aucune commune ne s’appelle « ${name} ».`)
  else if (byCode && byName && byCode !== byName)
    complain(`le code ${code} est celui de ${byCode.name}, pas de ${byName.name}.`)
  else if (code === '' && name === '') complain('ni code ni nom.')
  else return byCode ?? byName
  return undefined
}

function readCells(row: Row, columns: typeof profileColumns, complain: Complain): Fields {
  const read: Record<string, unknown> = {}
  for (const [column, { field, schema, read: toValue = String }] of Object.entries(columns)) {
    const cell = row.get(column) ?? ''
    if (cell === '') continue
    const { success, data, error } = schema.safeParse(toValue(cell))
    if (success) read[field] = data
    else complain(`colonne « ${column} », « ${cell} » : ${error.issues[0]?.message}.`)
  }
  return read
}

/** A figure without its year says nothing, and an older one does not replace a newer. */
function checkPopulation(
  { population, households, populationYear: year }: Fields,
  commune: Counted,
  thisYear: number,
  complain: Complain,
): void {
  const hasFigures = population !== undefined || households !== undefined
  if (hasFigures && year === undefined)
    complain('indiquez l’année de la population (colonne « annee_population »).')
  if (typeof year !== 'number') return
  if (!hasFigures && year !== commune.populationYear)
    complain('une année sans population ni ménages.')
  if (year > thisYear) complain(`l’année ${year} n’est pas encore là.`)
  if (year < commune.populationYear)
    complain(
      `la population de ${commune.name} est déjà celle de ${commune.populationYear}, plus récente que ${year}.`,
    )
  if (typeof population === 'number' && typeof households === 'number' && households > population)
    complain('plus de ménages que d’habitants.')
}
