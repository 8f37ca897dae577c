/** The charter (« principaux points à intégrer ») : the association's list of what every digitalisation project must answer. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
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

export const mostPoints = 40

export const PointInput = z.object({
  title: fields.text({ max: 120, missing: 'Donnez un titre au point' }),
  guidance: fields.text({ min: 40, max: 2000, missing: 'Expliquez ce qu’il faut écrire' }),
  example: fields.text({ min: 40, max: 2000, missing: 'Donnez un exemple' }),
  source: fields.text({ max: 500, missing: 'Indiquez la source, ou « à confirmer »' }),
  position: fields.integer(1, mostPoints),
  isMandatory: fields.checkbox(),
})
export type PointInput = z.infer<typeof PointInput>
