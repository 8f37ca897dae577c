/** What differs between two states of a form: to tell what an edit changed, and to show two people both of their versions. */
import { formatMoney, formatNumber, formatShortDate } from '#platform/format.ts'

export interface FieldName {
  readonly label: string
  /** What the coded values mean. */
  readonly choices?: Readonly<Record<string, string>>
  readonly kind?: 'money' | 'day' | 'longText'
}
export type FieldNames = Readonly<Record<string, FieldName>>
export type Values = Readonly<Record<string, unknown>>

/** The named fields whose value is not the same. A list is the same in any order. */
export function listChanged(names: FieldNames, before: Values, after: Values): string[] {
  return Object.keys(names).filter((name) => !isSame(before[name], after[name]))
}

/** One line for the history: « Tarif annuel : 100 000 FCFA → 120 000 FCFA ; Support ». */
export function describeChanges(names: FieldNames, before: Values, after: Values): string {
  const parts = listChanged(names, before, after).map((name) => {
    const field = names[name] as FieldName
    if (field.kind === 'longText') return field.label
    return `${field.label} : ${showValue(field, before[name])} → ${showValue(field, after[name])}`
  })
  return parts.join(' ; ').slice(0, 1900)
}

export const changedMeanwhile =
  'Quelqu’un a modifié ce dossier pendant que vous écriviez. Vos réponses sont gardées ci-dessous : comparez-les avec les valeurs enregistrées entre-temps, puis enregistrez de nouveau.'

/** For each field that both people changed their own way, what the other one saved. */
export function describeConflict(
  names: FieldNames,
  stored: Values,
  typed: Values,
): Record<string, string> {
  const messages = listChanged(names, stored, typed).map((name) => [
    name,
    `Valeur enregistrée entre-temps : ${showValue(names[name] as FieldName, stored[name])}`,
  ])
  return Object.fromEntries(messages)
}

export function showValue({ choices, kind }: FieldName, value: unknown): string {
  if (isEmpty(value)) return '(vide)'
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return kind === 'money' ? formatMoney(value) : formatNumber(value)
  const listed = (Array.isArray(value) ? value : [value]).map(String)
  if (kind === 'day') return listed.map(formatShortDate).join(', ')
  return listed.map((one) => choices?.[one] ?? one).join(', ')
}

function isSame(one: unknown, other: unknown): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other)
  if (Array.isArray(one) && Array.isArray(other))
    return [...one].sort().join('\n') === [...other].sort().join('\n')
  return one === other
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}
