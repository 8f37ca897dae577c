/** The association's model letter: a versioned text, its calendar, and what a commune's letter takes from it. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import { type SectionKey, sectionKeys } from './letter.schema.ts'
import { tableOf } from './letter-rows.fields.ts'

export type ModelStatus = 'draft' | 'published' | 'superseded'

export type ModelLetter = Omit<Selectable<Tables['planning.modelLetter']>, 'status'> & {
  readonly status: ModelStatus
}
export type ModelSection = Omit<Selectable<Tables['planning.modelLetterSection']>, 'key'> & {
  readonly key: SectionKey
}
export type ModelDate = Selectable<Tables['planning.modelLetterDate']>

export interface FullModel {
  readonly model: ModelLetter
  readonly sections: readonly ModelSection[]
  readonly dates: readonly ModelDate[]
}

type SectionFields<Name extends string> = { [Key in `${Name}-${SectionKey}`]: z.ZodType<string> }

function forSections<Name extends string>(name: Name, field: z.ZodType): SectionFields<Name> {
  return Object.fromEntries(
    sectionKeys.map((key) => [`${name}-${key}`, field]),
  ) as SectionFields<Name>
}

export const EditModel = z.object({
  title: fields.text({ max: 200, missing: 'Donnez un titre au modèle' }),
  reason: fields.optionalText(1000),
  addressees: fields.text({ max: 300, missing: 'Dites à qui la lettre s’adresse' }),
  signatory: fields.text({ max: 120, missing: 'Dites qui signe' }),
  departments: fields.text({ max: 2000, missing: 'Nommez au moins un service' }),
  version: fields.version(),
  ...forSections('title', fields.text({ max: 200, missing: 'Donnez un titre à cette partie' })),
  ...forSections('body', fields.text({ max: 10_000, missing: 'Écrivez cette partie' })),
})
export type EditModelInput = z.infer<typeof EditModel>

export const modelDateTable = tableOf(
  {
    title: fields.optionalText(200),
    day: fields.optionalInteger(1, 31),
    month: fields.optionalInteger(1, 12),
    source: fields.optionalText(200),
    isConfirmed: fields.checkbox(),
  },
  { first: 'title', most: 12 },
)

export const RecordStateLetter = z.object({
  year: fields.integer(2020, 2100),
  issuer: fields.text({ max: 200, missing: 'Dites qui a signé cette lettre' }),
  reference: fields.text({ max: 100, missing: 'Indiquez sa référence' }),
  signedOn: fields.day(),
  summary: fields.text({ min: 20, max: 4000, missing: 'Résumez ce qu’elle demande' }),
})
