import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { pilotLifecycle } from './pilot.lifecycle.ts'
import { pilotPolicy } from './pilot.policy.ts'
import type { Pilot } from './pilot.schema.ts'
import { type PilotStatus, pilotWorkflow } from './pilot.workflow.ts'

const { glazoue, startupA } = organisationIds
const pilotAt = (status: PilotStatus) =>
  ({ communeId: glazoue, startupId: startupA, status }) as Pilot

const executive = ['maireGlazoue', 'seGlazoue'] as const
const commune = [...executive, 'rsiGlazoue'] as const
const startup = ['responsableA', 'membreA'] as const

testLifecycle({
  title: 'L’expérimentation de Glazoué avec la startup A',
  workflow: pilotWorkflow,
  policy: pilotLifecycle.policy,
  rowAt: pilotAt,
  allowed: {
    propose: { draft: executive },
    takeBack: { proposed: commune },
    accept: { proposed: ['responsableA'] },
    decline: { proposed: ['responsableA'] },
    withdraw: { draft: commune, proposed: commune },
    evaluate: { running: commune, extended: commune },
    adopt: { evaluated: executive },
    extend: { evaluated: executive },
    stop: { running: executive, extended: executive, evaluated: executive },
  },
})

const able = (act: keyof typeof pilotPolicy, status: PilotStatus) =>
  actorNames.filter((name) => pilotPolicy[act](actors[name], pilotAt(status))).sort()

test('un brouillon n’est qu’à sa commune ; proposé, la startup le lit', () => {
  assert.deepEqual(able('follow', 'draft'), [...commune, 'secretariatAncb'].sort())
  assert.deepEqual(able('follow', 'proposed'), [...commune, ...startup, 'secretariatAncb'].sort())
})

test('la fiche ne change plus une fois proposée', () => {
  assert.deepEqual(able('edit', 'draft'), [...commune].sort())
  assert.deepEqual(able('edit', 'proposed'), [])
  assert.deepEqual(able('edit', 'running'), [])
})

test('les deux parties écrivent le suivi tant que l’essai dure ; personne d’autre', () => {
  assert.deepEqual(able('note', 'running'), [...commune, ...startup].sort())
  assert.deepEqual(able('note', 'adopted'), [])
})

test('tout le monde lit ce qui est décidé, et rien avant', () => {
  assert.deepEqual(able('readPublic', 'evaluated'), [])
  assert.deepEqual(able('readPublic', 'stopped'), [...actorNames].sort())
})
