import assert from 'node:assert/strict'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sign, writeSecret, writeSignatureHeaders } from './signature.rules.ts'

/** Of the libraries of Standard Webhooks. */
const vector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  message: {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1614265330,
    body: '{"test": 2432232314}',
  },
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}

/** As the guide tells receivers to do (guide.page.tsx). */
function verifies(headers: Record<string, string>, body: string, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = createHmac('sha256', key).update(signed).digest()
  return (headers['webhook-signature'] ?? '').split(' ').some((one) => {
    const given = Buffer.from(one.replace('v1,', ''), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

const message = fc.record({
  id: fc.uuid(),
  timestamp: fc.integer({ min: 0, max: 4_000_000_000 }),
  body: fc.string({ unit: 'grapheme' }),
})
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(writeSecret)

describe('a signature', () => {
  test('is that of the specification', () => {
    assert.equal(sign(vector.message, vector.secret), vector.signature)
  })

  test('is recognised by whoever knows the secret, and by nobody else', () => {
    fc.assert(
      fc.property(message, secret, secret, (sent, ours, other) => {
        const headers = writeSignatureHeaders(sent, [ours])
        assert.ok(verifies(headers, sent.body, ours))
        assert.equal(verifies(headers, sent.body, other), ours === other)
        assert.equal(verifies(headers, `${sent.body} `, ours), false)
        assert.equal(
          verifies({ ...headers, 'webhook-timestamp': '1' }, sent.body, ours),
          sent.timestamp === 1,
        )
      }),
    )
  })

  test('is one for each secret while one replaces the other', () => {
    fc.assert(
      fc.property(message, secret, secret, (sent, fresh, old) => {
        const headers = writeSignatureHeaders(sent, [fresh, old])
        assert.ok(verifies(headers, sent.body, fresh))
        assert.ok(verifies(headers, sent.body, old))
      }),
    )
  })
})
