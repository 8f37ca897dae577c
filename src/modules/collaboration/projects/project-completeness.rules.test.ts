import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isPlanWhole } from './plan.rules.ts'
import {
  listEmptyMandatoryPoints,
  listPlanGaps,
  scoreCharter,
} from './project-completeness.rules.ts'

const points = [
  { key: 'security', title: 'Sécurité', isMandatory: true },
  { key: 'hosting', title: 'Hébergement', isMandatory: true },
  { key: 'environment', title: 'Environnement', isMandatory: false },
]
const answer = 'Un compte nominatif par agent, fermé à son départ.'

test('un mot n’est pas une réponse : le point obligatoire reste nommé', () => {
  const answers = new Map([
    ['security', answer],
    ['hosting', 'Oui'],
  ])
  assert.deepEqual(
    listEmptyMandatoryPoints(points, answers).map(({ title }) => title),
    ['Hébergement'],
  )
  assert.equal(scoreCharter(points, answers), 33)
})

test('un point facultatif vide baisse la note mais n’empêche rien', () => {
  const answers = new Map([
    ['security', answer],
    ['hosting', answer],
  ])
  assert.deepEqual(listEmptyMandatoryPoints(points, answers), [])
  assert.equal(scoreCharter(points, answers), 66)
  assert.equal(scoreCharter(points, new Map([...answers, ['environment', answer]])), 100)
})

test('le plan dit ce qui manque : aucun jalon, des poids, des paiements', () => {
  assert.deepEqual(listPlanGaps([]), [{ kind: 'noMilestone' }])
  assert.deepEqual(listPlanGaps([{ weight: 90, paymentShare: 110 }]), [
    { kind: 'weights', total: 90 },
    { kind: 'payments', total: 110 },
  ])
})

test('un plan sans manque est un plan entier, et réciproquement', () => {
  const plans = fc.array(
    fc.record({ weight: fc.constantFrom(0, 50, 100), paymentShare: fc.constantFrom(0, 50, 100) }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(plans, (plan) => {
      assert.equal(listPlanGaps(plan).length === 0, isPlanWhole(plan))
    }),
  )
})
