import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

type Range = readonly [first: string, last: string]

/** Written anew, from first to last, so that a slip in a prefix is seen. */
const reserved: Readonly<Record<string, Range>> = {
  'this network': ['0.0.0.0', '0.255.255.255'],
  'private 10': ['10.0.0.0', '10.255.255.255'],
  'carrier-grade NAT': ['100.64.0.0', '100.127.255.255'],
  loopback: ['127.0.0.0', '127.255.255.255'],
  'link-local, where clouds keep their secrets': ['169.254.0.0', '169.254.255.255'],
  'private 172': ['172.16.0.0', '172.31.255.255'],
  'protocol assignments': ['192.0.0.0', '192.0.0.255'],
  'examples 1': ['192.0.2.0', '192.0.2.255'],
  '6to4 relays': ['192.88.99.0', '192.88.99.255'],
  'private 192': ['192.168.0.0', '192.168.255.255'],
  'bench of networks': ['198.18.0.0', '198.19.255.255'],
  'examples 2': ['198.51.100.0', '198.51.100.255'],
  'examples 3': ['203.0.113.0', '203.0.113.255'],
  'multicast, reserved, broadcast': ['224.0.0.0', '255.255.255.255'],
}

const toNumber = (address: string) =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const toAddress = (value: number) =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')
const ranges = Object.values(reserved).map(([first, last]) => [toNumber(first), toNumber(last)])
const isReserved = (value: number) =>
  ranges.some(([first = 0, last = 0]) => value >= first && value <= last)
const inV6 = (address: string) => {
  const value = toNumber(address)
  return `${Math.floor(value / 65536).toString(16)}:${(value % 65536).toString(16)}`
}

const anyV4 = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
const groups = (count: number) =>
  fc.array(group, { minLength: count, maxLength: count }).map((parts) => parts.join(':'))

describe('an address that somebody else chose', () => {
  for (const [name, [first, last]] of Object.entries(reserved))
    test(`is refused in ${name}, from the first to the last`, () => {
      fc.assert(
        fc.property(fc.integer({ min: toNumber(first), max: toNumber(last) }), (value) => {
          assert.equal(isPublicAddress(toAddress(value)), false)
        }),
      )
      assert.equal(isPublicAddress(first), false)
      assert.equal(isPublicAddress(last), false)
    })

  test('is public exactly where no reserved range holds it', () => {
    fc.assert(
      fc.property(anyV4, (value) => {
        assert.equal(isPublicAddress(toAddress(value)), !isReserved(value), toAddress(value))
      }),
      { numRuns: 3000 },
    )
    for (const [first = 0, last = 0] of ranges)
      for (const beside of [first - 1, last + 1])
        if (beside >= 0 && beside < 2 ** 32)
          assert.equal(isPublicAddress(toAddress(beside)), !isReserved(beside), toAddress(beside))
  })

  test('is refused when IPv6 carries an IPv4 one, whichever way', () => {
    fc.assert(
      fc.property(anyV4, (value) => {
        const address = toAddress(value)
        const hex = inV6(address)
        const carried = [`::ffff:${address}`, `::ffff:${hex}`, `::${hex}`, `64:ff9b::${hex}`]
        for (const one of [...carried, `2002:${hex}::1`, `2001:0:${hex}::1`])
          assert.equal(isPublicAddress(one), false, one)
      }),
    )
  })

  test('is refused in IPv6 outside what is routed: loopback, link, site, unique-local, multicast', () => {
    for (const one of [
      '::',
      '::1',
      'fe80::1',
      'fec0::1',
      'fc00::1',
      'fdff::1',
      'ff02::1',
      '100::1',
    ])
      assert.equal(isPublicAddress(one), false, one)
    for (const start of ['fc', 'fd', 'fe8', 'ff0'])
      fc.assert(
        fc.property(groups(7), (rest) => {
          assert.equal(isPublicAddress(`${start.padEnd(4, '0')}:${rest}`), false)
        }),
      )
    fc.assert(
      fc.property(groups(6), (rest) => {
        assert.equal(isPublicAddress(`2001:db8:${rest}`), false)
        assert.ok(isPublicAddress(`2a00:1450:${rest}`))
      }),
    )
  })

  test('is refused when it is no address, or names an interface', () => {
    for (const one of [
      '',
      'localhost',
      '127.1',
      '0x7f000001',
      '2130706433',
      'fe80::1%eth0',
      '2a00::1%lo',
    ])
      assert.equal(isPublicAddress(one), false, one)
  })
})

test('loopback is the machine itself, and nothing beside it', () => {
  for (const own of ['127.0.0.1', '127.255.0.3', '::1']) assert.ok(isLoopbackAddress(own))
  for (const other of ['126.255.255.255', '128.0.0.0', '10.0.0.1', '::2', 'localhost'])
    assert.equal(isLoopbackAddress(other), false, other)
})
