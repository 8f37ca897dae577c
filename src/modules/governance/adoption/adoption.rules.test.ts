import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type AdoptionFact, stages, toFunnel, toSteps } from './adoption.rules.ts'

const fact = fc.record({
  kind: fc.constantFrom('campaign', 'resource', 'contact', 'pilot', 'agreement', 'project', 'use'),
  id: fc.uuid(),
  solutionId: fc.constantFrom('gestion', 'marche'),
  communeId: fc.constantFrom('glazoue', 'bohicon', 'houeyogbe'),
  startupId: fc.constant('akwaba'),
  at: fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
}) as fc.Arbitrary<AdoptionFact>

/** How far: a commune stands at the furthest stage that was shown. */
const rankReached = (facts: readonly AdoptionFact[], communeId: string, solutionId: string) =>
  Math.max(
    -1,
    ...toSteps(facts)
      .filter((step) => step.communeId === communeId && step.solutionId === solutionId)
      .map(({ stage }) => stages.indexOf(stage)),
  )

describe('l’adoption d’une solution par une commune', () => {
  test('se lit dans les faits : une campagne informe, un essai vaut essai, une convention adopte', () => {
    const at = new Date('2026-03-01')
    const pair = { solutionId: 's', communeId: 'c', startupId: 'a', at }
    const told = (kind: AdoptionFact['kind']) => toSteps([{ ...pair, kind, id: kind }])[0]?.stage
    assert.deepEqual((['campaign', 'contact', 'pilot', 'agreement', 'use'] as const).map(told), [
      'informed',
      'interested',
      'tried',
      'adopted',
      'adopted',
    ])
  })

  test('ne recule jamais, quoi qu’il arrive ensuite', () => {
    fc.assert(
      fc.property(fc.array(fact), fc.array(fact), (before, after) => {
        const [commune, solution] = ['glazoue', 'gestion'] as const
        const now = rankReached(before, commune, solution)
        assert.ok(rankReached([...before, ...after], commune, solution) >= now)
      }),
    )
  })

  test('ne dépend ni de l’ordre des faits, ni de ce qu’ils soient dits deux fois', () => {
    const sorted = (facts: readonly AdoptionFact[]) =>
      toSteps(facts)
        .map((step) => JSON.stringify(step))
        .sort()
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        assert.deepEqual(sorted([...facts, ...facts].reverse()), sorted(facts))
      }),
    )
  })

  test('garde la première date de chaque étape', () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1 }), (facts) => {
        for (const { stage, firstAt, solutionId, communeId } of toSteps(facts)) {
          const same = facts.filter(
            (one) =>
              one.solutionId === solutionId &&
              one.communeId === communeId &&
              toSteps([one])[0]?.stage === stage,
          )
          assert.equal(firstAt.getTime(), Math.min(...same.map(({ at }) => at.getTime())))
        }
      }),
    )
  })

  test('se compte en entonnoir : chaque étape contient les suivantes', () => {
    assert.deepEqual(toFunnel({ informed: 4, tried: 2, adopted: 1 }), {
      ...{ informed: 7, interested: 3, tried: 3, adopted: 1 },
    })
    const counts = fc.record({
      informed: fc.nat(77),
      interested: fc.nat(77),
      tried: fc.nat(77),
      adopted: fc.nat(77),
    })
    fc.assert(
      fc.property(counts, (standing) => {
        const { informed, interested, tried, adopted } = toFunnel(standing)
        assert.ok(informed >= interested && interested >= tried && tried >= adopted)
        const all = stages.reduce((total, stage) => total + standing[stage], 0)
        assert.equal(informed, all)
      }),
    )
  })
})
