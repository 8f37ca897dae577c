import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FullAgreement } from './agreement.schema.ts'
import { hashAmendment, isEmpty, listChanges, undoAmendments } from './amendment-text.rules.ts'

const full = (amount: number, endsOn: string, price: string) =>
  ({
    agreement: { reference: 'CNV-2026-0001', amount, endsOn },
    clauses: [
      { key: 'objet', title: 'Objet', body: 'La solution.' },
      { key: 'price', title: 'Prix', body: price },
    ],
  }) as unknown as FullAgreement
const first = full(100, '2027-01-01', 'Ferme.')
const bodies = (price: string) =>
  new Map([
    ['objet', 'La solution.'],
    ['price', price],
  ])

test('un avenant ne dit que ce qui change, avec ce que c’était', () => {
  const changes = listChanges(first, {
    amount: 100,
    endsOn: '2027-06-30',
    bodies: bodies('Révisable.'),
  })
  assert.deepEqual(changes, {
    endsOn: { before: '2027-01-01', after: '2027-06-30' },
    clauses: [{ key: 'price', title: 'Prix', before: 'Ferme.', body: 'Révisable.' }],
  })
  const same = listChanges(first, { amount: null, endsOn: null, bodies: bodies('Ferme.') })
  assert.equal(isEmpty(same), true)
  assert.equal(isEmpty(changes), false)
})

test('l’empreinte change avec le motif, le numéro ou ce qui change', () => {
  const changes = listChanges(first, { amount: 120, endsOn: null, bodies: new Map() })
  const given = { number: 1, reason: 'Deux postes de plus.', changes }
  const hash = hashAmendment(given, first.agreement)
  assert.notEqual(hash, hashAmendment({ ...given, number: 2 }, first.agreement))
  assert.notEqual(hash, hashAmendment({ ...given, reason: 'Autre.' }, first.agreement))
  const more = { ...changes, amount: { before: 100, after: 121 } }
  assert.notEqual(hash, hashAmendment({ ...given, changes: more }, first.agreement))
})

test('on retrouve la convention d’origine sous deux avenants ; un avenant refusé n’y a rien changé', () => {
  const now = full(150, '2027-06-30', 'Révisable.')
  const original = undoAmendments(now, [
    {
      number: 1,
      status: 'signed',
      changes: {
        amount: { before: 100, after: 120 },
        clauses: [{ key: 'price', title: 'Prix', before: 'Ferme.', body: 'Révisable.' }],
      },
    },
    {
      number: 2,
      status: 'refused',
      changes: { amount: { before: 120, after: 1 }, clauses: [] },
    },
    {
      number: 3,
      status: 'signed',
      changes: {
        amount: { before: 120, after: 150 },
        endsOn: { before: '2027-01-01', after: '2027-06-30' },
        clauses: [],
      },
    },
  ])
  assert.deepEqual(original, first)
})
