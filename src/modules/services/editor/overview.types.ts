/** What the first page of the editor knows of a procedure. */
import type { HistoryLine } from '#platform/lifecycle.ts'
import type { DefinitionProblem } from '../procedures/check-definition.rules.ts'
import type { DefinitionChange } from '../procedures/compare-definitions.rules.ts'
import type { Drafting } from './load-draft.ts'

export interface Overview extends Drafting {
  readonly slug: string
  readonly problems: readonly DefinitionProblem[]
  /** Null before the first publication. */
  readonly changes: readonly DefinitionChange[] | null
  readonly history: readonly HistoryLine[]
  readonly names: ReadonlyMap<string, string>
  /** Why the law stopped the service everywhere; null when it did not. */
  readonly stopped: string | null
  readonly may: Readonly<Record<'publish' | 'suspend' | 'resume', boolean>>
}
