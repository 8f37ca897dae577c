import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { sessionLifecycle } from './session.lifecycle.ts'
import { sessionPolicy } from './session.policy.ts'
import type { Session } from './session.schema.ts'
import type { SessionStatus } from './session.workflow.ts'

const sessionAt = (status: SessionStatus) => ({ status }) as Session

testLifecycle({
  title: 'La vie d’une session',
  workflow: sessionLifecycle.workflow,
  policy: sessionLifecycle.policy,
  rowAt: sessionAt,
  allowed: {
    announce: { draft: ['secretariatAncb'] },
    hold: {
      draft: ['secretariatAncb', 'commissaireAncb'],
      announced: ['secretariatAncb', 'commissaireAncb'],
    },
    publish: { held: ['secretariatAncb'] },
    correct: { published: ['secretariatAncb'] },
    cancel: { draft: ['secretariatAncb'], announced: ['secretariatAncb'] },
  },
})

const statuses: readonly SessionStatus[] = ['draft', 'announced', 'held', 'published', 'cancelled']
const everybody = [...actorNames].sort()
const association = ['commissaireAncb', 'secretariatAncb']

const expected = {
  read: {
    draft: association,
    announced: everybody,
    held: everybody,
    published: everybody,
    cancelled: everybody,
  },
  edit: {
    draft: association,
    announced: association,
    held: association,
    published: [],
    cancelled: [],
  },
  record: { draft: [], announced: association, held: association, published: [], cancelled: [] },
  readReport: {
    ...{ draft: association, announced: association, held: association },
    ...{ published: everybody, cancelled: association },
  },
} as const

for (const [act, byStatus] of Object.entries(expected))
  for (const status of statuses)
    test(`${act} à l’état ${status}`, () => {
      const rule = sessionPolicy[act as keyof typeof expected]
      const able = actorNames.filter((name) => rule(actors[name], sessionAt(status))).sort()
      assert.deepEqual(able, byStatus[status])
    })
