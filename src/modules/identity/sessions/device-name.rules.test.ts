import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeDevice } from './device-name.rules.ts'

test('people recognise their own devices', () => {
  const phone =
    'Mozilla/5.0 (Linux; Android 13; TECNO KI5k) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36'
  assert.equal(describeDevice(phone), 'Chrome, Android')
  const office =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0'
  assert.equal(describeDevice(office), 'Edge, Windows')
  assert.equal(
    describeDevice('Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Firefox/120.0'),
    'Firefox, Linux',
  )
  assert.equal(describeDevice('curl/8'), null)
})
