/** From answers to maturity: a level from 0 to 5 by axis, what draws it up or down, strengths and gaps. */
import type { Category } from '#modules/directory/index.ts'
import { type Axis, axes } from '../axes.ts'
import { describeAnswer, isAnswered, levelOf, listQuestions } from './questionnaire.rules.ts'
import type { Answers, Question, Questionnaire } from './questionnaire.types.ts'
import type { AxisResult, Finding, FrozenResult, HeadScore, LevelReason } from './result.types.ts'

/** A strength from this level on, a gap up to that one: the association's reading, « à confirmer ». */
const strongFrom = 4
const weakUpTo = 2
const reasonsShown = 3

interface Judged {
  readonly question: Question
  readonly level: number
  readonly isUnknown: boolean
  readonly answer: string
}

export function computeResult(
  questionnaire: Questionnaire,
  category: Category,
  answers: Answers,
): FrozenResult {
  const judged = judge(listQuestions(questionnaire, category), answers)
  const results = axes.map((axis) =>
    computeAxis(
      axis,
      judged.filter(({ question }) => question.axis === axis),
    ),
  )
  return {
    axes: results,
    overall: roundLevel(mean(results.filter(isBegun).map(({ level }) => level))),
    levels: Object.fromEntries(judged.map(({ question, level }) => [question.code, level])),
    strengths: listFindings(
      judged.filter(({ level }) => level >= strongFrom),
      'strong',
    ),
    gaps: listFindings(
      judged.filter(({ level }) => level <= weakUpTo),
      'weak',
    ),
    online: scoreOnline(questionnaire, answers),
  }
}

/** What nobody answered yet does not count: before the diagnosis is complete, its levels are those of what is known. */
function judge(questions: readonly Question[], answers: Answers): Judged[] {
  return questions.flatMap((question) => {
    const answer = answers.get(question.code)
    if (!isAnswered(answer)) return []
    const { isUnknown } = answer
    return [
      {
        question,
        isUnknown,
        level: levelOf(question, answer),
        answer: describeAnswer(question, answer),
      },
    ]
  })
}

function computeAxis(axis: Axis, judged: readonly Judged[]): AxisResult {
  const total = judged.reduce((sum, { question }) => sum + question.weight, 0)
  const exact =
    total === 0
      ? 0
      : judged.reduce((sum, { question, level }) => sum + question.weight * level, 0) / total
  const reasons = judged.map((one) =>
    toReason(one, (one.question.weight * (one.level - exact)) / total),
  )
  const byPull = (a: LevelReason, b: LevelReason) =>
    Math.abs(b.pull) - Math.abs(a.pull) || (a.questionCode < b.questionCode ? -1 : 1)
  return {
    axis,
    level: roundLevel(exact),
    questions: judged.length,
    unknown: judged.filter(({ isUnknown }) => isUnknown).length,
    up: reasons
      .filter(({ pull }) => pull > 0.005)
      .sort(byPull)
      .slice(0, reasonsShown),
    down: reasons
      .filter(({ pull }) => pull < -0.005)
      .sort(byPull)
      .slice(0, reasonsShown),
  }
}

function toReason({ question, level, isUnknown, answer }: Judged, pull: number): LevelReason {
  const { code: questionCode, title } = question
  return { questionCode, title, answer, level, isUnknown, pull: Math.round(pull * 100) / 100 }
}

/** What weighs most first; then the order of the questionnaire. */
function listFindings(judged: readonly Judged[], which: 'weak' | 'strong'): Finding[] {
  const distance = ({ question, level }: Judged) =>
    question.weight * (which === 'weak' ? 5 - level : level)
  return [...judged]
    .sort((a, b) => distance(b) - distance(a))
    .map(({ question, level }) => ({
      questionCode: question.code,
      axis: question.axis,
      level,
      text: question[which],
    }))
}

/** Each indicator met counts one, under its heading; what nobody ticked is not met. */
function scoreOnline({ online }: Questionnaire, answers: Answers): HeadScore[] {
  return online.heads.map(({ key, title, indicators }) => ({
    head: key,
    title,
    met: indicators.filter(({ code }) => answers.get(code)?.value === 1).length,
    total: indicators.length,
  }))
}

/** An axis that nobody has begun says nothing yet: no level, not even the lowest. */
export function isBegun({ questions }: Pick<AxisResult, 'questions'>): boolean {
  return questions > 0
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** One decimal, from 0 to 5. */
export function roundLevel(level: number): number {
  return Math.round(Math.min(Math.max(level, 0), 5) * 10) / 10
}

export function toLevels({ axes: results }: Pick<FrozenResult, 'axes'>): Record<Axis, number> {
  return Object.fromEntries(results.map(({ axis, level }) => [axis, level])) as Record<Axis, number>
}
