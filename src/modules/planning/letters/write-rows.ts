/** The rows of a letter, written in their order. */
import type { Db } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import type { Letter, LetterDate, LetterLine } from './letter.schema.ts'
import type { DraftDate, DraftLine } from './letter-rows.rules.ts'
import type { SourceCeiling } from './letter-source.types.ts'

export interface WrittenRows {
  readonly lines: readonly (DraftLine | LetterLine)[]
  readonly ceilings: readonly SourceCeiling[]
  readonly dates: readonly (DraftDate | LetterDate)[]
}

export async function insertRows(db: Db, letter: Letter, rows: WrittenRows): Promise<void> {
  await insertLines(db, letter, rows.lines)
  await insertCeilings(db, letter, rows.ceilings)
  await insertDates(db, letter, rows.dates)
}

const placeOf = ({ id, communeId }: Letter, index: number) => ({
  id: createId(),
  letterId: id,
  communeId,
  position: index + 1,
})

export async function insertLines(db: Db, letter: Letter, lines: WrittenRows['lines']) {
  if (lines.length === 0) return
  const rows = lines.map((line, index) => ({ ...line, ...placeOf(letter, index) }))
  await db.insertInto('planning.letterLine').values(rows).execute()
}

export async function insertCeilings(db: Db, letter: Letter, ceilings: readonly SourceCeiling[]) {
  if (ceilings.length === 0) return
  const rows = ceilings.map(({ department, running, investment, note }, index) => ({
    ...{ department, running, investment, note },
    ...placeOf(letter, index),
  }))
  await db.insertInto('planning.letterCeiling').values(rows).execute()
}

export async function insertDates(db: Db, letter: Letter, dates: WrittenRows['dates']) {
  if (dates.length === 0) return
  const rows = dates.map((date, index) => ({ ...date, ...placeOf(letter, index) }))
  await db.insertInto('planning.letterDate').values(rows).execute()
}
