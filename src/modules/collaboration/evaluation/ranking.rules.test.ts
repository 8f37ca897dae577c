import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Bid, rankBids, scorePrice } from './ranking.rules.ts'

const criteria = [
  { id: 'method', kind: 'quality', weight: 40, minimumScore: 50 },
  { id: 'offline', kind: 'quality', weight: 20, minimumScore: null },
  { id: 'price', kind: 'price', weight: 40, minimumScore: null },
] as const
const rules = { criteria, minimumScore: 60 }

const bid = (proposalId: string, price: number, method: number, offline: number): Bid => ({
  proposalId,
  price,
  points: { method, offline },
})

test('le total pèse chaque critère ; le prix le plus bas a tous ses points', () => {
  const [first, second] = rankBids(
    [bid('axi', 4_000_000, 80, 90), bid('sika', 5_000_000, 90, 100)],
    rules,
  )
  assert.deepEqual([first?.proposalId, first?.totalMilli, first?.rank], ['axi', 90_000, 1])
  assert.deepEqual([second?.proposalId, second?.totalMilli, second?.rank], ['sika', 88_000, 2])
})

test('sous la note minimale d’un critère, une proposition est écartée, et on sait pourquoi', () => {
  const ranked = rankBids([bid('axi', 4_000_000, 49, 100), bid('sika', 9_000_000, 70, 100)], rules)
  assert.deepEqual(
    ranked.map(({ proposalId, rank }) => [proposalId, rank]),
    [
      ['sika', 1],
      ['axi', null],
    ],
  )
  assert.deepEqual(ranked[1]?.setAsideBy, ['method'])
})

test('à total égal le moins cher passe devant ; à prix égal le rang est partagé', () => {
  const quality = {
    criteria: [{ id: 'method', kind: 'quality', weight: 100, minimumScore: null }],
    minimumScore: 0,
  } as const
  const tied = rankBids([bid('b', 200, 80, 0), bid('a', 200, 80, 0), bid('c', 100, 80, 0)], quality)
  assert.deepEqual(
    tied.map(({ proposalId, rank }) => [proposalId, rank]),
    [
      ['c', 1],
      ['a', 2],
      ['b', 2],
    ],
  )
})

test('une offre gratuite a tous les points du prix, les autres aucun', () => {
  assert.equal(scorePrice(0, 0), 100_000)
  assert.equal(scorePrice(1, 0), 0)
})

const bids = fc.uniqueArray(
  fc.record({
    proposalId: fc.uuid(),
    price: fc.integer({ min: 0, max: 2_000_000_000 }),
    points: fc.record({
      method: fc.integer({ min: 0, max: 100 }),
      offline: fc.integer({ min: 0, max: 100 }),
    }),
  }),
  { selector: ({ proposalId }) => proposalId, minLength: 1, maxLength: 12 },
)

test('le classement ne dépend pas de l’ordre d’arrivée, et ne perd personne', () => {
  fc.assert(
    fc.property(bids, fc.infiniteStream(fc.nat()), (given, seeds) => {
      const keyed = given.map((one) => ({ one, key: seeds.next().value as number }))
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ one }) => one)
      assert.deepEqual(rankBids(shuffled, rules), rankBids(given, rules))
      assert.equal(rankBids(given, rules).length, given.length)
    }),
  )
})

test('un total est toujours entre 0 et 100, et mieux noté n’est jamais moins bien classé', () => {
  fc.assert(
    fc.property(bids, (given) => {
      const ranked = rankBids(given, { criteria, minimumScore: 0 })
      for (const { totalMilli } of ranked) assert.ok(totalMilli >= 0 && totalMilli <= 100_000)
      const ranks = ranked.map(({ rank }) => rank).filter((rank) => rank !== null)
      assert.deepEqual(
        ranks,
        [...ranks].sort((a, b) => a - b),
      )
    }),
  )
})

test('baisser son prix ne fait jamais perdre de rang', () => {
  fc.assert(
    fc.property(bids, fc.integer({ min: 0, max: 2_000_000_000 }), (given, lower) => {
      const [mine = given[0] as Bid, ...others]: Bid[] = given
      const cheaper = { ...mine, price: Math.min(mine.price, lower) }
      const rankIn = (all: Bid[]) =>
        rankBids(all, { criteria, minimumScore: 0 }).findIndex(
          ({ proposalId }) => proposalId === mine.proposalId,
        )
      assert.ok(rankIn([cheaper, ...others]) <= rankIn([mine, ...others]))
    }),
  )
})
