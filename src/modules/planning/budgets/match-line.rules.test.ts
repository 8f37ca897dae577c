import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BudgetLine } from './budget.schema.ts'
import { matchLine } from './match-line.rules.ts'

const line = (number: number, accountLabel: string, section: string, label: string) =>
  ({
    number,
    accountLabel,
    accountCode: null,
    accountKey: `k${number}`,
    section,
    label,
  }) as BudgetLine
const lines = [
  line(1, 'Réseaux et télécommunications', 'running', 'Abonnement à internet'),
  line(2, 'Logiciels', 'running', 'Abonnement au logiciel'),
  line(3, 'Logiciels', 'investment', 'Licence'),
]
const none = { number: null, account: null, label: null, section: null }
const of = (row: Partial<typeof none> | object) => {
  const match = matchLine(lines, { ...none, ...row })
  return match.ok ? match.line.number : match.column
}

test('une ligne se reconnaît à son numéro, ou à son compte sans accents', () => {
  assert.equal(of({ number: 3, account: 'autre' }), 3)
  assert.equal(of({ account: 'RESEAUX ET TELECOMMUNICATIONS' }), 1)
})

test('un compte de plusieurs lignes demande la section, le libellé ou le numéro', () => {
  assert.equal(of({ account: 'logiciels' }), 'Ligne')
  assert.equal(of({ account: 'logiciels', section: 'investment' }), 3)
  assert.equal(of({ account: 'logiciels', label: 'abonnement au LOGICIEL' }), 2)
})

test('ce qui n’est pas du budget est refusé, avec ce qui l’est', () => {
  assert.equal(of({}), 'Compte')
  assert.equal(of({ account: 'Carburant' }), 'Compte')
  assert.equal(of({ number: 9 }), 'Ligne')
  assert.equal(of({ account: 'Logiciels', label: 'Inconnu' }), 'Libellé')
})
