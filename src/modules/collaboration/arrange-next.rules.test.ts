import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { arrangeNext } from './arrange-next.rules.ts'

const text = ['a', 'b', 'c', 'd'].map((key, index) => ({ key, position: index + 1, title: key }))
const at = (key: string, position: number) => ({
  ...({ kind: 'revise', key } as const),
  content: { position, title: key.toUpperCase() },
})
const order = (changes: Parameters<typeof arrangeNext>[1]) =>
  arrangeNext(text, changes)
    .map(({ title }) => title)
    .join('')

test('un point réécrit garde sa place, ou prend celle qu’il demande', () => {
  assert.equal(order([at('b', 2)]), 'aBcd')
  assert.equal(order([at('b', 4)]), 'acdB')
  assert.equal(order([at('d', 1), at('a', 2)]), 'DAbc')
})

test('un point entre, un autre sort', () => {
  assert.equal(order([{ ...at('e', 2), kind: 'add' }]), 'aEbcd')
  assert.equal(order([{ ...at('e', 40), kind: 'add' }]), 'abcdE')
  assert.equal(order([{ ...at('c', 3), kind: 'end' }]), 'abd')
})

test('quels que soient les changements, chacun une fois, aux rangs 1, 2, 3…', () => {
  const change = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'x', 'y'),
    position: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(change, { selector: ({ key }) => key }), (asked) => {
      const next = arrangeNext(
        text,
        asked.map(({ key, position }) => at(key, position)),
      )
      assert.deepEqual(
        next.map(({ position }) => position),
        next.map((_, index) => index + 1),
      )
      assert.deepEqual(
        next.map(({ key }) => key).sort(),
        [...new Set([...text.map(({ key }) => key), ...asked.map(({ key }) => key)])].sort(),
      )
    }),
  )
})
