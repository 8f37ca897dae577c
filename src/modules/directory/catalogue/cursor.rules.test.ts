import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeCursor, encodeCursor, sorts } from './cursor.rules.ts'

const id = '018f0000-0000-7000-8000-00000000a9cb'
const encode = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

test('un curseur survit à l’aller et retour, pour son tri seulement', () => {
  const cursor = { key: 'Éàé ½', id }
  assert.deepEqual(decodeCursor(encodeCursor(cursor, 'nom'), 'nom'), cursor)
  assert.equal(decodeCursor(encodeCursor(cursor, 'nom'), 'recentes'), null)
})

test('un curseur que le serveur n’aurait pas écrit n’en est pas un', () => {
  const forged = [
    '',
    'x',
    '%00',
    encode('nom', 'a', "1' or 1=1"),
    encode('nom', 'a\u0000', id),
    encode('nom', 12, id),
    encode('nom', 'a'),
    Buffer.from('null').toString('base64url'),
  ]
  for (const text of forged) assert.equal(decodeCursor(text, 'nom'), null, text)
})

test('chaque tri n’accepte que ses propres valeurs : rien d’autre n’atteint la base', () => {
  const accepts = (sort: (typeof sorts)[number], key: string) =>
    decodeCursor(encode(sort, key, id), sort) !== null
  assert.ok(accepts('recentes', '2026-11-23 09:00:00.123456+00'))
  assert.ok(!accepts('recentes', '2026-02-31 09:00:00+00'))
  assert.ok(!accepts('recentes', 'infinity'))
  assert.ok(accepts('pertinence', '1e-20'))
  assert.ok(!accepts('pertinence', 'NaN'))
  assert.ok(accepts('utilisees', '77'))
  assert.ok(!accepts('utilisees', '99999999999'))
  assert.ok(!accepts('notees', '-1'))
})

test('aucun texte ne fait échouer la lecture', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...sorts), (text, sort) => {
      decodeCursor(text, sort)
      decodeCursor(Buffer.from(text).toString('base64url'), sort)
    }),
  )
})
