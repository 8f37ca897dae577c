import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Actor, OrganisationKind, Role } from '#platform/actor.ts'
import { type ActorName, actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { mayChangeMembers, maySeeMembers } from './membership.policy.ts'
import { rolesOf } from './role.labels.ts'

const glazoue = {
  organisation: { id: organisationIds.glazoue, kind: 'commune', name: 'Glazoué' },
} as const

const rules = {
  see: {
    rule: maySeeMembers,
    allowed: ['maireGlazoue', 'seGlazoue', 'rsiGlazoue', 'agentGlazoue', 'secretariatAncb'],
  },
  change: { rule: mayChangeMembers, allowed: ['maireGlazoue', 'seGlazoue', 'secretariatAncb'] },
} satisfies Record<string, { rule: typeof mayChangeMembers; allowed: ActorName[] }>

describe('the members of a commune', () => {
  for (const [act, { rule, allowed }] of Object.entries(rules)) {
    for (const name of actorNames) {
      const isAllowed = (allowed as ActorName[]).includes(name)
      test(`${name} ${isAllowed ? 'may' : 'may not'} ${act} them`, () => {
        assert.equal(rule(actors[name], glazoue), isAllowed)
      })
    }
  }
})

test('nobody inside an administration or a partner invites: the association does', () => {
  for (const kind of ['administration', 'partner'] as OrganisationKind[]) {
    const organisation = { id: '00000000-0000-7000-8000-00000000eeee', kind, name: 'Ministère' }
    for (const role of rolesOf[kind] as readonly Role[]) {
      const actor: Actor = { kind: 'person', id: 'x', name: 'Lecteur', organisation, role }
      assert.equal(mayChangeMembers(actor, { organisation }), false)
      assert.equal(maySeeMembers(actor, { organisation }), true)
    }
    assert.equal(mayChangeMembers(actors.secretariatAncb, { organisation }), true)
  }
})
