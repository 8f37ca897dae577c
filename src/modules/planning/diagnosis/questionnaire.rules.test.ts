import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import reference from '#reference/questionnaire.json' with { type: 'json' }
import { axes } from '../axes.ts'
import {
  isAnswered,
  isValueOf,
  levelOf,
  listProgress,
  listQuestions,
} from './questionnaire.rules.ts'
import type { Answer, Question, Questionnaire } from './questionnaire.types.ts'

const questionnaire = reference.versions[0]?.content as unknown as Questionnaire
const { questions } = questionnaire
const categories = ['particulier', 'intermediaire', 'ordinaire'] as const

const anyQuestion = fc.constantFrom(...questions)
const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant({ value: null, isUnknown: true }),
  fc.integer({ min: 0, max: 300 }).map((value) => ({ value, isUnknown: false })),
)

describe('le questionnaire livré', () => {
  test('pose sept à neuf questions par axe à chaque catégorie de commune, une soixantaine en tout', () => {
    for (const category of categories) {
      for (const axis of axes) {
        const count = listQuestions(questionnaire, category, axis).length
        assert.ok(count >= 7 && count <= 9, `${category} ${axis} : ${count}`)
      }
      const total = listQuestions(questionnaire, category).length
      assert.ok(total >= 58 && total <= 66, `${category} : ${total}`)
    }
  })

  test('décrit chaque niveau en toutes lettres, et chaque code est à une seule question', () => {
    assert.equal(new Set(questions.map(({ code }) => code)).size, questions.length)
    for (const question of questions) {
      for (const text of [
        question.text,
        question.why,
        question.weak,
        question.strong,
        question.title,
      ])
        assert.ok(text.length > 5, question.code)
      assert.match(question.text, /[ ?]\?$|\?$/)
      if (question.kind === 'scale') assert.equal(new Set(question.levels).size, 6, question.code)
      if (question.kind === 'number')
        assert.deepEqual(
          question.thresholds,
          [...new Set(question.thresholds)].sort((a, b) => a - b),
        )
    }
  })

  test('n’est pas le même pour toutes les catégories', () => {
    const asked = categories.map((category) =>
      listQuestions(questionnaire, category)
        .map(({ code }) => code)
        .join(),
    )
    assert.equal(new Set(asked).size, 3)
  })

  test('range 86 indicateurs de services en ligne sous les cinq rubriques de l’indice', () => {
    const counts = questionnaire.online.heads.map(({ key, indicators }) => [key, indicators.length])
    assert.deepEqual(counts, [
      ['institution', 8],
      ['content', 25],
      ['services', 18],
      ['participation', 17],
      ['technology', 18],
    ])
    assert.match(questionnaire.online.source, /ce n’est pas le score officiel/)
  })
})

describe('le niveau d’une réponse', () => {
  test('va toujours de 0 à 5', () => {
    fc.assert(
      fc.property(anyQuestion, anyAnswer, (question, answer) => {
        const level = levelOf(question, answer)
        assert.ok(Number.isInteger(level) && level >= 0 && level <= 5)
      }),
    )
  })

  test('ne baisse jamais quand la réponse monte', () => {
    const value = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(anyQuestion, value, value, (question, a, b) => {
        const at = (one: number) => levelOf(question, { value: one, isUnknown: false })
        assert.ok(at(Math.min(a, b)) <= at(Math.max(a, b)))
      }),
    )
  })

  test('est 0 pour « ne sait pas », qui compte comme une réponse', () => {
    for (const question of questions) {
      const unknown = { value: null, isUnknown: true }
      assert.equal(levelOf(question, unknown), 0)
      assert.ok(isAnswered(unknown))
    }
    assert.equal(isAnswered({ value: null, isUnknown: false }), false)
    assert.equal(isAnswered(undefined), false)
  })

  test('d’un nombre suit ses seuils, à l’unité près', () => {
    const posts = questions.find(({ code }) => code === 'con-posts') as Question
    const levels = [0, 1, 2, 3, 5, 7, 8, 9, 10, 20].map((value) =>
      levelOf(posts, { value, isUnknown: false }),
    )
    assert.deepEqual(levels, [0, 1, 1, 2, 3, 3, 4, 4, 5, 5])
    assert.equal(isValueOf(posts, 21), false)
    assert.equal(isValueOf(posts, -1), false)
    assert.equal(isValueOf(posts, 1.5), false)
  })
})

test('l’avancement compte ce qui est répondu et nomme ce qui manque, pour cette catégorie seulement', () => {
  const asked = listQuestions(questionnaire, 'ordinaire', 'governance')
  const answers = new Map(asked.slice(1).map(({ code }) => [code, { value: 1, isUnknown: false }]))
  // Asked of larger communes only: it neither counts nor is missing.
  answers.set('gov-unit', { value: 1, isUnknown: false })
  const governance = listProgress(questionnaire, 'ordinaire', answers)[0]
  assert.equal(governance?.total, asked.length)
  assert.equal(governance?.answered, asked.length - 1)
  assert.deepEqual(
    governance?.missing.map(({ code }) => code),
    [asked[0]?.code],
  )
})
