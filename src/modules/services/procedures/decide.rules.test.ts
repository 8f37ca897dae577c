import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  chooseDepartment,
  computeDeadline,
  computeFee,
  isInForce,
  type Tariff,
} from './decide.rules.ts'
import { stand } from './procedure.fixture.ts'

const day = '2026-11-26'
const tariff = (label: string, amount: number, more: Partial<Tariff> = {}): Tariff => ({
  label,
  amount,
  deliberationNumber: '14',
  deliberationDate: '2025-06-01',
  validFrom: '2025-07-01',
  validUntil: null,
  annulledOn: null,
  ...more,
})
const company = { qualite: 'company', etals: [{ metres: 1 }, { metres: 2 }] }
const own = [tariff('Étal', 500), tariff('Dossier d’entreprise', 2000)]

test('la somme suit les réponses : chaque étal, et le dossier d’une entreprise seulement', () => {
  const due = computeFee(stand.fee, company, own, day)
  assert.ok(due.kind === 'due')
  assert.equal(due.total, 3000)
  const person = computeFee(stand.fee, { ...company, qualite: 'person' }, own, day)
  assert.ok(person.kind === 'due')
  assert.equal(person.total, 1000)
})

test('un tarif annulé, échu, à venir ou sans délibération ne demande d’argent à personne', () => {
  for (const more of [
    { annulledOn: '2026-01-01' },
    { validUntil: '2026-11-25' },
    { validFrom: '2026-11-27' },
    { deliberationNumber: null },
  ]) {
    assert.equal(isInForce(tariff('Étal', 500, more), day), false)
    const due = computeFee(stand.fee, company, [tariff('Étal', 500, more), ...own.slice(1)], day)
    assert.deepEqual(due, { kind: 'toConfirm', missing: ['Étal'] })
  }
})

test('de deux tarifs en vigueur, le plus récent compte', () => {
  const newer = tariff('Étal', 700, { validFrom: '2026-01-01' })
  for (const list of [
    [...own, newer],
    [newer, ...own],
  ]) {
    const due = computeFee(stand.fee, company, list, day)
    assert.ok(due.kind === 'due')
    assert.equal(due.total, 3400)
  }
})

test('le total est la somme de ses lignes', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(20), (each, file, count) => {
      const tariffs = [tariff('Étal', each), tariff('Dossier d’entreprise', file)]
      const etals = Array.from({ length: count }, () => ({}))
      const due = computeFee(stand.fee, { ...company, etals }, tariffs, day)
      const total = due.kind === 'due' ? due.total : 0
      assert.equal(total, each * count + file)
    }),
  )
})

test('gratuit et inconnu ne se confondent pas', () => {
  assert.deepEqual(computeFee({ kind: 'free' }, {}, own, day), { kind: 'free' })
  assert.deepEqual(computeFee({ kind: 'unknown' }, {}, own, day), {
    kind: 'toConfirm',
    missing: [],
  })
})

test('la demande va au service que les réponses désignent', () => {
  assert.equal(chooseDepartment(stand.routing, company), 'Affaires économiques')
  assert.equal(chooseDepartment(stand.routing, {}), 'Guichet')
})

test('le silence ne vaut décision que si un texte le dit, et dans le cas qu’il dit', () => {
  assert.deepEqual(computeDeadline(stand, {}, '2026-02-25'), { day: '2026-03-07', silence: null })
  assert.equal(computeDeadline({ timeLimit: null }, {}, day), null)
  const timeLimit = {
    days: 25,
    source: 'texte',
    silence: {
      means: 'accepted',
      source: 'texte',
      when: { op: 'chosen', field: 'categorie', values: ['a'] },
    },
  } as const
  assert.equal(computeDeadline({ timeLimit }, { categorie: 'a' }, day)?.silence, 'accepted')
  assert.equal(computeDeadline({ timeLimit }, { categorie: 'b' }, day)?.silence, null)
})
