import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ActorName, actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { callLifecycle } from './call.lifecycle.ts'
import { callPolicy } from './call.policy.ts'
import type { Call } from './call.schema.ts'
import { type CallStatus, callWorkflow } from './call.workflow.ts'

const { glazoue, bohicon } = organisationIds
const callAt = (status: CallStatus) =>
  ({ communeId: glazoue, partyIds: [glazoue, bohicon], status }) as Call

const executive = ['maireGlazoue', 'seGlazoue'] as const
const lead = [...executive, 'rsiGlazoue'] as const
const writers = [...lead, 'agentGlazoue'] as const

testLifecycle({
  title: 'La vie d’un appel groupé que Glazoué mène avec Bohicon',
  workflow: callWorkflow,
  policy: callLifecycle.policy,
  rowAt: callAt,
  allowed: {
    submit: { draft: writers, returned: writers },
    publish: { inReview: executive },
    sendBack: { inReview: executive },
    open: { published: lead },
    settle: { opened: lead },
    award: { evaluated: executive },
    conclude: { awarded: executive },
    reconsider: { awarded: executive },
    declareUnsuccessful: { published: executive, opened: executive, evaluated: executive },
    cancel: {
      draft: executive,
      inReview: executive,
      returned: executive,
      published: executive,
      opened: executive,
      evaluated: executive,
    },
  },
})

const able = (act: keyof typeof callPolicy, status: CallStatus) =>
  actorNames.filter((name: ActorName) => callPolicy[act](actors[name], callAt(status))).sort()

test('un appel publié se lit par tous ; avant, par ses communes et le secrétariat', () => {
  assert.deepEqual(able('read', 'published'), [...actorNames].sort())
  const insiders = [...writers, 'seBohicon', 'rsiBohicon', 'agentBohicon', 'secretariatAncb']
  assert.deepEqual(able('read', 'draft'), insiders.sort())
})

test('les startups demandent et proposent tant que l’appel est publié, et seulement elles', () => {
  const startups = ['responsableA', 'membreA', 'responsableB'].sort()
  assert.deepEqual(able('ask', 'published'), startups)
  assert.deepEqual(able('propose', 'published'), startups)
  assert.deepEqual(able('propose', 'opened'), [])
  assert.deepEqual(able('complain', 'awarded'), ['responsableA', 'responsableB'])
})

test('chaque commune d’un appel groupé dit si elle retient le résultat', () => {
  assert.deepEqual(able('optIn', 'awarded'), [...executive, 'seBohicon'].sort())
  assert.deepEqual(able('optIn', 'evaluated'), [])
})
