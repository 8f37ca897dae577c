/** The days that pages tell: those of the last three years, and the moment the latest was counted. */
import type { Db } from '#platform/database.ts'
import { addYearsTo } from '#platform/days.rules.ts'
import { listSnapshots, type Snapshot } from './indicator.queries.ts'

const shownYears = 3

export interface Kept {
  readonly latest: Snapshot
  readonly days: readonly string[]
  readonly fromDay: string
}

/** Null while nothing was counted. */
export async function findKept(db: Db): Promise<Kept | null> {
  const snapshots = await listSnapshots(db)
  const latest = snapshots.at(-1)
  if (!latest) return null
  const fromDay = addYearsTo(latest.day, -shownYears)
  const days = snapshots.map(({ day }) => day).filter((day) => day >= fromDay)
  return { latest, days, fromDay }
}
