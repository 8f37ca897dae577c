import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { createId, createToken, deriveId, isId } from './id.ts'

describe('an identifier', () => {
  test('is a UUID of version 7, dated to the millisecond', () => {
    const at = Date.parse('2026-11-23T09:00:00.123Z')
    const id = createId(at)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), at)
    assert.ok(isId(id))
  })

  test('is the same for the same text, where it is derived from it', () => {
    const id = deriveId('sms 42')
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.equal(deriveId('sms 42'), id)
    assert.notEqual(deriveId('sms 43'), id)
  })

  test('sorts by the time it was made', () => {
    const moment = fc.integer({ min: 0, max: 2 ** 46 })
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        if (a !== b) assert.equal(createId(a) < createId(b), a < b)
      }),
    )
  })

  test('is never given twice, even within a millisecond', () => {
    const ids = new Set(Array.from({ length: 5000 }, () => createId(1_800_000_000_000)))
    assert.equal(ids.size, 5000)
  })

  test('is recognised whole only', () => {
    const id = createId()
    for (const other of ['', 'x', `${id}0`, ` ${id}`, id.toUpperCase(), id.replaceAll('-', '')])
      assert.equal(isId(other), false, other)
    assert.equal(isId(`${id}\n`), false)
  })
})

test('a token holds 256 bits and fits a URL', () => {
  const token = createToken()
  assert.match(token, /^[\w-]{43}$/)
  assert.notEqual(token, createToken())
})
