/** What the communes of the demonstration world answered: drawn from their size and a number of their own, always the same. */
import { createHash } from 'node:crypto'
import {
  type Answer,
  type Axis,
  listQuestions,
  type Question,
  type Questionnaire,
} from '#modules/planning/index.ts'
import type communes from '#reference/communes.json'
import { comments } from './diagnosis-comments.ts'

export type DemoCommune = (typeof communes.rows)[number]

export interface DemoAnswer extends Answer {
  readonly code: string
  readonly comment: string
}

/** Towns are ahead; security and finance lag everywhere. */
const sizes = { particulier: 3.1, intermediaire: 2.3, ordinaire: 1.4 } as const
const axisOffsets: Readonly<Record<Axis, number>> = {
  governance: -0.1,
  connectivity: 0.35,
  applications: 0.1,
  services: 0,
  skills: 0.15,
  security: -0.55,
  finance: -0.25,
  participation: 0.05,
}
const perYear = 0.45
/** Glazoué presides the commission: it is a little ahead of its size. */
const ahead: Readonly<Record<string, number>> = { glazoue: 0.9 }

/** From 0 to 1, the same for the same name. */
function draw(name: string): number {
  return createHash('sha256').update(`cauri:diagnosis:${name}`).digest().readUInt32BE() / 2 ** 32
}

/** `age` in years: what was answered before is a little lower. */
export function answerAll(
  commune: DemoCommune,
  questionnaire: Questionnaire,
  age: number,
): DemoAnswer[] {
  const { slug, population, isDepartmentSeat } = commune
  const category = commune.category as keyof typeof sizes
  const size =
    sizes[category] +
    Math.min(population / 400_000, 0.4) +
    (isDepartmentSeat ? 0.2 : 0) +
    (ahead[slug] ?? 0)
  const base = size + (draw(slug) - 0.5) * 1.3 - age * perYear
  const answers = listQuestions(questionnaire, category).map((question): DemoAnswer => {
    const name = `${slug}:${question.code}`
    const axis = axisOffsets[question.axis] + (draw(`${slug}:${question.axis}`) - 0.5)
    const level = Math.round(base + axis + (draw(name) - 0.5) * 3.6)
    const isUnknown = draw(`${name}:unknown`) < 0.03
    const comment = slug === 'glazoue' && age <= 1 ? (comments[question.code] ?? '') : ''
    return { code: question.code, comment, ...toAnswer(question, level, isUnknown) }
  })
  return [...answers, ...tickOnline(questionnaire, slug, base)]
}

function toAnswer(question: Question, drawn: number, isUnknown: boolean): Answer {
  if (isUnknown) return { value: null, isUnknown }
  const level = Math.min(Math.max(drawn, 0), 5)
  if (question.kind === 'yesNo') return { value: level >= 3 ? 1 : 0, isUnknown }
  if (question.kind === 'number')
    return { value: level === 0 ? 0 : (question.thresholds[level - 1] ?? 0), isUnknown }
  return { value: level, isUnknown }
}

/** A town of level 3 meets a little more than half of them. */
function tickOnline({ online }: Questionnaire, slug: string, base: number): DemoAnswer[] {
  return online.heads
    .flatMap(({ indicators }) => indicators)
    .filter(({ code }) => draw(`${slug}:${code}`) < Math.min(Math.max(base, 0.2) / 5.5, 0.9))
    .map(({ code }) => ({ code, comment: '', value: 1, isUnknown: false }))
}
