import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axes, axisLabels } from './axes.ts'

test('les huit axes portent chacun un nom à lui', () => {
  assert.equal(axes.length, 8)
  assert.equal(new Set(axes.map((axis) => axisLabels[axis])).size, 8)
})
