import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { adhesionLifecycle, mayAdhere } from './adhesion.lifecycle.ts'
import type { Adhesion } from './adhesion.schema.ts'
import { adhesionWorkflow } from './adhesion.workflow.ts'

const executive = ['maireGlazoue', 'seGlazoue'] as const

testLifecycle({
  title: 'L’adhésion de Glazoué au cadre',
  workflow: adhesionWorkflow,
  policy: adhesionLifecycle.policy,
  rowAt: (status) => ({ organisationId: organisationIds.glazoue, status }) as Adhesion,
  allowed: {
    sign: { prepared: executive },
    replace: { signed: executive },
    withdraw: { prepared: executive, signed: executive },
  },
})

test('adhère qui peut engager sa commune ou sa startup', () => {
  const able = actorNames.filter((name) => mayAdhere(actors[name]))
  assert.deepEqual(able.sort(), [
    'maireGlazoue',
    'responsableA',
    'responsableB',
    'seBohicon',
    'seGlazoue',
  ])
})
