import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ActorName, actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { contactLifecycle } from './contact.lifecycle.ts'
import { contactPolicy } from './contact.policy.ts'
import type { Contact } from './contact.schema.ts'
import { type ContactStatus, contactWorkflow } from './contact.workflow.ts'

const contactAt = (status: ContactStatus) =>
  ({ communeId: organisationIds.glazoue, startupId: organisationIds.startupA, status }) as Contact

const commune = ['maireGlazoue', 'seGlazoue', 'rsiGlazoue'] as const
const startup = ['responsableA', 'membreA'] as const

testLifecycle({
  title: 'La vie d’une mise en relation entre Glazoué et la startup A',
  workflow: contactWorkflow,
  policy: contactLifecycle.policy,
  rowAt: contactAt,
  allowed: {
    accept: { sent: startup },
    decline: { sent: startup, accepted: startup },
    schedule: {
      sent: startup,
      accepted: [...commune, ...startup],
      scheduled: [...commune, ...startup],
    },
    demonstrate: { scheduled: commune },
    followUp: { accepted: commune, scheduled: commune, demonstrated: commune },
    close: { accepted: commune, scheduled: commune, demonstrated: commune },
    withdraw: { sent: commune, accepted: commune },
  },
})

test('les deux parties écrivent, et qui assiste la commune ; le secrétariat lit seulement', () => {
  const able = (rule: 'read' | 'write') =>
    actorNames.filter((name: ActorName) => contactPolicy[rule](actors[name], contactAt('sent')))
  const writers = [...commune, ...startup, 'ancbPourGlazoue']
  assert.deepEqual(able('write').sort(), writers.sort())
  assert.deepEqual(able('read').sort(), [...writers, 'secretariatAncb'].sort())
})
