import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { diagnosisLifecycle } from './diagnosis.lifecycle.ts'
import { diagnosisPolicy } from './diagnosis.policy.ts'
import type { Diagnosis } from './diagnosis.schema.ts'
import { type DiagnosisStatus, diagnosisWorkflow } from './diagnosis.workflow.ts'

const diagnosisAt = (status: DiagnosisStatus) =>
  ({ communeId: organisationIds.glazoue, status }) as Diagnosis

const executive = ['maireGlazoue', 'seGlazoue'] as const
const submitters = ['rsiGlazoue', 'seGlazoue'] as const
const team = [...executive, 'rsiGlazoue', 'agentGlazoue', 'ancbPourGlazoue'] as const

testLifecycle({
  title: 'Le diagnostic de Glazoué',
  workflow: diagnosisWorkflow,
  policy: diagnosisLifecycle.policy,
  rowAt: diagnosisAt,
  allowed: {
    submit: { draft: submitters, returned: submitters },
    sendBack: { submitted: executive },
    confirm: { submitted: executive },
  },
})

const able = (act: keyof typeof diagnosisPolicy, status: DiagnosisStatus) =>
  actorNames.filter((name) => diagnosisPolicy[act](actors[name], diagnosisAt(status))).sort()

test('toute l’équipe répond, et qui assiste la commune ; plus personne une fois soumis', () => {
  assert.deepEqual(able('answer', 'draft'), [...team].sort())
  assert.deepEqual(able('answer', 'returned'), [...team].sort())
  assert.deepEqual(able('answer', 'submitted'), [])
  assert.deepEqual(able('answer', 'confirmed'), [])
})

test('l’association lit ce qui est soumis ou confirmé, personne d’autre', () => {
  assert.deepEqual(able('read', 'draft'), [...team].sort())
  assert.deepEqual(able('read', 'submitted'), [...team, 'secretariatAncb'].sort())
  assert.deepEqual(able('readReport', 'submitted'), [])
  assert.deepEqual(able('readReport', 'confirmed'), [...team, 'secretariatAncb'].sort())
})
