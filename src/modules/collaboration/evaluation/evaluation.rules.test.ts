import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call, Criterion, FullCall, Lot } from '../calls/call.schema.ts'
import { emptyContent } from '../proposals/proposal-content.rules.ts'
import { isEverythingNoted, rankLots } from './evaluation.rules.ts'

const criteria = [
  { id: 'methode', kind: 'quality', weight: 60, minimumScore: 50 },
  { id: 'prix', kind: 'price', weight: 40, minimumScore: null },
] as Criterion[]
const full = {
  call: { minimumScore: 0 } as Call,
  lots: [{ id: 'marche' }, { id: 'gare' }] as Lot[],
  criteria,
} as FullCall

const bid = (proposalId: string, prices: Record<string, number>) => ({
  proposalId,
  content: {
    ...emptyContent,
    prices: Object.entries(prices).map(([lotId, amount]) => ({ lotId, amount })),
  },
})
const note = (proposalId: string, points: number) => ({
  proposalId,
  criterionId: 'methode',
  points,
})

test('un lot ne classe que celles qui lui ont donné un prix', () => {
  const bids = [bid('a', { marche: 4_000_000 }), bid('b', { marche: 5_000_000, gare: 1_000_000 })]
  const [market, station] = rankLots(full, bids, [note('a', 70), note('b', 90)])
  assert.deepEqual(
    market?.ranking.map(({ proposalId, totalMilli, rank }) => [proposalId, totalMilli, rank]),
    [
      ['b', 86_000, 1],
      ['a', 82_000, 2],
    ],
  )
  assert.deepEqual(
    station?.ranking.map(({ proposalId, totalMilli }) => [proposalId, totalMilli]),
    [['b', 94_000]],
  )
})

test('sous la note minimale d’un critère, une proposition est écartée, même la moins chère', () => {
  const bids = [bid('a', { marche: 1_000_000 }), bid('b', { marche: 5_000_000 })]
  const [market] = rankLots(full, bids, [note('a', 49), note('b', 60)])
  assert.deepEqual(
    market?.ranking.map(({ proposalId, rank }) => [proposalId, rank]),
    [
      ['b', 1],
      ['a', null],
    ],
  )
  assert.deepEqual(market?.ranking[1]?.setAsideBy, ['methode'])
})

test('tout est noté quand chaque proposition lisible l’est ; le prix ne se note pas', () => {
  const bids = [bid('a', { marche: 1 }), { proposalId: 'illisible', content: null }]
  assert.equal(isEverythingNoted(bids, criteria, []), false)
  assert.equal(isEverythingNoted(bids, criteria, [note('a', 10)]), true)
})
