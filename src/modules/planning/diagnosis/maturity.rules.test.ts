import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import reference from '#reference/questionnaire.json' with { type: 'json' }
import { axes } from '../axes.ts'
import { computeResult, isBegun, toLevels } from './maturity.rules.ts'
import { levelOf, listQuestions } from './questionnaire.rules.ts'
import type { Answer, Answers, Question, Questionnaire } from './questionnaire.types.ts'

const questionnaire = reference.versions[0]?.content as unknown as Questionnaire
const categories = ['particulier', 'intermediaire', 'ordinaire'] as const
const anyCategory = fc.constantFrom(...categories)

/** A level for each question, and « ne sait pas » now and then, whatever the kind of question. */
const anyLevels = fc.array(fc.integer({ min: -1, max: 5 }), {
  minLength: questionnaire.questions.length,
  maxLength: questionnaire.questions.length,
})

function answerWith(levels: readonly number[]): Answers {
  return new Map(
    questionnaire.questions.map((question, i) => [
      question.code,
      answerAt(question, levels[i] ?? 0),
    ]),
  )
}

function answerAt(question: Question, level: number): Answer {
  if (level < 0) return { value: null, isUnknown: true }
  if (question.kind === 'yesNo') return { value: level >= 3 ? 1 : 0, isUnknown: false }
  if (question.kind === 'number')
    return { value: level === 0 ? 0 : (question.thresholds[level - 1] ?? 0), isUnknown: false }
  return { value: level, isUnknown: false }
}

describe('la maturité', () => {
  test('reste entre 0 et 5, par axe et dans l’ensemble', () => {
    fc.assert(
      fc.property(anyCategory, anyLevels, (category, levels) => {
        const { axes: results, overall } = computeResult(
          questionnaire,
          category,
          answerWith(levels),
        )
        for (const level of [overall, ...results.map((one) => one.level)])
          assert.ok(
            level >= 0 && level <= 5 && Math.abs(level * 10 - Math.round(level * 10)) < 1e-9,
          )
        assert.equal(results.length, axes.length)
      }),
    )
  })

  test('est la moyenne pondérée des réponses, calculée autrement', () => {
    fc.assert(
      fc.property(anyCategory, anyLevels, (category, levels) => {
        const answers = answerWith(levels)
        const found = toLevels(computeResult(questionnaire, category, answers))
        for (const axis of axes) {
          // Each question repeated as often as it weighs.
          const repeated = listQuestions(questionnaire, category, axis).flatMap((question) =>
            Array<number>(question.weight).fill(
              levelOf(question, answers.get(question.code) as Answer),
            ),
          )
          const mean = repeated.reduce((sum, level) => sum + level, 0) / repeated.length
          assert.ok(Math.abs(found[axis] - mean) <= 0.05 + 1e-9, axis)
        }
      }),
    )
  })

  test('ne baisse pas quand une réponse monte', () => {
    const position = fc.nat({ max: questionnaire.questions.length - 1 })
    fc.assert(
      fc.property(anyCategory, anyLevels, position, (category, levels, at) => {
        const better = levels.map((level, i) => (i === at ? 5 : level))
        const before = computeResult(questionnaire, category, answerWith(levels))
        const after = computeResult(questionnaire, category, answerWith(better))
        for (const axis of axes) assert.ok(toLevels(after)[axis] >= toLevels(before)[axis])
        assert.ok(after.overall >= before.overall)
      }),
    )
  })

  test('ignore les questions posées à d’autres catégories', () => {
    fc.assert(
      fc.property(anyCategory, anyLevels, anyLevels, (category, levels, others) => {
        const asked = new Set(listQuestions(questionnaire, category).map(({ code }) => code))
        const mixed = questionnaire.questions.map(
          ({ code }, i) => (asked.has(code) ? levels[i] : others[i]) ?? 0,
        )
        assert.deepEqual(
          computeResult(questionnaire, category, answerWith(mixed)),
          computeResult(questionnaire, category, answerWith(levels)),
        )
      }),
    )
  })

  test('dit ses raisons : ce qui tire vers le haut est au-dessus de l’axe, et l’inverse', () => {
    fc.assert(
      fc.property(anyCategory, anyLevels, (category, levels) => {
        for (const { level, up, down } of computeResult(questionnaire, category, answerWith(levels))
          .axes) {
          for (const reason of up) assert.ok(reason.pull > 0 && reason.level >= level - 0.05)
          for (const reason of down) assert.ok(reason.pull < 0 && reason.level <= level + 0.05)
        }
      }),
    )
  })

  test('nomme les forces et les lacunes, jamais la même question des deux côtés', () => {
    fc.assert(
      fc.property(anyCategory, anyLevels, (category, levels) => {
        const { strengths, gaps } = computeResult(questionnaire, category, answerWith(levels))
        const strong = new Set(strengths.map(({ questionCode }) => questionCode))
        assert.ok(gaps.every(({ questionCode }) => !strong.has(questionCode)))
        assert.ok(strengths.every(({ level }) => level >= 4))
        assert.ok(gaps.every(({ level }) => level <= 2))
      }),
    )
  })

  test('compte les « ne sait pas », et les tient pour 0', () => {
    const unknown = answerWith(questionnaire.questions.map(() => -1))
    const { axes: results, overall, gaps } = computeResult(questionnaire, 'ordinaire', unknown)
    assert.equal(overall, 0)
    assert.ok(results.every((one) => one.unknown === one.questions))
    assert.equal(gaps.length, listQuestions(questionnaire, 'ordinaire').length)
  })

  test('se lit avant la fin sur ce qui est répondu, et les indicateurs en ligne comptent à part', () => {
    const answers: Answers = new Map([
      ['gov-plan', { value: 4, isUnknown: false }],
      ['content-01', { value: 1, isUnknown: false }],
      ['content-02', { value: 0, isUnknown: false }],
    ])
    const { axes: results, overall, online } = computeResult(questionnaire, 'ordinaire', answers)
    assert.equal(results[0]?.level, 4)
    assert.equal(overall, 4)
    assert.deepEqual(results.filter(isBegun), [results[0]])
    assert.equal(results[0]?.questions, 1)
    assert.deepEqual(
      online.map(({ met }) => met),
      [0, 1, 0, 0, 0],
    )
  })
})
