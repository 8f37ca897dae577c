import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkHistory, checkRelease } from './check-release.rules.ts'
import type { JsonObject } from './ocds.types.ts'

const ocid = 'ocds-cauri0-BES-2026-0001'
const sound: JsonObject = {
  ...{ ocid, id: `${ocid}-1`, date: '2026-01-05T10:00:00Z', tag: ['contract'] },
  initiationType: 'tender',
  parties: [
    { id: 'c', name: 'Commune', roles: ['buyer'] },
    { id: 's', name: 'Startup', roles: ['supplier'] },
  ],
  buyer: { id: 'c', name: 'Commune' },
  awards: [
    {
      ...{ id: 'a', status: 'active', date: '2026-01-02T10:00:00Z' },
      ...{ value: { amount: 5000, currency: 'XOF' }, suppliers: [{ id: 's' }] },
    },
  ],
  contracts: [
    {
      ...{ id: 'k', awardID: 'a', status: 'active', dateSigned: '2026-01-05T10:00:00Z' },
      period: { startDate: '2026-02-01T00:00:00+01:00', endDate: '2026-03-01T00:00:00+01:00' },
    },
  ],
}

const mistakes: Readonly<Record<string, JsonObject>> = {
  'an identifier without the registered form': { ocid: 'cauri-BES-2026-0001' },
  'a release that does not begin with its process': { id: 'autre-1' },
  'a date that is none': { date: '2026-02-31' },
  'a party that nobody describes': { buyer: { id: 'inconnue' } },
  'an identifier given twice': { awards: [{ id: 'a' }, { id: 'a' }] },
  'a code of no list': { tag: ['concluded'] },
  'an empty text': { language: ' ' },
  'an empty list': { relatedProcesses: [] },
  'another currency': { awards: [{ id: 'a', value: { amount: 1, currency: 'EUR' } }] },
  cents: { awards: [{ id: 'a', value: { amount: 1.5, currency: 'XOF' } }] },
  'an end before its beginning': {
    tender: {
      id: 't',
      tenderPeriod: { startDate: '2026-02-02T00:00:00Z', endDate: '2026-02-01T00:00:00Z' },
    },
  },
  'a status of something else': { contracts: [{ id: 'k', awardID: 'a', status: 'unsuccessful' }] },
  'a contract of no award': { contracts: [{ id: 'k', awardID: 'z' }] },
  'a contract signed before its award': {
    contracts: [{ id: 'k', awardID: 'a', dateSigned: '2026-01-01T00:00:00Z' }],
  },
  'whom to reach': {
    parties: [
      { id: 'c', roles: ['buyer'], contactPoint: { name: 'N' } },
      { id: 's', roles: ['supplier'] },
    ],
  },
}

describe('our own checks of a release', () => {
  test('find nothing in one that is sound', () => assert.deepEqual(checkRelease(sound), []))

  for (const [mistake, part] of Object.entries(mistakes))
    test(`find ${mistake}`, () => assert.notDeepEqual(checkRelease({ ...sound, ...part }), []))

  test('a value taken away is no empty text', () => {
    assert.deepEqual(checkRelease({ ...sound, language: null }), [])
  })
})

describe('our own checks of a history', () => {
  const at = (id: string, date: string) => ({ ocid, id, date })
  const sorted = [at('1', '2026-01-01T00:00:00Z'), at('2', '2026-01-02T00:00:00Z')]

  test('find nothing in one that is in order', () => assert.deepEqual(checkHistory(sorted), []))
  test('find dates that run backwards, identifiers that repeat, two processes', () => {
    assert.equal(checkHistory([...sorted].reverse()).length, 1)
    assert.equal(
      checkHistory([at('1', '2026-01-01T00:00:00Z'), at('1', '2026-01-02T00:00:00Z')]).length,
      1,
    )
    assert.equal(
      checkHistory([...sorted, { ...at('3', '2026-01-03T00:00:00Z'), ocid: 'x' }]).length,
      1,
    )
  })
})
