import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toNetwork } from './network.rules.ts'

test('an IPv4 address counts for itself, however it is written', () => {
  assert.equal(toNetwork('102.130.4.7'), '102.130.4.7')
  assert.equal(toNetwork('::ffff:102.130.4.7'), '102.130.4.7')
})

test('the addresses of one IPv6 subscriber count together', () => {
  assert.equal(toNetwork('2001:db8:1:2:aaaa::1'), '2001:db8:1:2::/64')
  assert.equal(toNetwork('2001:0db8:0001:0002:bbbb:cccc:dddd:eeee'), '2001:db8:1:2::/64')
  assert.equal(toNetwork('2001:db8::9'), '2001:db8:0:0::/64')
  assert.notEqual(toNetwork('2001:db8:1:3::1'), toNetwork('2001:db8:1:2::1'))
})

test('the local address is no exception', () => {
  assert.equal(toNetwork('::1'), '0:0:0:0::/64')
})
