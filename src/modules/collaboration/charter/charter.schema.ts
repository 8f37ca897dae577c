/** The charter (« principaux points à intégrer ») : the association's list of what every digitalisation project must answer. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'
import type { CharterStatus } from './charter.workflow.ts'

export type CharterVersion = Omit<Selectable<Tables['collaboration.charterVersion']>, 'status'> & {
  readonly status: CharterStatus
}

export type CharterPoint = Selectable<Tables['collaboration.charterPoint']>

/** A version with its points, in their order. */
export interface Charter {
  readonly version: CharterVersion
  readonly points: readonly CharterPoint[]
}
