import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#platform/actor.ts'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { agreementLifecycle } from './agreement.lifecycle.ts'
import { agreementPolicy } from './agreement.policy.ts'
import type { Agreement } from './agreement.schema.ts'
import { type AgreementStatus, agreementWorkflow } from './agreement.workflow.ts'

const { glazoue, startupA } = organisationIds
const agreementAt = (status: AgreementStatus) =>
  ({ communeId: glazoue, startupId: startupA, status }) as Agreement

const executive = ['maireGlazoue', 'seGlazoue'] as const
const both = [...executive, 'responsableA'] as const
const teams = [...both, 'rsiGlazoue', 'membreA'] as const

testLifecycle({
  title: 'La convention de Glazoué et de la startup A',
  workflow: agreementWorkflow,
  policy: agreementLifecycle.policy,
  rowAt: agreementAt,
  allowed: {
    agree: { negotiating: both },
    reopen: { agreed: both },
    sign: { agreed: both },
    complete: { signing: both },
    suspend: { active: executive },
    resume: { suspended: executive },
    terminate: { active: both, suspended: both },
    end: { active: executive, suspended: executive },
    abandon: { negotiating: both, agreed: both, signing: both },
  },
})

const able = (act: keyof typeof agreementPolicy, status: AgreementStatus) =>
  actorNames.filter((name) => agreementPolicy[act](actors[name], agreementAt(status))).sort()

test('les deux équipes proposent ; seuls ceux qui engagent leur partie acceptent', () => {
  assert.deepEqual(able('propose', 'negotiating'), [...teams].sort())
  assert.deepEqual(able('accept', 'negotiating'), [...both].sort())
  assert.deepEqual(able('propose', 'agreed'), [])
  assert.deepEqual(able('read', 'active'), [...teams, 'secretariatAncb'].sort())
})

test('l’échéance vient d’elle-même : la plateforme termine ce qui est arrivé à sa fin', () => {
  assert.equal(agreementPolicy.end(system, agreementAt('active')), true)
})
