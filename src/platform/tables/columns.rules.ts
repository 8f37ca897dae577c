/** The columns that a file may hold, declared as data: their names, what they hold, and what is said when they do not. */
import { formatDateTime, formatMoney, formatNumber, formatShortDate } from '../format.ts'
import { t } from '../i18n.ts'
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
  /** How a value reads in a preview, when it is not as it is. */
  readonly show?: (value: T) => string
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
      ? refused(t('manque : remplissez cette cellule'))
      : found(reading.value)
  }
  return { ...column, isNeeded: true, read }
}

/** An empty cell, or a mere dash, is null. */
function optional<T>(
  { label, aliases = [], hint = '' }: Names,
  read: Read<T>,
  show?: (value: T) => string,
): Column<T | null> {
  return {
    ...{ label, aliases, hint },
    ...(show && { show: (value: T | null) => (value === null ? '' : show(value)) }),
    isNeeded: false,
    read: (cell, row) => (isBlank(cell) ? found(null) : read(cell, row)),
  }
}

export function textColumn({ max = 200, ...names }: Names & { readonly max?: number }) {
  return optional<string>(names, (cell) => {
    const text = showCell(cell)
    return text.length > max
      ? refused(t('est trop long : {max} caractères au plus', { max }))
      : found(text)
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
    const amount = Math.round(reading.value) + 0
    if (amount < min)
      return refused(min === 0 ? t('est négatif : écrivez un montant positif') : tooSmall(min))
    return amount > max
      ? refused(
          t('dépasse {max} : vérifiez l’unité (francs, pas milliers)', { max: formatMoney(max) }),
        )
      : found(amount)
  })
}

export function numberColumn({ min = 0, max = 1_000_000_000, ...names }: Names & Bounds) {
  return optional<number>(names, (cell) => {
    const reading = readNumber(cell, false)
    if (!reading.ok) return reading
    if (reading.value < min) return refused(tooSmall(min))
    return reading.value > max ? refused(t('dépasse {max}', { max: formatNumber(max) })) : reading
  })
}

export function integerColumn({ min = 0, max = 1_000_000_000, ...names }: Names & Bounds) {
  return optional<number>(names, (cell) => {
    const reading = readNumber(cell, false)
    const isSound =
      reading.ok && Number.isInteger(reading.value) && reading.value >= min && reading.value <= max
    return isSound
      ? reading
      : refused(t('n’est pas un nombre entier entre {min} et {max}', bounds(min, max)))
  })
}

/** A year is written without spaces. */
export function yearColumn({ min = 2000, max = 2100, ...names }: Names & Bounds) {
  const read: Read<number> = (cell) => {
    const reading = readNumber(cell, false)
    const isSound =
      reading.ok && Number.isInteger(reading.value) && reading.value >= min && reading.value <= max
    return isSound
      ? reading
      : refused(
          t('n’est pas une année entre {min} et {max}', { min: String(min), max: String(max) }),
        )
  }
  return optional<number>(names, read, String)
}

export function dayColumn(names: Names) {
  return optional<string>(
    names,
    (cell, { countsFrom1904 }) => readDay(cell, countsFrom1904),
    formatShortDate,
  )
}

export function momentColumn(names: Names) {
  return optional<Date>(
    names,
    (cell, { countsFrom1904 }) => readMoment(cell, countsFrom1904),
    formatDateTime,
  )
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
  const list = () => options.map(({ label }) => t(label)).join(', ')
  const read: Read<Value> = (cell) => {
    const value = known.get(foldWords(showCell(cell)))
    return value === undefined
      ? refused(t('n’est pas connu. Réponses possibles : {list}', { list: list() }))
      : found(value)
  }
  const labelOf = (given: Value) => options.find(({ value }) => value === given)?.label ?? given
  return optional<Value>(names, read, (value) => t(labelOf(value)))
}

const yes = ['oui', 'o', 'x', 'vrai', 'true', '1']
const no = ['non', 'n', 'faux', 'false', '0']

export function yesNoColumn(names: Names) {
  return optional<boolean>(names, (cell) => {
    const word = foldWords(showCell(cell))
    if (yes.includes(word)) return found(true)
    return no.includes(word) ? found(false) : refused(t('se remplit par oui ou non'))
  })
}

const tooSmall = (min: number) => t('est trop petit : {min} au moins', { min: formatNumber(min) })

const bounds = (min: number, max: number) => ({ min: formatNumber(min), max: formatNumber(max) })
