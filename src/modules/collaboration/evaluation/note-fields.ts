/** The numbered fields in which notes are typed: points and their reason, criterion by criterion. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import { type Criterion, criterionRows } from '../calls/call.schema.ts'
import type { Note } from './evaluation.actions.ts'
import { listNotedCriteria } from './evaluation.rules.ts'

export const NotesInput = z.object(
  Object.fromEntries(
    criterionRows.flatMap((row) => [
      [`points${row}`, fields.optionalInteger(0, 100)],
      [`text${row}`, fields.optionalText(4000)],
    ]),
  ) as Record<`points${number}` | `text${number}`, z.ZodType>,
)

export type TypedNotes = Readonly<Record<string, unknown>>

interface Read {
  readonly notes: readonly Note[]
  readonly errors: Readonly<Record<string, string>>
}

const shortestReason = 10

/** A criterion left wholly empty is not noted yet; points without a reason, or a reason without points, are refused. */
export function readNotes(typed: TypedNotes, criteria: readonly Criterion[]): Read {
  const notes: Note[] = []
  const errors: Record<string, string> = {}
  for (const [index, { id }] of listNotedCriteria(criteria).entries()) {
    const points = (typed[`points${index + 1}`] ?? null) as number | null
    const text = (typed[`text${index + 1}`] ?? '') as string
    if (points === null && text === '') continue
    if (points === null) errors[`points${index + 1}`] = 'Donnez une note de 0 à 100'
    else if (text.length < shortestReason)
      errors[`text${index + 1}`] = `Justifiez la note en ${shortestReason} caractères au moins`
    else notes.push({ criterionId: id, points, text })
  }
  return { notes, errors }
}

export function toNoteFields(
  notes: readonly { criterionId: string; points: number; text: string }[],
  criteria: readonly Criterion[],
): Record<string, unknown> {
  return Object.fromEntries(
    listNotedCriteria(criteria).flatMap(({ id }, index) => {
      const note = notes.find(({ criterionId }) => criterionId === id)
      return [
        [`points${index + 1}`, note?.points],
        [`text${index + 1}`, note?.text],
      ]
    }),
  )
}
