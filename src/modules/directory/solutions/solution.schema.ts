/** A solution that a startup offers to communes, as stored. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type {
  ApdpStatus,
  Connectivity,
  Hosting,
  Licence,
  Maturity,
  VerificationStatus,
} from '../labels.ts'

type Row = Selectable<Tables['directory.solution']>
type Coded = 'status' | 'maturity' | 'minConnectivity' | 'hosting' | 'apdpStatus' | 'licence'

export type Solution = Omit<Row, Coded> & {
  readonly status: VerificationStatus
  readonly maturity: Maturity
  readonly minConnectivity: Connectivity
  readonly hosting: Hosting
  readonly apdpStatus: ApdpStatus
  readonly licence: Licence
}

/** A draft begins with a name; the rest comes section by section. */
export const NewSolution = z.object({
  name: fields.text({ min: 2, max: 120, missing: 'Donnez un nom à la solution' }),
})

export interface SolutionFile {
  readonly fileId: string
  readonly kind: 'document' | 'screenshot'
  readonly caption: string
  readonly position: number
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
}
