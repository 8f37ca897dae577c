import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { moveInOrder } from './file-order.rules.ts'

describe('The order of files', () => {
  test('lets one go a place up or down', () => {
    assert.deepEqual(moveInOrder(['a', 'b', 'c'], 'b', 'up'), ['b', 'a', 'c'])
    assert.deepEqual(moveInOrder(['a', 'b', 'c'], 'b', 'down'), ['a', 'c', 'b'])
  })

  test('stays as it is at either end, or for a file that is gone', () => {
    assert.deepEqual(moveInOrder(['a', 'b'], 'a', 'up'), ['a', 'b'])
    assert.deepEqual(moveInOrder(['a', 'b'], 'b', 'down'), ['a', 'b'])
    assert.deepEqual(moveInOrder(['a', 'b'], 'z', 'up'), ['a', 'b'])
  })

  test('loses and invents nothing', () => {
    const ids = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(ids, fc.nat(5), fc.constantFrom('up', 'down'), (list, at, direction) => {
        const moved = moveInOrder(list, list[at % list.length] as string, direction)
        assert.deepEqual([...moved].sort(), [...list].sort())
      }),
    )
  })
})
