import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Call, Criterion, FullCall, Lot } from './call.schema.ts'
import { listMissingParts, sumWeights } from './call-completeness.rules.ts'

const quality = (weight: number, guidance = 'Démonstration hors connexion réussie') =>
  ({ kind: 'quality', label: 'Méthode', weight, guidance }) as Criterion
const price = (weight: number) =>
  ({ kind: 'price', label: 'Prix', weight, guidance: '' }) as Criterion

const complete: FullCall = {
  call: {
    title: 'Encaisser les droits de place',
    purpose: 'x'.repeat(80),
    requirements: 'x'.repeat(40),
    questionsUntil: new Date('2026-12-05T11:00:00Z'),
    deadline: new Date('2026-12-15T11:00:00Z'),
  } as Call,
  lots: [{ title: 'Lot unique' } as Lot],
  criteria: [quality(60), price(40)],
}

test('un appel complet ne manque de rien', () => {
  assert.deepEqual(listMissingParts(complete), [])
})

test('chaque manque nomme son étape et son champ', () => {
  const empty = {
    call: {
      title: '',
      purpose: '',
      requirements: '',
      questionsUntil: null,
      deadline: null,
    } as Call,
    lots: [],
    criteria: [],
  }
  assert.deepEqual(
    listMissingParts(empty).map(({ section, field }) => `${section}.${field}`),
    [
      'object.title',
      'object.purpose',
      'object.requirements',
      'lots.title1',
      'criteria.label1',
      'criteria.weight1',
      'calendar.questionsUntil',
      'calendar.deadline',
    ],
  )
})

test('des critères sans explication ne se publient pas', () => {
  const [missing] = listMissingParts({ ...complete, criteria: [quality(60, ''), price(40)] })
  assert.equal(missing?.field, 'guidance1')
})

test('les poids manquent si et seulement si leur somme n’est pas 100', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 9 })
  fc.assert(
    fc.property(weights, (given) => {
      const criteria = given.map((weight) => quality(weight))
      const isMissing = listMissingParts({ ...complete, criteria }).some(
        ({ field }) => field === 'weight1',
      )
      assert.equal(isMissing, sumWeights(criteria) !== 100)
    }),
  )
})
