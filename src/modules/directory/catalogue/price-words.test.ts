import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describePrice } from './price-words.ts'

const none = { priceSetup: null, priceYearly: null, pricePerInhabitant: null, pricePerUser: null }
const say = (prices: Partial<Record<keyof typeof none, number>>) =>
  describePrice({ ...none, ...prices }).replace(/[\u00a0\u202f]/g, ' ')

test('un prix absent est sur devis, un prix nul est gratuit', () => {
  assert.equal(say({}), 'Sur devis')
  assert.equal(say({ priceYearly: 0 }), 'Gratuit')
})

test('chaque part du prix est nommée, ce qui est nul ne l’est pas', () => {
  assert.equal(
    say({ priceSetup: 500_000, priceYearly: 0, pricePerInhabitant: 6 }),
    '500 000 FCFA à la mise en place, 6 FCFA par habitant et par an',
  )
})
