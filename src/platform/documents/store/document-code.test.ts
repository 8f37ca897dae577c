import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCode, readCode, showCode } from './document-code.ts'

test('a code is read however it was typed', () => {
  for (let index = 0; index < 500; index++) {
    const code = createCode()
    assert.equal(readCode(code), code)
    assert.equal(readCode(` ${showCode(code).toLowerCase()} `), code)
  }
})

test('letters taken for others are understood', () => {
  assert.equal(readCode('2586V-AAAAA'), readCode('ZSBGU-AAAAA'))
})

test('anything else is no code', () => {
  for (const typed of ['', 'ACDEF', 'ACDEF-HJKMN2', 'OOOOO-IIIII', '%00', 'é'.repeat(10)])
    assert.equal(readCode(typed), null, typed)
})
