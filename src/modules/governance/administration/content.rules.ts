/** What an entry of a list says in words, and what differs between two versions of it. */
import { formatMoney, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { ReferenceContent, ReferenceEntry, ReferenceField } from '#platform/reference-list.ts'

type Fields = Readonly<Record<string, ReferenceField>>

export interface FieldDifference {
  readonly name: string
  readonly label: string
  readonly before: string
  readonly after: string
}

export function sayValue(field: ReferenceField, value: ReferenceContent[string] | undefined) {
  if (field.kind === 'box') return value === true ? t('oui') : t('non')
  if (value === null || value === undefined || value === '')
    return t(field.empty ?? 'Non renseigné')
  if (field.kind === 'money') return formatMoney(Number(value))
  if (field.kind === 'days')
    return t('{count, plural, one {# jour} other {# jours}}', { count: Number(value) })
  if (field.kind === 'number') return formatNumber(Number(value))
  return field.kind === 'choice'
    ? t(field.options?.[String(value)] ?? String(value))
    : String(value)
}

/** Field by field, in the order of the list; what is the same is left out. */
export function listDifferences(
  fields: Fields,
  before: ReferenceContent | null,
  after: ReferenceContent | null,
): FieldDifference[] {
  return Object.entries(fields)
    .map(([name, field]) => ({
      ...{ name, label: field.label },
      before: before ? sayValue(field, before[name]) : '',
      after: after ? sayValue(field, after[name]) : '',
    }))
    .filter((difference) => difference.before !== difference.after)
}

export type EntryState = 'toCome' | 'inForce' | 'ended'

export function stateOf(
  { validFrom, validUntil }: Pick<ReferenceEntry, 'validFrom' | 'validUntil'>,
  today: string,
): EntryState {
  if (validFrom !== null && validFrom > today) return 'toCome'
  return validUntil !== null && validUntil < today ? 'ended' : 'inForce'
}
