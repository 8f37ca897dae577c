import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mechanisms } from './mechanism-definitions.ts'
import {
  type MechanismLimits,
  type NeedFacts,
  proposeMechanism,
} from './propose-mechanism.rules.ts'

const limit = (
  mechanism: MechanismLimits['mechanism'],
  amountMin: number | null,
  amountMax: number | null,
  minimumDays: number | null = null,
) => ({ mechanism, amountMin, amountMax, minimumDays, isConfirmed: false })

const limits: MechanismLimits[] = [
  limit('contact', null, null),
  limit('pilot', null, 4_000_000),
  limit('quotation', null, 10_000_000, 5),
  limit('call', null, 50_000_000, 15),
  limit('groupedCall', null, 50_000_000, 15),
  limit('challenge', null, 50_000_000, 30),
  limit('tender', 50_000_001, null),
]

const facts = (given: Partial<NeedFacts>): NeedFacts => ({
  amount: 6_000_000,
  isUrgent: false,
  daysUntilWanted: null,
  communeCount: 1,
  solutionCount: 5,
  provenCount: 1,
  ...given,
})

const proposed = (given: Partial<NeedFacts>) => proposeMechanism(facts(given), limits).proposed

test('le mécanisme suit le montant, l’offre et le nombre de communes', () => {
  assert.equal(proposed({}), 'call')
  assert.equal(proposed({ amount: null }), 'contact')
  assert.equal(proposed({ amount: 3_000_000, provenCount: 0 }), 'pilot')
  assert.equal(proposed({ provenCount: 3 }), 'quotation')
  assert.equal(proposed({ communeCount: 3 }), 'groupedCall')
  assert.equal(proposed({ solutionCount: 0, provenCount: 0 }), 'challenge')
  assert.equal(proposed({ solutionCount: 0, provenCount: 0, isUrgent: true }), 'call')
  assert.equal(proposed({ amount: 80_000_000, communeCount: 3 }), 'tender')
})

test('chaque mécanisme laissé de côté dit pourquoi', () => {
  const { opinions } = proposeMechanism(facts({ amount: 12_000_000, provenCount: 3 }), limits)
  const quotation = opinions.find(({ mechanism }) => mechanism === 'quotation')
  assert.equal(quotation?.isAdmitted, false)
  assert.match(quotation?.reasons.find(({ isFor }) => !isFor)?.text ?? '', /dépasse le plafond/)
})

test('sans règle en vigueur, un mécanisme n’est pas proposé', () => {
  const advice = proposeMechanism(
    facts({ communeCount: 3 }),
    limits.filter(({ mechanism }) => mechanism !== 'groupedCall'),
  )
  assert.notEqual(advice.proposed, 'groupedCall')
})

test('sans seuil confirmé, aucun montant ne mène au marché formel', () => {
  const open = limits.map((one) => (one.mechanism === 'tender' ? { ...one, amountMin: null } : one))
  const advice = proposeMechanism(facts({ amount: 900_000_000, communeCount: 2 }), open)
  assert.notEqual(advice.proposed, 'tender')
})

test('quels que soient les faits, l’avis nomme chaque mécanisme une fois, et celui proposé est le premier', () => {
  const any = fc.record({
    amount: fc.option(fc.integer({ min: 0, max: 500_000_000 })),
    isUrgent: fc.boolean(),
    daysUntilWanted: fc.option(fc.integer({ min: -10, max: 400 })),
    communeCount: fc.integer({ min: 1, max: 77 }),
    solutionCount: fc.nat(50),
    provenCount: fc.nat(50),
  })
  fc.assert(
    fc.property(any, (given) => {
      const { opinions, proposed } = proposeMechanism(given, limits)
      assert.deepEqual(opinions.map(({ mechanism }) => mechanism).sort(), [...mechanisms].sort())
      if (opinions[0]?.isAdmitted) assert.equal(proposed, opinions[0].mechanism)
      for (const { isAdmitted, reasons } of opinions) {
        assert.ok(reasons.length > 0)
        assert.equal(
          isAdmitted,
          reasons.every(({ isFor }) => isFor),
        )
      }
    }),
  )
})
