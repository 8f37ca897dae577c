import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { budgetLifecycle } from './budget.lifecycle.ts'
import { budgetPolicy } from './budget.policy.ts'
import type { Budget } from './budget.schema.ts'
import { type BudgetStatus, budgetWorkflow } from './budget.workflow.ts'

const budgetAt = (status: BudgetStatus) =>
  ({ communeId: organisationIds.glazoue, status }) as Budget

const executive = ['maireGlazoue', 'seGlazoue'] as const
const staff = [...executive, 'rsiGlazoue', 'agentGlazoue'] as const

testLifecycle({
  title: 'Le budget numérique de Glazoué',
  workflow: budgetWorkflow,
  policy: budgetLifecycle.policy,
  rowAt: budgetAt,
  allowed: {
    submit: { draft: [...staff, 'ancbPourGlazoue'] },
    sendBack: { submitted: executive },
    adopt: { submitted: executive },
    amend: { adopted: executive },
    adoptAmendment: { amending: executive },
    abandon: { amending: executive },
    close: { adopted: executive },
  },
})

const able = (act: keyof typeof budgetPolicy, status: BudgetStatus) =>
  actorNames.filter((name) => budgetPolicy[act](actors[name], budgetAt(status))).sort()

test('un brouillon n’est lu que de sa commune et de l’association ; voté, de tous', () => {
  assert.deepEqual(able('readPublic', 'submitted'), [])
  assert.deepEqual(able('readPublic', 'amending'), [...actorNames].sort())
  assert.deepEqual(able('follow', 'draft'), [...staff, 'ancbPourGlazoue', 'secretariatAncb'].sort())
})

test('les lignes changent avant le vote, ou par une décision modificative', () => {
  assert.deepEqual(able('edit', 'draft'), [...staff, 'ancbPourGlazoue'].sort())
  assert.deepEqual(able('edit', 'submitted'), [])
  assert.deepEqual(able('edit', 'adopted'), [])
  assert.deepEqual(able('edit', 'amending'), [...staff].sort())
})

test('l’exécution est tenue par la commune elle-même, une fois le budget voté', () => {
  assert.deepEqual(able('record', 'adopted'), [...staff].sort())
  assert.deepEqual(able('record', 'draft'), [])
  assert.deepEqual(able('record', 'closed'), [])
})
