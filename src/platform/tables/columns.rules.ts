/** The columns that a file may hold, declared as data: their names, what they hold, and what is said when they do not. */
import {
  type CellReading,
  found,
  isBlank,
  readDay,
  readMoment,
  readNumber,
  refused,
  showCell,
} from './cells.rules.ts'
import { foldWords } from './fold.rules.ts'
import type { SourceCell, SourceRow } from './source-row.types.ts'

export interface Column<T> {
  /** As it is shown, and as a model file names it. */
  readonly label: string
  /** Other names that people give it; accents, capitals and signs do not count. */
  readonly aliases: readonly string[]
  /** The file is refused without it. */
  readonly isNeeded: boolean
  /** For whoever fills in the file. */
  readonly hint: string
  readonly read: (cell: SourceCell, row: Pick<SourceRow, 'countsFrom1904'>) => CellReading<T>
}

// biome-ignore lint/suspicious/noExplicitAny: each column holds what it holds; `ValuesOf` says which.
export type Columns = Readonly<Record<string, Column<any>>>

export type ValuesOf<C extends Columns> = {
  readonly [Key in keyof C]: C[Key] extends Column<infer T> ? T : never
}

interface Names {
  readonly label: string
  readonly aliases?: readonly string[]
  readonly hint?: string
}

type Read<T> = Column<T>['read']

/** The column must be there and each of its cells filled. */
export function needed<T>(column: Column<T | null>): Column<T> {
  const read: Read<T> = (cell, row) => {
    const reading = column.read(cell, row)
    if (!reading.ok) return reading
    return reading.value === null
      ? refused('manque : remplissez cette cellule')
      : found(reading.value)
  }
  return { ...column, isNeeded: true, read }
}

/** An empty cell, or a mere dash, is null. */
function optional<T>({ label, aliases = [], hint = '' }: Names, read: Read<T>): Column<T | null> {
  return {
    ...{ label, aliases, hint },
    isNeeded: false,
    read: (cell, row) => (isBlank(cell) ? found(null) : read(cell, row)),
  }
}

export function textColumn({ max = 200, ...names }: Names & { readonly max?: number }) {
  return optional<string>(names, (cell) => {
    const text = showCell(cell)
    return text.length > max ? refused(`est trop long : ${max} caractères au plus`) : found(text)
  })
}

interface Bounds {
  readonly min?: number
  readonly max?: number
}

/** Whole FCFA: hundredths are rounded, a negative or absurd amount is refused. */
export function moneyColumn({ min = 0, max = 1_000_000_000_000, ...names }: Names & Bounds) {
  return optional<number>(names, (cell) => {
    const reading = readNumber(cell, true)
    if (!reading.ok) return reading
    const amount = Math.round(reading.value)
    if (amount < min)
      return refused(min === 0 ? 'est négatif : écrivez un montant positif' : tooSmall(min))
    return amount > max
      ? refused(`dépasse ${show(max)} FCFA : vérifiez l’unité (francs, pas milliers)`)
      : found(amount)
  })
}

export function numberColumn({ min = 0, max = 1_000_000_000, ...names }: Names & Bounds) {
  return optional<number>(names, (cell) => {
    const reading = readNumber(cell, false)
    if (!reading.ok) return reading
    if (reading.value < min) return refused(tooSmall(min))
    return reading.value > max ? refused(`dépasse ${show(max)}`) : reading
  })
}

export function integerColumn({ min = 0, max = 1_000_000_000, ...names }: Names & Bounds) {
  return optional<number>(names, (cell) => {
    const reading = readNumber(cell, false)
    const isSound =
      reading.ok && Number.isInteger(reading.value) && reading.value >= min && reading.value <= max
    return isSound
      ? reading
      : refused(`n’est pas un nombre entier entre ${show(min)} et ${show(max)}`)
  })
}

/** A year is written without spaces. */
export function yearColumn({ min = 2000, max = 2100, ...names }: Names & Bounds) {
  return optional<number>(names, (cell) => {
    const reading = readNumber(cell, false)
    const isSound =
      reading.ok && Number.isInteger(reading.value) && reading.value >= min && reading.value <= max
    return isSound ? reading : refused(`n’est pas une année entre ${min} et ${max}`)
  })
}

export function dayColumn(names: Names) {
  return optional<string>(names, (cell, { countsFrom1904 }) => readDay(cell, countsFrom1904))
}

export function momentColumn(names: Names) {
  return optional<Date>(names, (cell, { countsFrom1904 }) => readMoment(cell, countsFrom1904))
}

export interface ColumnOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly aliases?: readonly string[]
}

/** One of the given values, by its code, its label or another of its names. */
export function choiceColumn<const Value extends string>({
  options,
  ...names
}: Names & { readonly options: readonly ColumnOption<Value>[] }) {
  const known = new Map(
    options.flatMap(({ value, label, aliases = [] }) =>
      [value, label, ...aliases].map((name) => [foldWords(name), value] as const),
    ),
  )
  const list = options.map(({ label }) => label).join(', ')
  return optional<Value>(names, (cell) => {
    const value = known.get(foldWords(showCell(cell)))
    return value === undefined
      ? refused(`n’est pas connu. Réponses possibles : ${list}`)
      : found(value)
  })
}

const yes = ['oui', 'o', 'x', 'vrai', 'true', '1']
const no = ['non', 'n', 'faux', 'false', '0']

export function yesNoColumn(names: Names) {
  return optional<boolean>(names, (cell) => {
    const word = foldWords(showCell(cell))
    if (yes.includes(word)) return found(true)
    return no.includes(word) ? found(false) : refused('se remplit par oui ou non')
  })
}

const tooSmall = (min: number) => `est trop petit : ${show(min)} au moins`

function show(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}
