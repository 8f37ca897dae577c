import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { FullTender, TenderCriterion, TenderLot } from './tender.schema.ts'
import { listTenderGaps } from './tender-completeness.rules.ts'

const words = 'La commune veut retrouver une délibération par son objet, en moins de cinq minutes. '
const whole = {
  tender: {
    nature: 'services',
    purpose: words,
    requirements: words,
    estimate: 45_000_000,
    estimateMethod: 'Prix publics de trois solutions comparables.',
    funding: 'Budget communal',
    documents: ['Fiche de besoin'],
  },
  lots: [],
  criteria: [{ weight: 70 }, { weight: 30 }],
} as unknown as FullTender

const lots = (...estimates: (number | null)[]) =>
  estimates.map((estimate, index) => ({ title: `Lot ${index}`, estimate })) as TenderLot[]
const fieldsOf = (full: FullTender) => listTenderGaps(full).map(({ field }) => field)

describe('ce qui manque à un dossier', () => {
  test('complet, rien ne manque', () => {
    assert.deepEqual(fieldsOf(whole), [])
  })

  test('chaque partie vide est nommée, une fois', () => {
    const empty = {
      tender: {
        ...{ nature: null, purpose: '', requirements: '', estimate: null },
        ...{ estimateMethod: '', funding: '', documents: [] },
      },
      lots: [],
      criteria: [],
    } as unknown as FullTender
    assert.deepEqual(fieldsOf(empty), [
      ...['nature', 'purpose', 'requirements', 'estimate', 'estimateMethod', 'funding'],
      ...['documents', 'criterion1'],
    ])
  })

  test('les poids font 100, ni plus ni moins', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 8 }), (weights) => {
        const criteria = weights.map((weight) => ({ weight })) as TenderCriterion[]
        const isWhole = weights.reduce((sum, weight) => sum + weight, 0) === 100
        assert.equal(fieldsOf({ ...whole, criteria }).length === 0, isWhole)
      }),
    )
  })

  test('les lots estimés font le montant, au franc près', () => {
    assert.deepEqual(fieldsOf({ ...whole, lots: lots(20_000_000, 25_000_000) }), [])
    assert.deepEqual(fieldsOf({ ...whole, lots: lots(20_000_000, 25_000_001) }), ['lot1'])
  })

  test('des lots sans estimation passent ; un seul oublié, non', () => {
    assert.deepEqual(fieldsOf({ ...whole, lots: lots(null, null) }), [])
    assert.deepEqual(fieldsOf({ ...whole, lots: lots(45_000_000, null) }), ['lot1'])
  })
})
