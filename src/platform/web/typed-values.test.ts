import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import * as fields from './fields.ts'
import { shapeTyped } from './typed-values.ts'

const input = z
  .object({
    title: fields.text(),
    needs: fields.choices(['a', 'b'], { min: 1 }),
    budget: fields.optionalMoney(),
    phone: fields.optionalPhone(),
    sectors: z.array(z.string()).optional(),
  })
  .refine(() => true)

describe('what was typed', () => {
  test('is a list where the form takes several answers, even when one was given', () => {
    assert.deepEqual(shapeTyped(input, { needs: 'a', sectors: 'x' }), {
      needs: ['a'],
      sectors: ['x'],
    })
    assert.deepEqual(shapeTyped(input, { needs: ['a', 'b'] }), { needs: ['a', 'b'] })
  })

  test('is one text elsewhere, even when it was sent twice', () => {
    const typed = { title: ['un', 'deux'], budget: ['1', '2'], phone: '97000000' }
    assert.deepEqual(shapeTyped(input, typed), { title: 'un', budget: '1', phone: '97000000' })
  })

  test('stays as it is where the form declares nothing', () => {
    const typed = { 'file.kept': 'x', other: ['a'], constructor: 'y' }
    assert.deepEqual(shapeTyped(input, typed), typed)
    assert.deepEqual(shapeTyped(z.unknown(), typed), typed)
  })

  test('is shaped before the whole form is transformed', () => {
    const transformed = input.transform(({ needs }) => needs.length)
    assert.deepEqual(shapeTyped(transformed, { needs: 'b' }), { needs: ['b'] })
  })
})
