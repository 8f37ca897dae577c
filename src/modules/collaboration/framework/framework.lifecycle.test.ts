import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { frameworkLifecycle, frameworkPolicy } from './framework.lifecycle.ts'
import type { FrameworkVersion } from './framework.schema.ts'
import { frameworkWorkflow } from './framework.workflow.ts'

const versionAt = (status: FrameworkVersion['status']) => ({ status }) as FrameworkVersion

testLifecycle({
  title: 'Une version de la convention-cadre',
  workflow: frameworkWorkflow,
  policy: frameworkLifecycle.policy,
  rowAt: versionAt,
  // By a change of its clauses that takes effect, never by hand.
  allowed: {},
})

test('un brouillon ne se lit qu’à l’association ; publié, tous le lisent', () => {
  const able = (status: FrameworkVersion['status']) =>
    actorNames.filter((name) => frameworkPolicy.read(actors[name], versionAt(status)))
  assert.deepEqual(able('draft'), ['secretariatAncb'])
  assert.deepEqual(able('published'), [...actorNames])
})
