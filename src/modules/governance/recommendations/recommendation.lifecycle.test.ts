import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { recommendationLifecycle } from './recommendation.lifecycle.ts'
import { recommendationPolicy } from './recommendation.policy.ts'
import type { Recommendation } from './recommendation.schema.ts'
import type { RecommendationStatus } from './recommendation.workflow.ts'

const at = (status: RecommendationStatus) => ({ status }) as Recommendation

testLifecycle({
  title: 'La vie d’une recommandation',
  workflow: recommendationLifecycle.workflow,
  policy: recommendationLifecycle.policy,
  rowAt: at,
  allowed: {
    adopt: { proposed: ['secretariatAncb'] },
    withdraw: { proposed: ['secretariatAncb', 'commissaireAncb'] },
    start: { adopted: ['secretariatAncb', 'commissaireAncb'] },
    complete: { adopted: ['secretariatAncb'], inProgress: ['secretariatAncb'] },
    drop: { adopted: ['secretariatAncb'], inProgress: ['secretariatAncb'] },
    reopen: { done: ['secretariatAncb'], dropped: ['secretariatAncb'] },
  },
})

const statuses: readonly RecommendationStatus[] = [
  'proposed',
  'adopted',
  'inProgress',
  'done',
  'dropped',
  'withdrawn',
]
const everybody = [...actorNames].sort()
const association = ['commissaireAncb', 'secretariatAncb']

const expected = {
  read: [association, everybody, everybody, everybody, everybody, association],
  rewrite: [association, [], [], [], [], []],
  follow: [association, association, association, [], [], []],
  prove: [association, association, association, [], [], []],
} as const

for (const [act, byStatus] of Object.entries(expected))
  for (const [index, status] of statuses.entries())
    test(`${act} à l’état ${status}`, () => {
      const rule = recommendationPolicy[act as keyof typeof expected]
      const able = actorNames.filter((name) => rule(actors[name], at(status))).sort()
      assert.deepEqual(able, byStatus[index])
    })
