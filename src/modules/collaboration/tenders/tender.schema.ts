/** A file for a formal tender: what the commune gives to whoever runs the procedure, and what came of it. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { TenderStatus } from './tender.workflow.ts'

export const natures = ['goods', 'services', 'intellectual', 'works'] as const
export type Nature = (typeof natures)[number]

export type Tender = Omit<Selectable<Tables['collaboration.tender']>, 'status' | 'nature'> & {
  readonly status: TenderStatus
  readonly nature: Nature | null
}
export type TenderLot = Selectable<Tables['collaboration.tenderLot']>
export type TenderCriterion = Selectable<Tables['collaboration.tenderCriterion']>

export interface FullTender {
  readonly tender: Tender
  readonly lots: readonly TenderLot[]
  readonly criteria: readonly TenderCriterion[]
}

export const lotRows = [1, 2, 3, 4, 5, 6] as const
export const criterionRows = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** title1, title2…: the rows of a table that is filled without scripts. */
function numberFields<Row extends number, Name extends string, Field extends z.ZodType>(
  rows: readonly Row[],
  name: Name,
  field: Field,
) {
  return Object.fromEntries(rows.map((row) => [`${name}${row}`, field])) as {
    [Key in `${Name}${Row}`]: Field
  }
}

const nature = z.preprocess(
  (value) => value || null,
  z.enum(natures, 'Choisissez parmi les réponses proposées').nullable(),
)

/** An unfinished file may be kept: tender-completeness.rules.ts says what is missing. */
export const TenderFile = z.object({
  title: fields.text({ min: 8, max: 200, missing: 'Donnez un objet au marché' }),
  nature,
  purpose: fields.optionalText(6000),
  requirements: fields.optionalText(10_000),
  estimate: fields.optionalMoney(),
  estimateMethod: fields.optionalText(2000),
  funding: fields.optionalText(500),
  documents: fields.optionalText(4000),
  ...numberFields(lotRows, 'lot', fields.optionalText(200)),
  ...numberFields(lotRows, 'lotEstimate', fields.optionalMoney()),
  ...numberFields(criterionRows, 'criterion', fields.optionalText(200)),
  ...numberFields(criterionRows, 'weight', fields.optionalInteger(1, 100)),
  version: fields.version(),
})
export type TenderFileInput = z.infer<typeof TenderFile>

export const HandOver = z.object({
  handedOverOn: fields.day(),
  handedOverTo: fields.text({ min: 3, max: 200, missing: 'Dites qui a reçu le dossier' }),
  stateReference: fields.optionalText(100),
  stateLink: fields.optionalUrl(),
})
export type HandedOver = z.infer<typeof HandOver>

export const results = ['award', 'declareUnsuccessful', 'cancel'] as const

export const RecordResult = z.object({
  result: fields.choice(results, 'Choisissez le résultat'),
  decidedOn: fields.day(),
  awardedTo: fields.optionalText(200),
  awardedAmount: fields.optionalMoney(),
  reason: fields.optionalText(2000),
  stateReference: fields.optionalText(100),
  stateLink: fields.optionalUrl(),
})
export type TenderResult = z.infer<typeof RecordResult>
