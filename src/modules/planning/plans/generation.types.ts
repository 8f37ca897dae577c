/** What a master plan is generated from, and what comes out of it: pure data. */
import type { ConnectivityGap } from '../connectivity/gap.types.ts'
import type { DiagnosisResult } from '../diagnosis/result.types.ts'
import type { LibraryAction } from './library.schema.ts'
import type { PlanAction, PlanIndicator, PlanRisk, PlanSection } from './plan.schema.ts'
import type { PlanTemplate } from './template.facts.ts'

export interface PlanSources {
  readonly commune: {
    readonly name: string
    readonly category: string
    readonly population: number
    /** Null while the commune has not said. */
    readonly itStaff: number | null
    readonly connectivity: string | null
  }
  readonly template: PlanTemplate
  readonly diagnosis: DiagnosisResult
  readonly gap: ConnectivityGap
  readonly uses: readonly { readonly name: string; readonly domains: readonly string[] }[]
  readonly library: readonly LibraryAction[]
  readonly firstYear: number
  readonly envelopes: readonly number[]
}

/** An action as it is proposed; `needs` are codes of other actions of the same plan. */
export type GeneratedAction = Pick<
  PlanAction,
  | 'title'
  | 'purpose'
  | 'reason'
  | 'axis'
  | 'targetArea'
  | 'effects'
  | 'startYear'
  | 'endYear'
  | 'durationYears'
  | 'investment'
  | 'running'
  | 'fundingSource'
  | 'mechanism'
  | 'department'
  | 'isMandatory'
  | 'isPoolable'
  | 'domains'
  | 'prerequisites'
> & { readonly code: string; readonly needs: readonly string[]; readonly points: number }

export type GeneratedSection = Pick<PlanSection, 'key' | 'title' | 'body'>
export type GeneratedRisk = Pick<PlanRisk, 'title' | 'likelihood' | 'impact' | 'answer'> & {
  readonly code: string
}
export type GeneratedIndicator = Pick<
  PlanIndicator,
  'label' | 'unit' | 'baseline' | 'target' | 'targetYear' | 'source'
> & { readonly code: string }

export interface GeneratedPlan {
  readonly sections: readonly GeneratedSection[]
  /** By priority. */
  readonly actions: readonly GeneratedAction[]
  readonly risks: readonly GeneratedRisk[]
  readonly indicators: readonly GeneratedIndicator[]
  readonly isExact: boolean
}

/** Writes one part of the plan. */
export type Writer = (sources: PlanSources, actions: readonly GeneratedAction[]) => string
