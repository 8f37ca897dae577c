/** A need (« expression de besoin »): what a commune wants solved, in its own words, and under which constraints. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { NeedStatus } from './need.workflow.ts'

export type Need = Omit<Selectable<Tables['collaboration.need']>, 'status' | 'document'> & {
  readonly status: NeedStatus
}

export const connectivityLevels = ['none', '2g', '3g', '4g', 'fibre'] as const
export const needHostings = ['any', 'commune', 'benin', 'africa'] as const
export const urgencies = ['low', 'normal', 'high'] as const

/** The offered values of the lists that live in the database. */
export interface NeedChoices {
  readonly domains: readonly { value: string; label: string }[]
  readonly services: readonly { value: string; label: string }[]
  readonly languages: readonly { value: string; label: string }[]
}

const optionalLevel = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.enum(connectivityLevels, 'Choisissez une réponse').nullable(),
)

/** What each guided step asks; an unfinished step may be kept, `need-completeness.rules.ts` says what is missing. */
export const needStepInputs = {
  problem: z.object({
    title: fields.optionalText(120),
    problem: fields.optionalText(4000),
    currentSituation: fields.optionalText(4000),
    version: fields.version(),
  }),
  people: z.object({
    beneficiaries: fields.optionalText(2000),
    expectedOutcome: fields.optionalText(4000),
    users: fields.optionalInteger(1, 100_000),
    population: fields.optionalInteger(1, 20_000_000),
    version: fields.version(),
  }),
  scope: z.object({
    domains: listOf(40),
    services: listOf(80),
    version: fields.version(),
  }),
  constraints: z.object({
    connectivity: optionalLevel,
    mustWorkOffline: fields.checkbox(),
    workstations: fields.optionalInteger(0, 10_000),
    itStaff: fields.optionalInteger(0, 1000),
    languages: listOf(30),
    hosting: fields.choice(needHostings),
    handlesPersonalData: fields.checkbox(),
    otherConstraints: fields.optionalText(4000),
    version: fields.version(),
  }),
  means: z
    .object({
      budgetMin: fields.optionalMoney(),
      budgetMax: fields.optionalMoney(),
      budgetSource: fields.optionalText(500),
      urgency: fields.choice(urgencies),
      wantedBy: fields.optionalDay(),
      version: fields.version(),
    })
    .refine(
      ({ budgetMin, budgetMax }) =>
        budgetMin === null || budgetMax === null || budgetMin <= budgetMax,
      { path: ['budgetMax'], message: 'Le montant le plus haut est inférieur au plus bas' },
    ),
} as const

export type NeedSection = keyof typeof needStepInputs
export const needSections = Object.keys(needStepInputs) as NeedSection[]

export function isNeedSection(value: string): value is NeedSection {
  return value in needStepInputs
}

/** Codes as chosen; the foreign lists are checked when the step is saved. */
function listOf(most: number) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(60)).max(most, 'Choisissez moins de réponses'),
  )
}
