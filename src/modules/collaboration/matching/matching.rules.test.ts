import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { criteria } from './criteria.rules.ts'
import {
  anyCatalogue,
  anyNeed,
  anySolution,
  market,
  tickets,
  today,
} from './glazoue-market.fixture.ts'
import { matchOne, rankNeeds, rankSolutions, scoreOne } from './matching.rules.ts'
import type { NeedFacts, SolutionFacts } from './matching.types.ts'
import { defaultWeights } from './matching.weights.ts'

const rank = (solutions: readonly SolutionFacts[], need: NeedFacts = market) =>
  rankSolutions(need, solutions, defaultWeights, today)
const listNames = (solutions: readonly SolutionFacts[]) =>
  rank(solutions).map(({ item }) => item.name)

describe('Le marché de Glazoué', () => {
  const fibre = { ...tickets, name: 'Marché Fibre', minConnectivity: 'fibre' }
  const faraway = {
    ...tickets,
    name: 'Lointaine',
    confirmedUses: 0,
    confirmedCommunes: [],
    ratingCount: 0,
    ratingAverage: null,
  }
  const costly = { ...tickets, name: 'Chère', priceSetup: 9_000_000 }
  const elsewhere = {
    ...tickets,
    name: 'Autre métier',
    domains: ['water'],
    services: ['water-point'],
  }

  test('trouve d’abord la solution faite pour lui, avec presque tous les points', () => {
    const match = matchOne(market, tickets, defaultWeights, today)
    assert.ok(match.score >= 95, String(match.score))
    assert.equal(match.isBlocked, false)
    assert.equal(match.reasons.length, criteria.length)
  })

  test('préfère l’usage confirmé par ses voisines, puis le prix qu’il peut payer, puis son métier', () => {
    assert.deepEqual(listNames([elsewhere, faraway, tickets, costly]), [
      'Tickets',
      'Chère',
      'Lointaine',
      'Autre métier',
    ])
  })

  test('voit aussi ce qui exige la fibre, après tout le reste, et avec le même score', () => {
    const ranked = rank([fibre, elsewhere])
    assert.deepEqual(
      ranked.map(({ item, isBlocked }) => [item.name, isBlocked]),
      [
        ['Autre métier', false],
        ['Marché Fibre', true],
      ],
    )
    assert.equal(ranked[1]?.score, scoreOne(market, tickets, defaultWeights, today))
  })

  test('à score égal, le nombre d’usages confirmés, puis le nom, puis l’identifiant', () => {
    const used = { ...tickets, name: 'Z', confirmedUses: 9 }
    const known = { ...tickets, name: 'Z', confirmedUses: 5 }
    const twins = ['b', 'a'].map((solutionId) => ({ ...known, name: 'A', solutionId }))
    assert.deepEqual(
      rank([known, ...twins, used]).map(({ item }) => `${item.name} ${item.solutionId.slice(-1)}`),
      ['Z a', 'A a', 'A b', 'Z a'],
    )
  })
})

describe('Une startup', () => {
  test('voit les besoins dans l’ordre de ce qu’elle peut, avec les scores que voient les communes', () => {
    const other = { ...market, id: 'autre', title: 'Compter les points d’eau', domains: ['water'] }
    const wired = { ...market, id: 'hors-portée', title: 'Au bureau', connectivity: 'none' }
    const ranked = rankNeeds(tickets, [wired, other, market], defaultWeights, today)
    assert.deepEqual(
      ranked.map(({ item }) => item.id),
      [market.id, 'autre', 'hors-portée'],
    )
  })

  test('et la commune lisent le même score, dans les deux sens', () => {
    fc.assert(
      fc.property(anyNeed, anySolution, (need, solution) => {
        const [fromNeed] = rankSolutions(need, [solution], defaultWeights, today)
        const [fromSolution] = rankNeeds(solution, [need], defaultWeights, today)
        assert.equal(fromNeed?.score, fromSolution?.score)
        assert.equal(fromNeed?.isBlocked, fromSolution?.isBlocked)
      }),
    )
  })
})

const anyWeights = fc
  .tuple(...criteria.map(() => fc.integer({ min: 0, max: 100 })))
  .map((values) => Object.fromEntries(criteria.map(({ code }, at) => [code, values[at] ?? 0])))
  .map((weights) => weights as typeof defaultWeights)

describe('Le score', () => {
  test('est la somme des points de ses raisons, quels que soient les poids', () => {
    fc.assert(
      fc.property(anyNeed, anySolution, anyWeights, (need, solution, weights) => {
        const { score, reasons } = matchOne(need, solution, weights, today)
        assert.equal(score, Math.round(reasons.reduce((sum, { points }) => sum + points, 0)))
        assert.equal(score, scoreOne(need, solution, weights, today))
        assert.ok(score >= 0 && score <= 100)
      }),
    )
  })

  test('ne donne à personne plus de points que le critère n’en a, ni moins de zéro', () => {
    fc.assert(
      fc.property(anyNeed, anySolution, (need, solution) => {
        for (const { criterion, points, maximum } of matchOne(need, solution, defaultWeights, today)
          .reasons)
          assert.ok(points >= 0 && points <= maximum, `${criterion} ${points}`)
      }),
    )
  })

  test('compte pour la moitié, et dit inconnu, ce que personne n’a dit', () => {
    fc.assert(
      fc.property(anyNeed, anySolution, (need, solution) => {
        const { reasons, prerequisites } = matchOne(need, solution, defaultWeights, today)
        for (const { kind, text, points, maximum } of reasons) {
          assert.equal(kind === 'neutral', /inconnu/i.test(text), text)
          if (kind === 'neutral') assert.equal(points, maximum / 2)
        }
        for (const { isMet, text } of prerequisites)
          assert.equal(isMet === null, /inconnu/i.test(text), text)
      }),
    )
  })

  test('ignore un critère dont le poids est nul, et ne le montre pas', () => {
    const weights = { ...defaultWeights, budget: 0 }
    const { reasons } = matchOne(market, tickets, weights, today)
    assert.ok(reasons.every(({ criterion }) => criterion !== 'budget'))
    const costly = { ...tickets, priceSetup: 90_000_000 }
    assert.equal(
      scoreOne(market, costly, weights, today),
      scoreOne(market, tickets, weights, today),
    )
  })
})

describe('Le classement', () => {
  test('ne dépend pas de l’ordre d’arrivée', () => {
    const shuffled = anyCatalogue.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    )
    fc.assert(
      fc.property(anyNeed, shuffled, (need, [list, other]) => {
        const ids = (given: SolutionFacts[]) => rank(given, need).map(({ item }) => item.solutionId)
        assert.deepEqual(ids(other), ids(list))
      }),
    )
  })

  test('ne cache personne, et ne met jamais une solution empêchée avant une autre', () => {
    fc.assert(
      fc.property(anyNeed, anyCatalogue, (need, list) => {
        const ranked = rank(list, need)
        assert.equal(ranked.length, list.length)
        const blocked = ranked.map(({ isBlocked }) => isBlocked)
        assert.deepEqual(blocked, blocked.toSorted())
        for (const { item, isBlocked } of ranked)
          assert.equal(isBlocked, matchOne(need, item, defaultWeights, today).isBlocked)
      }),
    )
  })

  test('classe 20 000 solutions le temps d’une page', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      ...tickets,
      solutionId: `id-${index}`,
      priceSetup: index * 500,
      confirmedUses: index % 7,
    }))
    const times = [1, 2, 3].map(() => {
      const before = process.cpuUsage()
      rank(many)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    })
    assert.ok(Math.min(...times) < 300, `${times.join()} ms`)
  })
})
