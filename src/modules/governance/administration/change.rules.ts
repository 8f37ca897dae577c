/** What must be true of a change before it is proposed: dates in order, no two at once, something that changes. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { ReferenceContent, ReferenceEntry, ReferenceList } from '#platform/reference-list.ts'
import type { ChangeKind } from './change.schema.ts'
import { listDifferences } from './content.rules.ts'

export interface Proposed {
  readonly kind: ChangeKind
  readonly content: ReferenceContent | null
  readonly takesEffectOn: string
}

type Known = Pick<ReferenceEntry, 'key' | 'content' | 'validFrom' | 'validUntil'>

type Rules = Pick<ReferenceList, 'fields' | 'findFaults' | 'mayGrow' | 'mayEnd'>

/** Field name to message, for all that the list itself can tell; `entry` is what is in force. */
export function findChangeFaults(
  list: Rules,
  { kind, content, takesEffectOn }: Proposed,
  entry: Known | undefined,
  today: string,
): Record<string, string> {
  return {
    ...findOutOfPlace(list, kind, entry),
    ...findDateFault(takesEffectOn, entry?.validFrom ?? null, today),
    ...(content && list.findFaults?.(content)),
    ...(kind === 'revise' && entry && isSame(list, entry.content, content)
      ? { form: t('Rien ne change : modifiez au moins un champ.') }
      : {}),
  }
}

function findOutOfPlace(
  { mayGrow, mayEnd }: Rules,
  kind: ChangeKind,
  entry: Pick<ReferenceEntry, 'key' | 'validUntil'> | undefined,
): Record<string, string> {
  if (kind === 'add') {
    if (!mayGrow) return { form: t('Cette liste ne reçoit pas de nouvelle entrée.') }
    return entry ? { key: t('Ce code est déjà pris : un code ne sert qu’une fois') } : {}
  }
  if (!entry) return { form: t('Cette entrée n’existe pas.') }
  if (entry.validUntil !== null) return { form: t('Cette entrée a déjà pris fin.') }
  return kind === 'end' && !mayEnd(entry.key)
    ? { form: t('Cette entrée ne peut pas prendre fin.') }
    : {}
}

function findDateFault(
  takesEffectOn: string,
  since: string | null,
  today: string,
): Record<string, string> {
  if (takesEffectOn < today)
    return {
      takesEffectOn: t('Un changement ne vaut pas pour le passé : choisissez aujourd’hui ou après'),
    }
  if (since !== null && takesEffectOn <= since)
    return {
      takesEffectOn: t('La version en vigueur commence le {date} : choisissez un jour après', {
        date: formatDate(since),
      }),
    }
  return {}
}

function isSame({ fields }: Rules, before: ReferenceContent, after: ReferenceContent | null) {
  return listDifferences(fields, before, after).length === 0
}

/** A change approved after its day takes effect on the day of its approval: it never bears on what is past. */
export function chooseDay(takesEffectOn: string, today: string): string {
  return takesEffectOn < today ? today : takesEffectOn
}
