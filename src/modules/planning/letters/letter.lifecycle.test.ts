import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { letterLifecycle } from './letter.lifecycle.ts'
import { letterPolicy } from './letter.policy.ts'
import type { Letter } from './letter.schema.ts'
import { type LetterStatus, letterWorkflow } from './letter.workflow.ts'

const letterAt = (status: LetterStatus) =>
  ({ communeId: organisationIds.glazoue, status }) as Letter

const executive = ['maireGlazoue', 'seGlazoue'] as const
const writers = [...executive, 'rsiGlazoue'] as const

testLifecycle({
  title: 'La lettre de cadrage de Glazoué',
  workflow: letterWorkflow,
  policy: letterLifecycle.policy,
  rowAt: letterAt,
  allowed: {
    submit: { draft: writers, returned: writers },
    takeBack: { submitted: writers },
    sendBack: { submitted: executive },
    sign: { submitted: executive },
    transmit: { signed: executive },
    supersede: { signed: executive, transmitted: executive },
    abandon: { draft: writers, submitted: writers, returned: writers },
  },
})

const able = (act: keyof typeof letterPolicy, status: LetterStatus) =>
  actorNames.filter((name) => letterPolicy[act](actors[name], letterAt(status))).sort()

test('qui assiste la commune rédige, et ne soumet ni ne signe', () => {
  assert.deepEqual(able('edit', 'draft'), [...writers, 'ancbPourGlazoue'].sort())
  assert.deepEqual(able('edit', 'submitted'), [])
  assert.deepEqual(able('edit', 'signed'), [])
})

test('un brouillon n’est qu’à sa commune ; signée, l’association la lit', () => {
  const people = [...writers, 'agentGlazoue', 'ancbPourGlazoue']
  assert.deepEqual(able('read', 'draft'), [...people].sort())
  assert.deepEqual(able('read', 'signed'), [...people, 'secretariatAncb'].sort())
})

test('la direction seule publie les lignes, et seulement d’une lettre signée', () => {
  assert.deepEqual(able('publish', 'transmitted'), [...executive].sort())
  assert.deepEqual(able('publish', 'submitted'), [])
  assert.deepEqual(able('publish', 'superseded'), [])
})
