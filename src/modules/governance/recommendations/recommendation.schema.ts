/** A recommendation, what proves it, and what each session was told of it. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import { type Measure, measureNames } from './measure.rules.ts'
import type { RecommendationStatus } from './recommendation.workflow.ts'

export const addressees = ['communes', 'association', 'state', 'startups', 'partners'] as const
export type Addressee = (typeof addressees)[number]

export type Recommendation = Omit<
  Selectable<Tables['governance.recommendation']>,
  'status' | 'addressee' | 'measure'
> & {
  readonly status: RecommendationStatus
  readonly addressee: Addressee
  readonly measure: Measure | null
}
export type Evidence = Selectable<Tables['governance.recommendationEvidence']>

export interface FollowUp {
  readonly sessionReference: string
  readonly startsOn: string
  readonly status: RecommendationStatus
  readonly note: string
}

export interface FullRecommendation {
  readonly recommendation: Recommendation
  readonly session: { readonly reference: string; readonly theme: string; readonly status: string }
  readonly evidence: readonly Evidence[]
  readonly followUps: readonly FollowUp[]
}

export const WordingInput = z.object({
  title: fields.text({ min: 10, max: 200, missing: 'Dites ce qui est recommandé' }),
  body: fields.optionalText(4000),
  addressee: fields.choice(addressees, 'Choisissez à qui elle s’adresse'),
  version: fields.version(),
})
export type Wording = z.infer<typeof WordingInput>

export const TermsInput = z.object({
  owner: fields.optionalText(200),
  dueOn: fields.optionalDay(),
  indicator: fields.optionalText(300),
  measure: z.preprocess(
    (value) => value || null,
    z.enum(measureNames, 'Choisissez un chiffre de la liste').nullable(),
  ),
  target: fields.optionalInteger(1, 1_000_000),
  version: fields.version(),
})
export type Terms = z.infer<typeof TermsInput>

export const EvidenceInput = z.object({
  title: fields.text({ max: 200, missing: 'Dites ce que cela montre' }),
  body: fields.optionalText(2000),
  url: fields.optionalUrl(),
})
