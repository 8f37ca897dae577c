import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, test } from 'node:test'
import { readConfig } from './config.ts'

describe('the settings', () => {
  test('are enough to start with when nothing is set', () => {
    const config = readConfig({})
    assert.equal(config.origin, 'http://localhost:3000')
    assert.equal(config.host, '127.0.0.1')
    assert.equal(config.dataDirectory, path.resolve('var'))
    assert.equal(config.hasDemo, true)
    assert.deepEqual(
      [config.smtpUrl, config.sms, config.oidc, config.databaseUrl],
      Array(4).fill(null),
    )
  })

  test('load no demonstration world where it was declined, or over somebody’s database', () => {
    assert.equal(readConfig({ CAURI_DEMO: '0' }).hasDemo, false)
    assert.equal(readConfig({ DATABASE_URL: 'postgres://x' }).hasDemo, false)
  })

  test('hide the outgoing mail, which shows codes, as soon as mail leaves or people are real', () => {
    assert.equal(readConfig({}).hasOutboxPage, true)
    assert.equal(readConfig({ NODE_ENV: 'production' }).hasOutboxPage, false)
    assert.equal(readConfig({ CAURI_SMTP_URL: 'smtp://x' }).hasOutboxPage, false)
    assert.equal(readConfig({ CAURI_SMS_URL: 'https://x' }).hasOutboxPage, false)
  })

  test('hide it at a public address too, except over the demonstration world', () => {
    const address = { CAURI_ORIGIN: 'https://cauri.bj' }
    assert.equal(readConfig(address).hasOutboxPage, true)
    assert.equal(readConfig({ ...address, CAURI_DEMO: '0' }).hasOutboxPage, false)
    assert.equal(readConfig({ ...address, DATABASE_URL: 'postgres://x' }).hasOutboxPage, false)
    assert.equal(readConfig({ DATABASE_URL: 'postgres://x' }).hasOutboxPage, true)
  })

  test('follow the port into the links of messages, unless an address is given', () => {
    assert.equal(readConfig({ PORT: '8080' }).origin, 'http://localhost:8080')
    assert.equal(readConfig({ PORT: '8080', CAURI_ORIGIN: 'https://c.bj' }).origin, 'https://c.bj')
  })

  test('take an SMS gateway and an identity provider whole', () => {
    const { sms } = readConfig({ CAURI_SMS_URL: 'https://sms.example', CAURI_SMS_TOKEN: 'x' })
    assert.deepEqual(sms, { url: 'https://sms.example', token: 'x', sender: 'CAURI' })
    const { oidc } = readConfig({
      CAURI_OIDC_ISSUER: 'https://id.example',
      CAURI_OIDC_CLIENT_ID: 'c',
    })
    assert.equal(oidc?.issuer, 'https://id.example')
    assert.equal(oidc?.clientId, 'c')
  })
})
