/** What the matching compares and what it answers: facts in, a score with every reason out. */
import type { CandidateSolution } from '#modules/directory/index.ts'
import type { Values } from '#platform/i18n.ts'
import type { Need } from '../needs/need.schema.ts'

export interface NeedFacts
  extends Pick<
    Need,
    | 'id'
    | 'communeId'
    | 'domains'
    | 'services'
    | 'connectivity'
    | 'mustWorkOffline'
    | 'workstations'
    | 'itStaff'
    | 'users'
    | 'languages'
    | 'hosting'
    | 'handlesPersonalData'
    | 'budgetMin'
    | 'budgetMax'
  > {
  readonly title: string
  readonly population: number
  readonly category: string
  /** Communes of the same department or within sixty kilometres. */
  readonly nearbyCommunes: ReadonlySet<string>
  readonly similarCommunes: ReadonlySet<string>
}

export type SolutionFacts = CandidateSolution

export type ReasonKind = 'positive' | 'negative' | 'neutral'

export interface MatchReason {
  readonly criterion: string
  /** Of a score of 100, and not rounded: together they are the score. */
  readonly points: number
  readonly maximum: number
  readonly kind: ReasonKind
  /** A French sentence with ICU values. */
  readonly text: string
  readonly values?: Values
}

export interface Prerequisite {
  readonly code: string
  /** Null when a fact is missing on one side. */
  readonly isMet: boolean | null
  readonly text: string
  readonly values?: Values
}

export interface Match {
  /** 0 to 100. */
  readonly score: number
  readonly isBlocked: boolean
  readonly reasons: readonly MatchReason[]
  readonly prerequisites: readonly Prerequisite[]
}
