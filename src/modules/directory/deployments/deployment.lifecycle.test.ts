import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { deploymentLifecycle } from './deployment.lifecycle.ts'
import { deploymentPolicy, mayDeclareUse } from './deployment.policy.ts'
import type { Deployment } from './deployment.queries.ts'
import { type DeploymentStatus, deploymentWorkflow } from './deployment.workflow.ts'

const useAt = (status: DeploymentStatus) =>
  ({
    communeId: organisationIds.glazoue,
    startupId: organisationIds.startupA,
    status,
  }) as Deployment

const commune = ['maireGlazoue', 'seGlazoue', 'rsiGlazoue'] as const

testLifecycle({
  title: 'La vie d’une utilisation à Glazoué',
  workflow: deploymentWorkflow,
  policy: deploymentLifecycle.policy,
  rowAt: useAt,
  allowed: {
    confirm: { claimed: commune, contested: commune, ended: commune },
    contest: { claimed: commune },
    end: { confirmed: commune },
  },
})

test('seule la commune note, et seulement ce qu’elle a confirmé', () => {
  const raters = (status: DeploymentStatus) =>
    actorNames.filter((name) => deploymentPolicy.rate(actors[name], useAt(status)))
  assert.deepEqual(raters('confirmed').sort(), [...commune].sort())
  assert.deepEqual(raters('claimed'), [])
})

test('la startup répond, le secrétariat modère, les autres communes déclarent les leurs', () => {
  assert.equal(deploymentPolicy.reply(actors.membreA, useAt('confirmed')), true)
  assert.equal(deploymentPolicy.reply(actors.responsableB, useAt('confirmed')), false)
  assert.deepEqual(
    actorNames.filter((name) => deploymentPolicy.moderate(actors[name], useAt('confirmed'))),
    ['secretariatAncb'],
  )
  assert.equal(mayDeclareUse(actors.rsiBohicon, null), true)
  assert.equal(mayDeclareUse(actors.responsableA, null), false)
})
