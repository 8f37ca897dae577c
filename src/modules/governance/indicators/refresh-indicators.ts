/**
 * Counts every indicator as of today, and as of the end of each past month that history lacks (decision 0055). Of the month that runs,
 * only the last day counted is kept.
 */
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import type { Platform } from '#platform/web.ts'
import { additions, findFirstDay } from './addition.rules.ts'
import { type IndicatorFacts, loadIndicatorFacts } from './indicator.facts.ts'
import { getDefinition, type IndicatorCode, indicatorCodes } from './indicator.lists.ts'
import {
  forgetSnapshots,
  type IndicatorRow,
  insertValues,
  listSnapshotDays,
  lockSnapshots,
} from './indicator.queries.ts'
import { aggregateByScope } from './indicator.rules.ts'
import { listMonthEnds } from './snapshot-days.rules.ts'

/** As the system. */
export async function refreshIndicators(db: Db, now: Date): Promise<void> {
  await lockSnapshots(db)
  const facts = await loadIndicatorFacts(db)
  const today = toDay(now)
  const known = new Set(await listSnapshotDays(db))
  const past = listMonthEnds(findFirstDay(facts) ?? today, today).filter((day) => !known.has(day))
  await forgetSnapshots(db, `${today.slice(0, 7)}-01`)
  const dated = indicatorCodes.filter((code) => getDefinition(code).isDated)
  const rows = [
    ...past.flatMap((day) => countIndicators(facts, day, dated)),
    ...countIndicators(facts, today, indicatorCodes),
  ]
  await insertValues(db, [...past, today], rows, now)
}

function countIndicators(
  facts: IndicatorFacts,
  day: string,
  codes: readonly IndicatorCode[],
): IndicatorRow[] {
  return codes.flatMap((indicator) =>
    aggregateByScope(
      getDefinition(indicator).method,
      additions[indicator](facts, day),
      facts.places,
    ).map((value) => ({ ...value, day, indicator })),
  )
}

/** Every night, once connectivity and the figures of planning were counted. */
export async function refreshIndicatorsNightly({ db }: Platform, now: Date): Promise<void> {
  await writeAs(db, system, (own) => refreshIndicators(own, now))
}
