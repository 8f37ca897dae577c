/** What the agents' list shows. */
import type { InboxLine } from './inbox.queries.ts'
import type { InboxFilter } from './inbox-filter.rules.ts'
import type { SavedFilter } from './saved-filter.actions.ts'

export interface Inbox {
  readonly filter: InboxFilter
  readonly lines: readonly InboxLine[]
  readonly names: ReadonlyMap<string, string>
  readonly services: readonly { readonly value: string; readonly label: string }[]
  readonly saved: readonly SavedFilter[]
  readonly nextHref?: string
}
