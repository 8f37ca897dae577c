import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { planLifecycle } from './plan.lifecycle.ts'
import { planPolicy } from './plan.policy.ts'
import type { Plan } from './plan.schema.ts'
import { type PlanStatus, planWorkflow } from './plan.workflow.ts'

const planAt = (status: PlanStatus) => ({ communeId: organisationIds.glazoue, status }) as Plan

const executive = ['maireGlazoue', 'seGlazoue'] as const
const leaders = [...executive, 'rsiGlazoue'] as const
const writers = [...leaders, 'agentGlazoue', 'ancbPourGlazoue'] as const

testLifecycle({
  title: 'Le schéma directeur de Glazoué',
  workflow: planWorkflow,
  policy: planLifecycle.policy,
  rowAt: planAt,
  allowed: {
    submit: { draft: leaders },
    return: { submitted: executive, validated: executive },
    validate: { submitted: executive },
    deliberate: { validated: ['seGlazoue'] },
    close: { inForce: executive },
    discard: { draft: leaders },
  },
})

const able = (act: keyof typeof planPolicy, status: PlanStatus) =>
  actorNames.filter((name) => planPolicy[act](actors[name], planAt(status))).sort()

test('toute la commune écrit le brouillon, et qui l’assiste ; plus personne ensuite', () => {
  assert.deepEqual(able('edit', 'draft'), [...writers].sort())
  for (const status of ['submitted', 'validated', 'inForce', 'closed', 'discarded'] as const)
    assert.deepEqual(able('edit', status), [])
})

test('qui assiste ne partage pas les coûts, ne fige rien, ne suit rien', () => {
  assert.deepEqual(able('share', 'draft'), [...leaders].sort())
  assert.deepEqual(able('snapshot', 'draft'), [...leaders].sort())
  assert.deepEqual(able('review', 'inForce'), [...leaders].sort())
  assert.deepEqual(able('review', 'draft'), [])
})

test('tout le monde lit ce que le conseil a adopté, et rien avant', () => {
  assert.deepEqual(able('readPublic', 'validated'), [])
  assert.deepEqual(able('readPublic', 'inForce'), [...actorNames].sort())
  assert.deepEqual(able('follow', 'draft'), [...writers, 'secretariatAncb'].sort())
})
