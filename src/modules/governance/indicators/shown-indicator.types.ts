/** What the page of an indicator tells. */
import type { CommuneLine } from '#modules/directory/index.ts'
import type { CommuneFilter } from './commune-filter.rules.ts'
import type { IndicatorCode } from './indicator.lists.ts'
import type { DatedValue, IndicatorRow, Snapshot } from './indicator.queries.ts'

export interface ShownIndicator {
  readonly code: IndicatorCode
  /** Null while nothing was counted. */
  readonly latest: Snapshot | null
  readonly days: readonly string[]
  /** Of the country. */
  readonly series: readonly DatedValue[]
  /** Of the latest day: departments, categories and communes. */
  readonly values: readonly IndicatorRow[]
  readonly departments: readonly { readonly code: string; readonly name: string }[]
  readonly communes: readonly CommuneLine[]
  readonly filter: CommuneFilter
}
