import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIdentifier, showAddress } from './identifier.rules.ts'

test('a Beninese number is the same, however it is typed', () => {
  const typed = [
    '01 97 00 00 01',
    '0197000001',
    '01-97-00-00-01',
    '+229 01 97 00 00 01',
    '00229 01 97 00 00 01',
    '97 00 00 01',
    '+22997000001',
    ' 01.97.00.00.01 ',
  ]
  for (const text of typed) {
    assert.deepEqual(parseIdentifier(text), { channel: 'sms', address: '+2290197000001' }, text)
  }
})

test('an e-mail address is kept in lower case', () => {
  assert.deepEqual(parseIdentifier(' SE.Glazoue@Demo.Example '), {
    channel: 'email',
    address: 'se.glazoue@demo.example',
  })
})

test('anything else is neither', () => {
  for (const text of ['', 'afiavi', '12', '@demo.example', '01 97'])
    assert.equal(parseIdentifier(text), null, text)
})

test('a number is shown as people write it', () => {
  assert.equal(showAddress('+2290197000001'), '01\u00a097\u00a000\u00a000\u00a001')
  assert.equal(showAddress('+33612345678'), '+33612345678')
  assert.equal(showAddress('koffi@test.example'), 'koffi@test.example')
})
