/** What the form of a report is shown with. */
import type { Commune } from '#modules/directory/index.ts'
import type { TakenCategory } from '../category.queries.ts'
import type { CandidateLine } from '../public-report.queries.ts'

export interface Sending {
  readonly commune: Commune
  readonly categories: readonly TakenCategory[]
  readonly arrondissements: readonly string[]
  /** Open reports that may be the same as what was just sent. */
  readonly similar: readonly CandidateLine[]
}
