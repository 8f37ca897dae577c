import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { type Procedure, procedureLifecycle } from './procedure.lifecycle.ts'
import { procedurePolicy } from './procedure.policy.ts'
import { type ProcedureStatus, procedureWorkflow } from './procedure.workflow.ts'

const communeId = organisationIds.glazoue
const publishers = ['seGlazoue', 'rsiGlazoue'] as const

testLifecycle({
  title: 'Une démarche de Glazoué',
  workflow: procedureWorkflow,
  policy: procedureLifecycle.policy,
  rowAt: (status: ProcedureStatus) => ({ communeId, status }) as Procedure,
  allowed: {
    open: { draft: publishers },
    revise: { open: publishers },
    suspend: { open: ['seGlazoue'] },
    resume: { suspended: ['seGlazoue'] },
  },
})

test('ceux de la commune écrivent le brouillon, personne d’autre', () => {
  assert.deepEqual(
    actorNames.filter((name) => procedurePolicy.write(actors[name], { communeId })).sort(),
    ['agentGlazoue', 'maireGlazoue', 'rsiGlazoue', 'seGlazoue'],
  )
})
