import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasLatest } from './conditional.rules.ts'

const changed = new Date('2026-11-28T06:00:00.900Z')

test('a reader that has the same bytes is sent nothing', () => {
  assert.ok(hasLatest({ 'if-none-match': '"abc"' }, '"abc"'))
  assert.ok(hasLatest({ 'if-none-match': '"x", W/"abc"' }, '"abc"'))
  assert.ok(hasLatest({ 'if-none-match': '*' }, '"abc"'))
  assert.ok(!hasLatest({ 'if-none-match': '"ab"' }, '"abc"'))
  assert.ok(!hasLatest({}, '"abc"'))
})

test('a date counts to the second, and only without a tag', () => {
  const at = (since: string) => ({ 'if-modified-since': since })
  assert.ok(hasLatest(at('Sat, 28 Nov 2026 06:00:00 GMT'), '"abc"', changed))
  assert.ok(!hasLatest(at('Sat, 28 Nov 2026 05:59:59 GMT'), '"abc"', changed))
  assert.ok(!hasLatest(at('demain'), '"abc"', changed))
  assert.ok(!hasLatest(at('Sat, 28 Nov 2026 06:00:00 GMT'), '"abc"'))
  const both = { ...at('Sat, 28 Nov 2026 06:00:00 GMT'), 'if-none-match': '"old"' }
  assert.ok(!hasLatest(both, '"abc"', changed))
})
