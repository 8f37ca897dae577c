import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { milestoneLifecycle } from './milestone.lifecycle.ts'
import { milestonePolicy } from './milestone.policy.ts'
import type { MilestoneStatus } from './milestone.workflow.ts'
import type { Milestone } from './project.schema.ts'

const milestoneAt = (
  status: MilestoneStatus,
  startupId: string | null = organisationIds.startupA,
) => ({ communeId: organisationIds.glazoue, startupId, status, paidOn: null }) as Milestone

const leaders = ['maireGlazoue', 'seGlazoue', 'rsiGlazoue'] as const
const ofStartup = ['responsableA', 'membreA'] as const

testLifecycle({
  title: 'La vie d’un jalon livré par la startup A',
  workflow: milestoneLifecycle.workflow,
  policy: milestoneLifecycle.policy,
  rowAt: milestoneAt,
  allowed: {
    deliver: { planned: ofStartup, refused: ofStartup },
    accept: { delivered: leaders },
    acceptPartly: { delivered: leaders },
    refuse: { delivered: leaders },
    liftReserves: { partlyAccepted: leaders },
  },
})

testLifecycle({
  title: 'La vie d’un jalon livré par un prestataire absent de Cauri',
  workflow: milestoneLifecycle.workflow,
  policy: milestoneLifecycle.policy,
  rowAt: (status) => milestoneAt(status, null),
  allowed: {
    deliver: { planned: leaders, refused: leaders },
    accept: { delivered: leaders },
    acceptPartly: { delivered: leaders },
    refuse: { delivered: leaders },
    liftReserves: { partlyAccepted: leaders },
  },
})

test('un jalon se paie une fois, après sa recette, et pas avant', () => {
  for (const status of ['accepted', 'partlyAccepted'] as const)
    assert.equal(milestonePolicy.pay(actors.seGlazoue, milestoneAt(status)), true, status)
  for (const status of ['planned', 'delivered', 'refused'] as const)
    assert.equal(milestonePolicy.pay(actors.seGlazoue, milestoneAt(status)), false, status)
  const paid = { ...milestoneAt('accepted'), paidOn: '2026-11-23' }
  assert.equal(milestonePolicy.pay(actors.seGlazoue, paid), false)
  for (const name of ['agentGlazoue', 'responsableA', 'seBohicon', 'secretariatAncb'] as const)
    assert.equal(milestonePolicy.pay(actors[name], milestoneAt('accepted')), false, name)
})
