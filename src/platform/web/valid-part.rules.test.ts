import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import * as fields from './fields.ts'
import { parseValidPart } from './valid-part.rules.ts'

const contradiction = 'Le plus haut est inférieur au plus bas'
const schema = z
  .object({
    title: fields.optionalText(10),
    note: fields.optionalText(20),
    lowest: fields.optionalMoney(),
    highest: fields.optionalMoney(),
    isUrgent: fields.checkbox(),
    version: fields.version(),
  })
  .refine(({ lowest, highest }) => lowest === null || highest === null || lowest <= highest, {
    path: ['highest'],
    message: contradiction,
  })

const stored = { title: 'Avant', note: '', lowest: 2, highest: 5, isUrgent: true, version: 3 }
const typed = { title: 'Après', note: 'x', lowest: '1', highest: '9', isUrgent: 'on', version: '3' }
const save = (changes: object) => parseValidPart(schema, { ...typed, ...changes }, stored)

describe('a form saved while it is typed', () => {
  test('keeps everything when all is valid', () => {
    const { answers, errors } = save({})
    assert.deepEqual(answers, {
      title: 'Après',
      note: 'x',
      lowest: 1,
      highest: 9,
      isUrgent: true,
      version: 3,
    })
    assert.deepEqual(errors, {})
  })

  test('keeps the other answers when one is faulty, and says why', () => {
    const { answers, errors } = save({ title: 'Beaucoup trop long' })
    assert.equal('title' in answers, false)
    assert.deepEqual([answers.note, answers.highest, answers.version], ['x', 9, 3])
    assert.deepEqual(errors, { title: 'Limitez ce texte à 10 caractères' })
  })

  test('keeps neither of two answers that contradict each other, nor what would contradict the stored one', () => {
    const { answers, errors } = save({ lowest: '9', highest: '3' })
    assert.deepEqual(Object.keys(answers).sort(), ['isUrgent', 'note', 'title', 'version'])
    assert.deepEqual(errors, { highest: contradiction })
  })

  test('sees the contradiction behind another fault', () => {
    const { answers, errors } = save({ title: 'Beaucoup trop long', lowest: '9', highest: '3' })
    assert.deepEqual(Object.keys(answers).sort(), ['isUrgent', 'note', 'version'])
    assert.deepEqual(Object.keys(errors).sort(), ['highest', 'title'])
  })

  test('keeps an emptied answer empty', () => {
    assert.equal(save({ highest: '' }).answers.highest, null)
    assert.equal(save({ isUrgent: undefined }).answers.isUrgent, false)
  })

  test('keeps nothing without the version it was filled from', () => {
    assert.equal(save({ version: 'x' }).answers.version, undefined)
  })

  test('never leaves the row in a state that the form would refuse', () => {
    const amount = fc.oneof(fc.nat(12).map(String), fc.constant(''), fc.constant('beaucoup'))
    const text = fc.string({ maxLength: 30 })
    fc.assert(
      fc.property(text, text, amount, amount, (title, note, lowest, highest) => {
        const { answers, errors } = save({ title, note, lowest, highest })
        const { lowest: low, highest: high } = { ...stored, ...answers }
        assert.ok(low === null || high === null || low <= high)
        assert.ok({ ...stored, ...answers }.title.length <= 10)
        if (Object.keys(errors).length === 0) assert.equal(Object.keys(answers).length, 6)
      }),
    )
  })
})
