import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { peerLifecycle } from './peer.lifecycle.ts'
import { mayAskPeer, peerPolicy } from './peer.policy.ts'
import type { PeerEnquiry } from './peer.schema.ts'
import { type PeerStatus, peerWorkflow } from './peer.workflow.ts'

const enquiryAt = (status: PeerStatus) =>
  ({
    askingCommuneId: organisationIds.glazoue,
    askedCommuneId: organisationIds.bohicon,
    status,
  }) as PeerEnquiry

const asking = ['maireGlazoue', 'seGlazoue', 'rsiGlazoue'] as const
const asked = ['seBohicon', 'rsiBohicon'] as const

testLifecycle({
  title: 'La vie d’une question de Glazoué à Bohicon',
  workflow: peerWorkflow,
  policy: peerLifecycle.policy,
  rowAt: enquiryAt,
  allowed: {
    answer: { sent: asked },
    decline: { sent: asked },
    close: { sent: asking, answered: asking },
  },
})

test('ni la startup ni l’association ne lisent ce que se disent deux communes', () => {
  const readers = actorNames.filter((name) => peerPolicy.read(actors[name], enquiryAt('sent')))
  assert.deepEqual(readers.sort(), [...asking, ...asked].sort())
})

test('on n’écrit plus dans un échange clos', () => {
  assert.equal(peerPolicy.write(actors.seGlazoue, enquiryAt('closed')), false)
  assert.equal(peerPolicy.write(actors.seBohicon, enquiryAt('declined')), false)
})

test('seules les personnes d’une commune interrogent une commune', () => {
  assert.equal(mayAskPeer(actors.rsiGlazoue, null), true)
  assert.equal(mayAskPeer(actors.agentGlazoue, null), false)
  assert.equal(mayAskPeer(actors.responsableA, null), false)
})
