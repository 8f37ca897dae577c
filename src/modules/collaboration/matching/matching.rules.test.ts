import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { criteria } from './criteria.rules.ts'
import { matchOne, rankNeeds, rankSolutions, scoreOne } from './matching.rules.ts'
import type { NeedFacts, SolutionFacts } from './matching.types.ts'
import { defaultWeights, findWeightsFault } from './matching.weights.ts'
import { distanceKm, listNearby, listSimilar } from './neighbours.rules.ts'

const today = '2026-11-23'

const market: NeedFacts = {
  id: '018f0000-0000-7000-8000-000000000001',
  communeId: 'glazoue',
  title: 'Encaisser les droits de place',
  domains: ['markets', 'local-revenue'],
  services: ['market-fee'],
  connectivity: '3g',
  mustWorkOffline: true,
  workstations: 4,
  itStaff: 1,
  users: 8,
  languages: ['fr', 'fon'],
  hosting: 'benin',
  handlesPersonalData: true,
  budgetMax: 6_000_000,
  population: 124_431,
  category: 'ordinaire',
  nearbyCommunes: new Set(['dassa', 'save']),
  similarCommunes: new Set(['dassa', 'banikoara']),
}

const tickets = {
  solutionId: '018f0000-0000-7000-8000-00000000000a',
  startupId: 's',
  name: 'Tickets',
  domains: ['markets', 'local-revenue'],
  services: ['market-fee', 'market-stall'],
  languages: ['fr', 'fon'],
  categories: [],
  maturity: 'production',
  minConnectivity: '2g',
  worksOffline: true,
  minWorkstations: 1,
  minItStaff: 0,
  hosting: 'benin',
  handlesPersonalData: true,
  apdpStatus: 'declared',
  populationMin: null,
  populationMax: null,
  priceSetup: 1_500_000,
  priceYearly: 900_000,
  pricePerInhabitant: null,
  pricePerUser: null,
  confirmedUses: 2,
  confirmedCommunes: ['dassa', 'banikoara'],
  ratingCount: 2,
  ratingAverage: 4.5,
  hasLabel: true,
  labelExpiresOn: '2028-01-01',
} as unknown as SolutionFacts

const reasonOf = (solution: SolutionFacts, code: string, need = market) =>
  matchOne(need, solution, defaultWeights, today).reasons.find(
    ({ criterion }) => criterion === code,
  )
const prerequisiteOf = (solution: SolutionFacts, code: string, need = market) =>
  matchOne(need, solution, defaultWeights, today).prerequisites.find((one) => one.code === code)

describe('le marché de Glazoué', () => {
  test('une solution faite pour lui approche de cent, chaque raison à l’appui', () => {
    const match = matchOne(market, tickets, defaultWeights, today)
    assert.ok(match.score >= 85, String(match.score))
    assert.equal(match.isBlocked, false)
    assert.equal(match.reasons.length, criteria.length)
    assert.ok(match.reasons.every(({ text }) => text.length > 5))
  })

  test('une solution qui exige la fibre est montrée, avec sa condition, après les autres', () => {
    const fibre = {
      ...tickets,
      solutionId: '018f0000-0000-7000-8000-00000000000b',
      minConnectivity: 'fibre',
    }
    assert.equal(prerequisiteOf(fibre, 'connectivity')?.isMet, false)
    const worse = {
      ...tickets,
      solutionId: '018f0000-0000-7000-8000-00000000000c',
      domains: ['markets'],
      services: [],
      confirmedCommunes: [],
      ratingAverage: null,
    }
    const ranked = rankSolutions(market, [fibre, worse], defaultWeights, today)
    assert.deepEqual(
      ranked.map(({ item }) => item.solutionId),
      [worse.solutionId, fibre.solutionId],
    )
    assert.equal(ranked[1]?.isBlocked, true)
  })

  test('sans mode hors ligne, la condition manque', () => {
    assert.equal(prerequisiteOf({ ...tickets, worksOffline: false }, 'offline')?.isMet, false)
    assert.equal(
      prerequisiteOf({ ...tickets, worksOffline: false }, 'offline', {
        ...market,
        mustWorkOffline: false,
      }),
      undefined,
    )
  })

  test('un coût au-dessus du budget est dit, chiffres à l’appui', () => {
    const reason = reasonOf({ ...tickets, priceSetup: 9_000_000 }, 'budget')
    assert.equal(reason?.kind, 'negative')
    assert.deepEqual(reason?.values, { cost: 9_900_000, budget: 6_000_000 })
  })

  test('un prix sur devis et une connexion inconnue ne comptent ni pour ni contre', () => {
    const onQuote = { ...tickets, priceSetup: null, priceYearly: null }
    assert.equal(reasonOf(onQuote, 'budget')?.kind, 'neutral')
    assert.equal(
      prerequisiteOf(tickets, 'connectivity', { ...market, connectivity: null })?.isMet,
      null,
    )
    assert.equal(
      matchOne({ ...market, connectivity: null }, tickets, defaultWeights, today).isBlocked,
      false,
    )
  })

  test('un label expiré ne compte plus', () => {
    assert.equal(reasonOf({ ...tickets, labelExpiresOn: '2026-11-22' }, 'label')?.kind, 'negative')
  })

  test('des données personnelles sans déclaration à l’APDP pèsent', () => {
    assert.equal(
      reasonOf({ ...tickets, apdpStatus: 'toDeclare' }, 'personalData')?.kind,
      'negative',
    )
  })
})

