import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { tenderLifecycle } from './tender.lifecycle.ts'
import { tenderPolicy } from './tender.policy.ts'
import type { Tender } from './tender.schema.ts'
import { type TenderStatus, tenderWorkflow } from './tender.workflow.ts'

const tenderAt = (status: TenderStatus) =>
  ({ communeId: organisationIds.glazoue, status }) as Tender

const executive = ['maireGlazoue', 'seGlazoue'] as const
const team = [...executive, 'rsiGlazoue'] as const

testLifecycle({
  title: 'Le dossier de marché formel de Glazoué',
  workflow: tenderWorkflow,
  policy: tenderLifecycle.policy,
  rowAt: tenderAt,
  allowed: {
    handOver: { draft: executive },
    award: { handedOver: team },
    declareUnsuccessful: { handedOver: team },
    cancel: { handedOver: team },
    withdraw: { draft: team },
  },
})

const able = (act: keyof typeof tenderPolicy, status: TenderStatus) =>
  actorNames.filter((name) => tenderPolicy[act](actors[name], tenderAt(status))).sort()

test('un dossier en préparation n’est qu’à sa commune ; remis, il est à tous', () => {
  assert.deepEqual(able('follow', 'draft'), [...team, 'secretariatAncb'].sort())
  assert.deepEqual(able('readPublic', 'draft'), [])
  assert.deepEqual(able('readPublic', 'withdrawn'), [])
  assert.deepEqual(able('readPublic', 'handedOver'), [...actorNames].sort())
})

test('remis, il ne se modifie plus', () => {
  assert.deepEqual(able('edit', 'draft'), [...team].sort())
  assert.deepEqual(able('edit', 'handedOver'), [])
})
