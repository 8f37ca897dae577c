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
  allowed: {
    publish: { draft: ['secretariatAncb'] },
    supersede: { published: ['secretariatAncb'] },
  },
})

test('un brouillon ne se lit et ne s’écrit qu’à l’association ; publié, tous le lisent, personne ne l’écrit', () => {
  const able = (act: 'read' | 'edit', status: FrameworkVersion['status']) =>
    actorNames.filter((name) => frameworkPolicy[act](actors[name], versionAt(status)))
  assert.deepEqual(able('read', 'draft'), ['secretariatAncb'])
  assert.deepEqual(able('read', 'published'), [...actorNames])
  assert.deepEqual(able('edit', 'draft'), ['secretariatAncb'])
  assert.deepEqual(able('edit', 'published'), [])
})
