/** What follows from a diagnosis: a level by axis with its reasons, strengths and gaps. The master plan is drafted from it. */
import type { Axis } from '../axes.ts'

/** One question that draws its axis up or down. */
export interface LevelReason {
  readonly questionCode: string
  /** Short name of the question. */
  readonly title: string
  /** What was answered, in words. */
  readonly answer: string
  readonly level: number
  /** By how much it moves the level of its axis, positive or negative. */
  readonly pull: number
  readonly isUnknown: boolean
}

export interface AxisResult {
  readonly axis: Axis
  /** From 0 to 5, one decimal. */
  readonly level: number
  readonly questions: number
  /** How many were answered « ne sait pas »: each counts 0. */
  readonly unknown: number
  /** The strongest pull first. */
  readonly up: readonly LevelReason[]
  readonly down: readonly LevelReason[]
}

export interface Finding {
  readonly questionCode: string
  readonly axis: Axis
  readonly level: number
  /** A French sentence. */
  readonly text: string
}

/** How many online service indicators are met under one heading. */
export interface HeadScore {
  readonly head: string
  readonly title: string
  readonly met: number
  readonly total: number
}

/** What is frozen in the diagnosis when it is confirmed. */
export interface FrozenResult {
  readonly axes: readonly AxisResult[]
  /** The mean of the axes, one decimal. */
  readonly overall: number
  readonly levels: Readonly<Record<string, number>>
  /** The best first, those that weigh most first. */
  readonly strengths: readonly Finding[]
  /** The gravest first. */
  readonly gaps: readonly Finding[]
  readonly online: readonly HeadScore[]
}

export interface DiagnosisResult extends Omit<FrozenResult, 'levels'> {
  readonly diagnosisId: string
  readonly communeId: string
  readonly confirmedAt: Date
  readonly questionnaireVersion: number
  /** By question code. */
  readonly levels: ReadonlyMap<string, number>
}