const facts = fc.record({
  domains: fc.subarray(['markets', 'local-revenue', 'water']),
  services: fc.subarray(['market-fee', 'market-stall']),
  languages: fc.subarray(['fr', 'fon', 'yo'], { minLength: 1 }),
  minConnectivity: fc.constantFrom('none', '2g', '3g', '4g', 'fibre'),
  worksOffline: fc.boolean(),
  priceSetup: fc.option(fc.integer({ min: 0, max: 20_000_000 })),
  confirmedUses: fc.integer({ min: 0, max: 5 }),
  maturity: fc.constantFrom('prototype', 'pilot', 'production'),
  ratingAverage: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
})
const solutions = fc
  .array(facts, { minLength: 1, maxLength: 12 })
  .map((list) =>
    list.map(
      (one, index) =>
        ({ ...tickets, ...one, name: `S${index % 3}`, solutionId: `id-${index}` }) as SolutionFacts,
    ),
  )

test('le classement ne dépend pas de l’ordre d’arrivée', () => {
  fc.assert(
    fc.property(solutions, fc.infiniteStream(fc.nat()), (list, noise) => {
      const shuffled = list
        .map((item) => ({ item, key: noise.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item)
      const ids = (given: SolutionFacts[]) =>
        rankSolutions(market, given, defaultWeights, today).map(({ item }) => item.solutionId)
      assert.deepEqual(ids(shuffled), ids(list))
    }),
  )
})

test('un score est entre 0 et 100, et vaut la somme de ses raisons', () => {
  const total = Object.values(defaultWeights).reduce((sum, weight) => sum + weight, 0)
  fc.assert(
    fc.property(solutions, ([solution]) => {
      const { score, reasons } = matchOne(market, solution as SolutionFacts, defaultWeights, today)
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
      assert.ok(score >= 0 && score <= 100)
      assert.ok(Math.abs((points / total) * 100 - score) <= 1.2, `${points} ${score}`)
      assert.ok(reasons.every((reason) => reason.points >= 0 && reason.points <= reason.maximum))
    }),
  )
})

test('une solution et un besoin ont le même score dans les deux sens', () => {
  fc.assert(
    fc.property(solutions, ([solution]) => {
      const [need] = rankNeeds(solution as SolutionFacts, [market], defaultWeights, today)
      assert.equal(need?.score, scoreOne(market, solution as SolutionFacts, defaultWeights, today))
    }),
  )
})

test('les poids sont des entiers, pour chaque critère, et l’un au moins compte', () => {
  assert.equal(findWeightsFault(defaultWeights), null)
  assert.ok(findWeightsFault({ ...defaultWeights, budget: 101 }))
  assert.ok(findWeightsFault({ ...defaultWeights, budget: 1.5 }))
  assert.ok(findWeightsFault({ domains: 1 }))
  assert.ok(findWeightsFault(Object.fromEntries(criteria.map(({ code }) => [code, 0]))))
})

test('les voisines sont du même département ou à moins de soixante kilomètres', () => {
  const place = (id: string, departmentCode: string, latitude: number, category = 'ordinaire') => ({
    id,
    departmentCode,
    latitude,
    longitude: 2,
    category,
  })
  const glazoue = place('glazoue', 'BJ05', 8)
  const others = [
    glazoue,
    place('dassa', 'BJ05', 9.9),
    place('voisine', 'BJ04', 8.5),
    place('loin', 'BJ01', 11, 'particulier'),
  ]
  assert.deepEqual([...listNearby(glazoue, others)], ['dassa', 'voisine'])
  assert.deepEqual([...listSimilar(glazoue, others)], ['dassa', 'voisine'])
  assert.ok(
    Math.abs(
      distanceKm({ latitude: 6.37, longitude: 2.43 }, { latitude: 9.34, longitude: 2.63 }) - 331,
    ) < 5,
  )
})
