import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutPage, decodeCursor, encodeCursor } from './published-cursor.rules.ts'

test('a page that is not full is the last; one row more says that another follows', () => {
  assert.deepEqual(cutPage([], 2), { rows: [], last: undefined })
  assert.deepEqual(cutPage(['a', 'b'], 2), { rows: ['a', 'b'], last: undefined })
  assert.deepEqual(cutPage(['a', 'b', 'c'], 2), { rows: ['a', 'b'], last: 'b' })
})

test('a cursor comes back from an address as it was; anything else counts for none', () => {
  const cursor = {
    publishedAt: '2026-11-23T09:00:00.000Z',
    id: '018f0000-0000-7000-8000-000000000001',
  }
  assert.deepEqual(decodeCursor(encodeCursor(cursor)), cursor)
  for (const text of ['', '2026-11-23', `${cursor.publishedAt}_`, `x_${cursor.id}`])
    assert.equal(decodeCursor(text), null, text)
})
