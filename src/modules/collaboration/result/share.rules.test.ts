import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { listSharers, type Sharer, shareAmount } from './share.rules.ts'

const populations = new Map([
  ['glazoue', { population: 124_431 }],
  ['savalou', { population: 144_549 }],
  ['dassa', { population: 112_122 }],
])
const decisions = [
  { communeId: 'dassa', decision: 'pending' },
  { communeId: 'glazoue', decision: 'in' },
  { communeId: 'savalou', decision: 'out' },
] as const

describe('le partage du montant d’un appel groupé', () => {
  test('laisse de côté la commune qui ne retient pas le résultat', () => {
    assert.deepEqual(listSharers(decisions, populations), [
      { communeId: 'dassa', population: 112_122 },
      { communeId: 'glazoue', population: 124_431 },
    ])
  })

  test('suit la population, ou se fait à parts égales, au franc près', () => {
    const sharers = listSharers(decisions, populations)
    assert.deepEqual(Object.fromEntries(shareAmount(9_600_000, 'population', sharers)), {
      dassa: 4_550_232,
      glazoue: 5_049_768,
    })
    assert.deepEqual(Object.fromEntries(shareAmount(9_600_001, 'equal', sharers)), {
      dassa: 4_800_000,
      glazoue: 4_800_001,
    })
  })

  const sharers = fc.uniqueArray(
    fc.record({ communeId: fc.uuid(), population: fc.integer({ min: 1, max: 2_000_000 }) }),
    { selector: ({ communeId }) => communeId, minLength: 1, maxLength: 77 },
  )
  const amounts = fc.integer({ min: 0, max: 10_000_000_000 })
  const rules = fc.constantFrom('population' as const, 'equal' as const)
  const sum = (parts: Iterable<number>) => [...parts].reduce((total, part) => total + part, 0)

  test('fait toujours le montant entier, et jamais une part négative', () => {
    fc.assert(
      fc.property(amounts, rules, sharers, (amount, rule, communes) => {
        const parts = shareAmount(amount, rule, communes)
        assert.equal(sum(parts.values()), amount)
        assert.ok([...parts.values()].every((part) => part >= 0))
      }),
    )
  })

  test('ne fait jamais payer à la plus petite commune plus d’un franc de plus qu’à la plus grande', () => {
    const inhabitants = ({ population }: Sharer) => population
    fc.assert(
      fc.property(amounts, rules, sharers, (amount, rule, communes) => {
        const parts = shareAmount(amount, rule, communes)
        const ordered = communes.toSorted((a, b) => inhabitants(a) - inhabitants(b))
        for (const [index, { communeId }] of ordered.slice(1).entries())
          assert.ok(
            (parts.get(communeId) ?? 0) + 1 >= (parts.get(ordered[index]?.communeId ?? '') ?? 0),
          )
      }),
    )
  })

  test('grandit pour celles qui restent quand l’une se retire', () => {
    fc.assert(
      fc.property(amounts, rules, sharers, (amount, rule, communes) => {
        const [, ...others] = communes
        const [before, after] = [communes, others].map((some) => shareAmount(amount, rule, some))
        for (const { communeId } of others)
          assert.ok((after?.get(communeId) ?? 0) + 1 >= (before?.get(communeId) ?? 0))
      }),
    )
  })
})
