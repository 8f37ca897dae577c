import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectivityLevels, meetsConnectivity } from './connectivity.rules.ts'
import { codesOf, connectivityLabels } from './labels.ts'

test('la fibre suffit à tout, l’absence de connexion à ce qui n’en demande pas', () => {
  assert.ok(connectivityLevels.every((required) => meetsConnectivity('fibre', required)))
  assert.deepEqual(
    connectivityLevels.filter((required) => meetsConnectivity('none', required)),
    ['none'],
  )
})

test('la 3G suffit à la 2G, pas à la 4G', () => {
  assert.equal(meetsConnectivity('3g', '2g'), true)
  assert.equal(meetsConnectivity('3g', '3g'), true)
  assert.equal(meetsConnectivity('3g', '4g'), false)
})

test('chaque niveau a son libellé, dans le même ordre', () => {
  assert.deepEqual(codesOf(connectivityLabels), [...connectivityLevels])
})
