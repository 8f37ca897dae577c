/** Reading the questionnaire: which questions are asked of whom, and what level an answer is worth. */
import type { Category } from '#modules/directory/index.ts'
import { type Axis, axes } from '../axes.ts'
import type { Answer, Answers, Question, Questionnaire } from './questionnaire.types.ts'

export const highest = 5
export const unknownText = 'Ne sait pas'

/** Questions for other categories do not exist for this commune: they neither ask nor count. */
export function listQuestions(
  { questions }: Pick<Questionnaire, 'questions'>,
  category: Category,
  axis?: Axis,
): Question[] {
  return questions.filter(
    (question) =>
      (axis === undefined || question.axis === axis) &&
      (question.categories?.includes(category) ?? true),
  )
}

export function isAnswered(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && (answer.isUnknown || answer.value !== null)
}

/** From 0 to 5. « Ne sait pas » counts 0: what nobody knows of cannot be relied on. */
export function levelOf(question: Question, { value, isUnknown }: Answer): number {
  if (isUnknown || value === null) return 0
  if (question.kind === 'yesNo') return value > 0 ? question.yes.level : question.no.level
  if (question.kind === 'number')
    return question.thresholds.filter((threshold) => value >= threshold).length
  return Math.min(Math.max(Math.round(value), 0), highest)
}

/** The answer in the words of the questionnaire. */
export function describeAnswer(question: Question, { value, isUnknown }: Answer): string {
  if (isUnknown) return unknownText
  if (value === null) return ''
  if (question.kind === 'yesNo') return value > 0 ? question.yes.text : question.no.text
  if (question.kind === 'number') return `${value} (${question.unit})`
  return question.levels[value] ?? ''
}

/** Whether a browser may have sent this value for this question. */
export function isValueOf(question: Question, value: number): boolean {
  if (!Number.isInteger(value) || value < 0) return false
  if (question.kind === 'number') return value <= question.maximum
  return value <= (question.kind === 'yesNo' ? 1 : highest)
}

export interface AxisProgress {
  readonly axis: Axis
  readonly total: number
  readonly answered: number
  readonly unknown: readonly Question[]
  readonly missing: readonly Question[]
}

export function listProgress(
  questionnaire: Questionnaire,
  category: Category,
  answers: Answers,
): AxisProgress[] {
  return axes.map((axis) => {
    const questions = listQuestions(questionnaire, category, axis)
    const missing = questions.filter(({ code }) => !isAnswered(answers.get(code)))
    return {
      axis,
      total: questions.length,
      answered: questions.length - missing.length,
      unknown: questions.filter(({ code }) => answers.get(code)?.isUnknown),
      missing,
    }
  })
}

export function isComplete(progress: readonly AxisProgress[]): boolean {
  return progress.every(({ missing }) => missing.length === 0)
}
