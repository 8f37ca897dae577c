import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Clause, FullFramework } from './framework.schema.ts'
import { hashFramework, listClauseChanges } from './framework-text.rules.ts'

const clause = (key: string, body: string, position = 1) =>
  ({ key, title: key, body, position, isMandatory: true }) as Clause
const framework = (...clauses: Clause[]) =>
  ({
    version: { number: 1, title: 'Cadre', preamble: 'Préambule' },
    clauses,
  }) as unknown as FullFramework

test('le moindre mot, titre ou ordre changé donne une autre empreinte', () => {
  const text = framework(clause('objet', 'La startup installe la solution.'))
  const same = framework(clause('objet', 'La startup installe la solution.'))
  const other = framework(clause('objet', 'La startup installe une solution.'))
  assert.equal(hashFramework(text), hashFramework(same))
  assert.notEqual(hashFramework(text), hashFramework(other))
  const moved = framework(clause('objet', 'La startup installe la solution.', 2))
  assert.notEqual(hashFramework(text), hashFramework(moved))
})

test('d’une version à l’autre, on voit les clauses nouvelles, changées et parties', () => {
  const before = [
    clause('objet', 'Un objet long et précis, qui reste le même.'),
    clause('prix', 'Ferme'),
  ]
  const after = [before[0] as Clause, clause('langue', 'Le français')]
  assert.deepEqual(
    listClauseChanges(before, after).map(({ key, kind }) => [key, kind]),
    [
      ['langue', 'added'],
      ['prix', 'removed'],
    ],
  )
  const [changed] = listClauseChanges([clause('prix', 'Ferme')], [clause('prix', 'Révisable')])
  assert.equal(changed?.kind, 'changed')
})
