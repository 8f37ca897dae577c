import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ActorName, actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { mayAssist, mayChoose, maySeeRegister, mayStop } from './assistance.policy.ts'

const ofGlazoue = {
  communeId: organisationIds.glazoue,
  personId: actors.ancbPourGlazoue.id ?? '',
}

const rules: Record<string, { allows: (name: ActorName) => boolean; to: ActorName[] }> = {
  'assist a commune': {
    allows: (name) => mayAssist(actors[name], null),
    to: ['secretariatAncb'],
  },
  'read the register': {
    allows: (name) => maySeeRegister(actors[name], null),
    to: [
      'maireGlazoue',
      'seGlazoue',
      'rsiGlazoue',
      'agentGlazoue',
      'seBohicon',
      'rsiBohicon',
      'agentBohicon',
      'secretariatAncb',
    ],
  },
  'stop the assistance of Glazoué': {
    allows: (name) => mayStop(actors[name], ofGlazoue),
    to: ['maireGlazoue', 'seGlazoue', 'ancbPourGlazoue'],
  },
  'choose whether their commune is assisted': {
    allows: (name) => mayChoose(actors[name], null),
    to: ['maireGlazoue', 'seGlazoue', 'seBohicon'],
  },
}

for (const [act, { allows, to }] of Object.entries(rules)) {
  describe(`who may ${act}`, () => {
    for (const name of actorNames) {
      const isAllowed = to.includes(name)
      test(`${name} ${isAllowed ? 'may' : 'may not'}`, () => assert.equal(allows(name), isAllowed))
    }
  })
}
