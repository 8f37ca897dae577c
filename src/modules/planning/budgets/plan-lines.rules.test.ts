import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  compareWithPlan,
  drawLines,
  investmentIn,
  type PlannedAction,
  partOf,
} from './plan-lines.rules.ts'

const action: PlannedAction = {
  id: 'one',
  code: null,
  title: 'Relier les arrondissements',
  purpose: 'Que chaque arrondissement réponde le jour même.',
  startYear: 2027,
  endYear: 2028,
  investment: 5_000_001,
  running: 400_000,
  fundingSource: 'fic',
  department: 'Services techniques',
  targetArea: 'infrastructure',
  status: 'planned',
  isShared: false,
}

describe('les lignes tirées du plan', () => {
  test('portent l’investissement de l’année, puis le fonctionnement une fois en place', () => {
    const of = (year: number) =>
      drawLines([action], year).map(({ section, amount }) => [section, amount])
    assert.deepEqual(of(2026), [])
    assert.deepEqual(of(2027), [['investment', 2_500_000]])
    assert.deepEqual(of(2028), [['investment', 2_500_001]])
    assert.deepEqual(of(2029), [['running', 400_000]])
  })

  test('disent le compte habituel, la source et le service', () => {
    const [line] = drawLines([action], 2027)
    assert.deepEqual(
      [line?.accountKey, line?.sourceCode, line?.department],
      ['materiel', 'fic', 'Services techniques'],
    )
  })

  test('oublient ce qui est abandonné ou sans calendrier', () => {
    assert.deepEqual(drawLines([{ ...action, status: 'abandoned' }], 2027), [])
    assert.deepEqual(drawLines([{ ...action, startYear: null, endYear: null }], 2027), [])
  })

  test('d’un plan à plusieurs, chaque commune paie sa part de ce qui est partagé', () => {
    const shared = { ...action, id: 'two', isShared: true }
    const of = (isLeader: boolean, percent: number) =>
      drawLines([action, shared], 2027, { isLeader, percent }).map(({ planActionId, amount }) => [
        planActionId,
        amount,
      ])
    assert.deepEqual(of(true, 60), [
      ['one', 2_500_000],
      ['two', 1_500_000],
    ])
    assert.deepEqual(of(false, 40), [['two', 1_000_000]])
  })

  test('ne perdent pas un franc sur la durée', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 1, max: 5 }),
        (investment, years) => {
          const whole = { startYear: 2027, endYear: 2026 + years, investment }
          let sum = 0
          for (let year = 2025; year < 2035; year++) sum += investmentIn(whole, year)
          assert.equal(sum, investment)
        },
      ),
    )
  })
})

describe('reprendre le plan une seconde fois', () => {
  const drawn = drawLines([action], 2027)
  const known = (amount: number, planAmount: number) => [
    { planActionId: 'one', section: 'investment', amount, planAmount },
  ]

  test('ne double rien', () => {
    assert.equal(compareWithPlan(drawn, []).added.length, 1)
    assert.deepEqual(compareWithPlan(drawn, known(2_500_000, 2_500_000)), {
      added: [],
      changed: [],
      kept: [],
    })
  })

  test('suit le plan tant que personne n’a corrigé la ligne', () => {
    assert.equal(compareWithPlan(drawn, known(1_000_000, 1_000_000)).changed.length, 1)
    assert.equal(compareWithPlan(drawn, known(1_200_000, 1_000_000)).kept.length, 1)
  })
})

test('la part d’une commune : la sienne dans un plan partagé, tout dans le sien', () => {
  const plan = { communeId: 'lead' }
  const partners = [
    { communeId: 'lead', share: 70 },
    { communeId: 'member', share: 30 },
  ]
  const shared = { plan, partners } as unknown as Parameters<typeof partOf>[0]
  assert.deepEqual(partOf(shared, 'member'), { isLeader: false, percent: 30 })
  assert.deepEqual(partOf(shared, 'lead'), { isLeader: true, percent: 70 })
  assert.deepEqual(partOf({ ...shared, partners: [] }, 'lead'), { isLeader: true, percent: 100 })
})
