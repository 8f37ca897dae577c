/** A square that anybody can check and nobody can forge. */
import assert from 'node:assert/strict'
import { webcrypto } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { publishSealKey, sealFacts } from './seal-key.ts'
import { readSeal, type SealedFacts } from './sealed-facts.rules.ts'

const secret = Buffer.alloc(32, 7)
const facts: SealedFacts = {
  ...{ code: 'ACDEF-HJKMN', issuer: 'Glazoué', name: 'Acte', title: 'Copie d’acte de naissance' },
  ...{ reference: 'ACT-2026-0001', date: '2026-11-27', holder: 'Afi Exemple' },
}

/** As a browser does it. */
async function isTrue(text: string, from = secret): Promise<boolean> {
  const seal = readSeal(text)
  if (!seal) return false
  const jwk = publishSealKey(from) as webcrypto.JsonWebKey
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await webcrypto.subtle.importKey('jwk', jwk, curve, false, ['verify'])
  const { signature, signed } = seal
  return webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed)
}

describe('the signed square of a paper', () => {
  test('says the same to whoever reads it, and is true with the published key', async () => {
    const text = `https://cauri.example/verifier/hors-ligne#${sealFacts(secret, facts)}`
    assert.deepEqual(readSeal(text)?.facts, facts)
    assert.equal(await isTrue(text), true)
    assert.ok(text.length < 500, `${text.length} letters make squares too small`)
  })

  test('is false as soon as one sign of it changes, or another server signed it', async () => {
    const text = sealFacts(secret, facts)
    const forged = sealFacts(Buffer.alloc(32, 8), facts)
    assert.equal(await isTrue(forged), false)
    const other = sealFacts(secret, { ...facts, holder: 'Quelqu’un d’autre' })
    const mixed = [...text.split('.').slice(0, 1), other.split('.')[1], text.split('.')[2]].join(
      '.',
    )
    assert.equal(await isTrue(mixed), false)
  })

  test('keeps any words, and refuses any nonsense without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (holder) => {
        assert.equal(readSeal(sealFacts(secret, { ...facts, holder }))?.facts.holder, holder)
      }),
      { numRuns: 50 },
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(readSeal(text), null)
        readSeal(`CAURI1.${text}.${text}`)
      }),
    )
  })

  test('comes from the secret: a restored server signs with the same key', () => {
    assert.deepEqual(publishSealKey(Buffer.alloc(32, 7)), publishSealKey(secret))
    assert.equal('d' in publishSealKey(secret), false)
  })
})
