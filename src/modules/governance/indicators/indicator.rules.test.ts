import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { aggregate, aggregateByScope, computeMedian } from './indicator.rules.ts'
import type { Addition, Method, Place } from './indicator.types.ts'

const read = (part: number, whole = 1, communeId: string | null = 'glazoue'): Addition => ({
  ...{ communeId, part, whole },
})

describe('une valeur, d’après ce que les communes apportent', () => {
  test('sans rien de mesuré, n’est pas zéro', () => {
    for (const method of ['share', 'ratio', 'sum', 'median'] as const)
      assert.equal(aggregate(method, []), null)
    assert.equal(aggregate('share', [read(0, 0)]), null)
  })

  test('une part rapporte la somme à la somme : une grande commune pèse plus qu’une petite', () => {
    assert.deepEqual(aggregate('share', [read(1, 2), read(0, 48)]), {
      ...{ value: 2, numerator: 1, denominator: 50 },
    })
  })

  test('un rapport n’est pas en pour cent, une somme n’a pas de dénominateur', () => {
    assert.equal(aggregate('ratio', [read(6), read(2)])?.value, 4)
    assert.deepEqual(aggregate('sum', [read(6), read(2)]), {
      ...{ value: 8, numerator: 8, denominator: null },
    })
  })

  test('une médiane dit sur combien elle est prise', () => {
    assert.deepEqual(aggregate('median', [read(30), read(10), read(200)]), {
      ...{ value: 30, numerator: null, denominator: 3 },
    })
    assert.equal(computeMedian([1, 2, 3, 10]), 2.5)
  })

  const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 50 })

  test('la médiane ne dépend pas de l’ordre, et partage en deux', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const median = computeMedian(values)
        assert.equal(computeMedian(values.toReversed()), median)
        const below = values.filter((value) => value < median).length
        const above = values.filter((value) => value > median).length
        assert.ok(below <= values.length / 2 && above <= values.length / 2)
      }),
    )
  })

  test('une part reste entre les parts de chacune', () => {
    const parts = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
        .map(([part, rest]) => read(part, part + rest)),
      { minLength: 1, maxLength: 77 },
    )
    fc.assert(
      fc.property(parts, (additions) => {
        const value = aggregate('share', additions)?.value ?? -1
        const each = additions.map(({ part, whole }) => (part / whole) * 100)
        assert.ok(value >= Math.min(...each) - 1e-3 && value <= Math.max(...each) + 1e-3)
      }),
    )
  })
})

describe('le pays, ses départements, ses catégories, ses communes', () => {
  const places = new Map<string, Place>(
    [
      ['glazoue', 'BJ03', 'ordinaire'],
      ['save', 'BJ03', 'ordinaire'],
      ['parakou', 'BJ04', 'particulier'],
    ].map(([id = '', departmentCode = '', category = '']) => [
      id,
      { id, departmentCode, category },
    ]),
  )

  test('ont chacun leur valeur, par la même règle', () => {
    const values = aggregateByScope(
      'share',
      [read(1, 4), read(1, 1, 'save'), read(3, 3, 'parakou')],
      places,
    )
    const findValue = (groupKey: string, communeId: string | null = null) =>
      values.find((one) => one.groupKey === groupKey && one.communeId === communeId)?.value
    assert.equal(findValue(''), 62.5)
    assert.equal(findValue('BJ03'), 40)
    assert.equal(findValue('ordinaire'), 40)
    assert.equal(findValue('particulier'), 100)
    assert.equal(findValue('', 'glazoue'), 25)
    assert.equal(values.length, 8)
  })

  test('ce qui n’est d’aucune commune n’est que du pays', () => {
    assert.deepEqual(
      aggregateByScope('share', [read(1, 2, null)], places).map(({ groupKey }) => groupKey),
      [''],
    )
  })

  test('les sommes des communes, des départements et des catégories font celle du pays', () => {
    const additions = fc.array(
      fc.record({
        communeId: fc.constantFrom(...places.keys()),
        part: fc.integer({ min: 0, max: 1000 }),
        whole: fc.constant(1),
      }),
      { minLength: 1, maxLength: 60 },
    )
    const codes: ReadonlySet<string> = new Set(['BJ03', 'BJ04'])
    fc.assert(
      fc.property(additions, (list) => {
        const values = aggregateByScope('sum' satisfies Method, list, places)
        const sumOf = (keep: (one: (typeof values)[number]) => boolean) =>
          values.filter(keep).reduce((sum, { value }) => sum + value, 0)
        const whole = sumOf((one) => one.groupKey === '' && one.communeId === null)
        assert.equal(
          whole,
          sumOf(({ communeId }) => communeId !== null),
        )
        assert.equal(
          whole,
          sumOf(({ groupKey }) => codes.has(groupKey)),
        )
        assert.equal(
          whole,
          sumOf(({ groupKey }) => groupKey !== '' && !codes.has(groupKey)),
        )
      }),
    )
  })
})
