/** Notes of one member, and the consensus of the committee. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'

export type Score = Selectable<Tables['collaboration.score']>
export type Consensus = Selectable<Tables['collaboration.consensus']>
export type Award = Selectable<Tables['collaboration.award']>
