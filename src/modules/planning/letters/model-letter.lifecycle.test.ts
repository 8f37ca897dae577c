import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { modelLifecycle, modelPolicy, modelWorkflow } from './model-letter.lifecycle.ts'
import type { ModelLetter, ModelStatus } from './model-letter.schema.ts'

const modelAt = (status: ModelStatus) => ({ status }) as ModelLetter

testLifecycle({
  title: 'La lettre modèle de l’association',
  workflow: modelWorkflow,
  policy: modelLifecycle.policy,
  rowAt: modelAt,
  allowed: {
    publish: { draft: ['secretariatAncb'] },
    supersede: { published: ['secretariatAncb'] },
  },
})

const able = (act: keyof typeof modelPolicy, status: ModelStatus) =>
  actorNames.filter((name) => modelPolicy[act](actors[name], modelAt(status))).sort()

test('un brouillon du modèle n’est qu’à l’association ; publié, tout le monde le lit', () => {
  assert.deepEqual(able('read', 'draft'), ['secretariatAncb'])
  assert.deepEqual(able('read', 'published'), [...actorNames].sort())
  assert.deepEqual(able('edit', 'published'), [])
})
