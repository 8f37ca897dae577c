/** A call (« demande de cotation », « appel à solutions », « appel groupé », « défi »): what is asked, how it is judged, until when. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { CallStatus } from './call.workflow.ts'

export const callMechanisms = ['quotation', 'call', 'groupedCall', 'challenge'] as const
export type CallMechanism = (typeof callMechanisms)[number]

/** How the communes of a grouped call share what it costs. */
export const shareRules = ['population', 'equal'] as const
export type ShareRule = (typeof shareRules)[number]

type Stored = Selectable<Tables['collaboration.call']>

export type Call = Omit<Stored, 'status' | 'mechanism' | 'shareRule'> & {
  readonly status: CallStatus
  readonly mechanism: CallMechanism
  readonly shareRule: ShareRule
}

export type Lot = Selectable<Tables['collaboration.callLot']>

export type Criterion = Omit<Selectable<Tables['collaboration.callCriterion']>, 'kind'> & {
  readonly kind: 'quality' | 'price'
}

/** A call with what it is made of. */
export interface FullCall {
  readonly call: Call
  readonly lots: readonly Lot[]
  readonly criteria: readonly Criterion[]
}

export const lotRows = [1, 2, 3, 4, 5, 6] as const
export const criterionRows = [1, 2, 3, 4, 5, 6, 7, 8] as const

const version = fields.version()

/** What each guided step asks; an unfinished step may be kept, `call-completeness.rules.ts` says what is missing. */
export const callStepInputs = {
  object: z.object({
    title: fields.optionalText(120),
    purpose: fields.optionalText(6000),
    requirements: fields.optionalText(10_000),
    version,
  }),
  lots: z.object({
    ...rowsOf(lotRows, {
      title: fields.optionalText(200),
      description: fields.optionalText(4000),
      budgetMax: fields.optionalMoney(),
    }),
    version,
  }),
  criteria: z.object({
    ...rowsOf(criterionRows, {
      label: fields.optionalText(200),
      guidance: fields.optionalText(1000),
      weight: fields.optionalInteger(1, 100),
      minimumScore: fields.optionalInteger(0, 100),
    }),
    priceWeight: fields.optionalInteger(1, 100),
    minimumScore: fields.integer(0, 100),
    version,
  }),
  calendar: z.object({
    questionsUntil: fields.optionalMoment(),
    deadline: fields.optionalMoment(),
    standstillDays: fields.integer(0, 60),
    committeeSize: fields.integer(2, 15),
    isAnonymous: fields.checkbox(),
    version,
  }),
  money: z
    .object({
      budgetMin: fields.optionalMoney(),
      budgetMax: fields.optionalMoney(),
      showsBudget: fields.checkbox(),
      // Asked in a grouped call only.
      shareRule: fields
        .choice(shareRules)
        .optional()
        .transform((rule) => rule ?? 'population'),
      version,
    })
    .refine(
      ({ budgetMin, budgetMax }) =>
        budgetMin === null || budgetMax === null || budgetMin <= budgetMax,
      { path: ['budgetMax'], message: 'Le montant le plus haut est inférieur au plus bas' },
    ),
} as const

export type CallSection = keyof typeof callStepInputs
export const callSections = Object.keys(callStepInputs) as CallSection[]

export function isCallSection(value: string): value is CallSection {
  return Object.hasOwn(callStepInputs, value)
}

/** title1, description1, title2…: the rows of a table that is filled without scripts. */
function rowsOf<Row extends number, Shape extends Record<string, z.ZodType>>(
  rows: readonly Row[],
  shape: Shape,
) {
  return Object.fromEntries(
    rows.flatMap((row) => Object.entries(shape).map(([name, field]) => [`${name}${row}`, field])),
  ) as { [Name in keyof Shape & string as `${Name}${Row}`]: Shape[Name] }
}
