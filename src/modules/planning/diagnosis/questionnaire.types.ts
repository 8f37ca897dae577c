/** The questionnaire as it is published: questions by axis, each level in words, and the online service indicators. */
import type { Category } from '#modules/directory/index.ts'
import type { Axis } from '../axes.ts'

interface QuestionBase {
  readonly code: string
  readonly axis: Axis
  /** In two or three words. */
  readonly title: string
  readonly text: string
  /** Why it matters, in one line. */
  readonly why: string
  readonly weight: number
  /** Only asked of these categories of communes; of all when left out. */
  readonly categories?: readonly Category[]
  /** Said of a commune that answers low, and of one that answers high. */
  readonly weak: string
  readonly strong: string
}

/** Six levels, from 0 to 5, each described for this question. */
export type ScaleQuestion = QuestionBase & {
  readonly kind: 'scale'
  readonly levels: readonly string[]
}

interface Choice {
  readonly level: number
  readonly text: string
}

export type YesNoQuestion = QuestionBase & {
  readonly kind: 'yesNo'
  readonly yes: Choice
  readonly no: Choice
}

export type NumberQuestion = QuestionBase & {
  readonly kind: 'number'
  readonly unit: string
  readonly maximum: number
  /** The numbers from which level 1, 2, 3, 4 and 5 are reached, growing. */
  readonly thresholds: readonly number[]
}

export type Question = ScaleQuestion | YesNoQuestion | NumberQuestion

export interface OnlineHead {
  readonly key: string
  readonly title: string
  readonly indicators: readonly { readonly code: string; readonly text: string }[]
}

export interface Questionnaire {
  readonly questions: readonly Question[]
  readonly online: { readonly source: string; readonly heads: readonly OnlineHead[] }
}

/** What was answered to one question; neither with a value nor unknown, it is not answered yet. */
export interface Answer {
  readonly value: number | null
  readonly isUnknown: boolean
}

export type Answers = ReadonlyMap<string, Answer>
