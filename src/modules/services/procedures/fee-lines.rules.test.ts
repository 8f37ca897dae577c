import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Tariff } from './decide.rules.ts'
import { tellFee } from './fee-lines.rules.ts'
import { stand } from './procedure.fixture.ts'

const day = '2026-11-27'
const tariff = (over: Partial<Tariff>): Tariff => ({
  label: 'Étal, par mètre',
  amount: 500,
  deliberationNumber: '2025-014',
  deliberationDate: '2025-06-01',
  validFrom: '2025-07-01',
  validUntil: null,
  annulledOn: null,
  ...over,
})
const costs = (...lines: { tariff: string; times?: string }[]) => ({
  ...stand,
  fee: { kind: 'tariffs' as const, lines },
})

describe('ce que coûte une démarche, avant toute réponse', () => {
  test('se dit tarif par tarif, avec la question qui le multiplie', () => {
    const told = tellFee(costs({ tariff: 'Étal, par mètre', times: 'effectif' }), [tariff({})], day)
    assert.deepEqual(told, {
      kind: 'lines',
      lines: [{ label: 'Étal, par mètre', amount: 500, times: 'Salariés', isConditional: false }],
    })
  })

  test('n’avance aucun montant pour un tarif annulé, expiré, sans délibération ou d’un autre nom', () => {
    const tariffs = [
      tariff({ annulledOn: '2026-01-01' }),
      tariff({ validUntil: '2026-06-30' }),
      tariff({ deliberationNumber: null }),
      tariff({ label: 'Étal, par jour' }),
    ]
    const told = tellFee(costs({ tariff: 'Étal, par mètre' }), tariffs, day)
    assert.equal(told.kind === 'lines' && told.lines[0]?.amount, null)
  })

  test('suit la dernière délibération en vigueur', () => {
    const tariffs = [tariff({}), tariff({ amount: 700, validFrom: '2026-09-01' })]
    const told = tellFee(costs({ tariff: 'Étal, par mètre' }), tariffs, day)
    assert.equal(told.kind === 'lines' && told.lines[0]?.amount, 700)
  })

  test('dit « gratuit » ou « inconnu » sans rien inventer', () => {
    assert.deepEqual(tellFee({ ...stand, fee: { kind: 'free' } }, [], day), { kind: 'free' })
    assert.deepEqual(tellFee({ ...stand, fee: { kind: 'unknown' } }, [], day), { kind: 'unknown' })
  })
})
