import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toLocalPath } from './next-address.rules.ts'

test('a path of this site is kept, with its query', () => {
  assert.equal(toLocalPath('/besoins/BES-2026-0001'), '/besoins/BES-2026-0001')
  assert.equal(toLocalPath('/solutions?q=état#liste'), '/solutions?q=%C3%A9tat#liste')
})

test('anything that could lead elsewhere leads home', () => {
  const elsewhere = [
    'https://autre.example',
    '//autre.example',
    '/\\autre.example',
    '/\t/autre.example',
    '\\\\autre.example',
    'javascript:alert(1)',
    '/.//autre.example',
    '/x/..//autre.example',
    'espace',
    '',
    undefined,
    ['/a', '/b'],
    `/${'a'.repeat(700)}`,
  ]
  for (const wanted of elsewhere) assert.equal(toLocalPath(wanted), '/espace', String(wanted))
})

test('whatever is asked, a browser stays on this site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    'a',
    '?',
    '#',
    '\n',
    '\t',
    '%2f',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const next = toLocalPath(pieces.join(''))
      assert.equal(new URL(next, 'https://cauri.example/connexion').origin, 'https://cauri.example')
    }),
  )
})
