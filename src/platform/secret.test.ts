import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { decryptText, encryptText, loadSecret } from './secret.ts'

describe('the secret of the server', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-secret-'))
  after(() => rmSync(directory, { recursive: true }))
  const dataDirectory = path.join(directory, 'var')

  test('is made at the first start, for the server’s eyes only, and kept', () => {
    const first = loadSecret({ secret: null, dataDirectory })
    assert.equal(first.length, 32)
    assert.deepEqual(loadSecret({ secret: null, dataDirectory }), first)
    assert.equal(statSync(path.join(dataDirectory, 'secret')).mode & 0o777, 0o600)
    assert.deepEqual(readdirSync(dataDirectory), ['secret'])
  })

  test('is what the operator gives, the same on every process', () => {
    const given = loadSecret({ secret: 'une longue phrase', dataDirectory })
    assert.equal(given.length, 32)
    assert.deepEqual(loadSecret({ secret: 'une longue phrase', dataDirectory: '/nowhere' }), given)
    assert.notDeepEqual(loadSecret({ secret: 'une autre phrase', dataDirectory }), given)
  })
})

describe('an encrypted text', () => {
  const secret = Buffer.alloc(32, 1)

  test('is read again with the same secret only', () => {
    const sealed = encryptText('JBSWY3DPEHPK3PXP « é »', secret)
    assert.equal(decryptText(sealed, secret), 'JBSWY3DPEHPK3PXP « é »')
    assert.throws(() => decryptText(sealed, Buffer.alloc(32, 2)))
  })

  test('differs each time, so that equal texts do not show', () => {
    assert.notEqual(encryptText('même', secret), encryptText('même', secret))
  })

  test('cannot be changed or cut unnoticed', () => {
    const bytes = Buffer.from(encryptText('montant 100', secret), 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      assert.throws(() => decryptText(changed.toString('base64url'), secret), `byte ${at}`)
    }
    assert.throws(() => decryptText(bytes.subarray(0, -1).toString('base64url'), secret))
    assert.throws(() => decryptText('', secret))
  })
})
