import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { memberLifecycle } from './member.lifecycle.ts'
import { memberPolicy } from './member.policy.ts'
import type { Member } from './member.schema.ts'
import { type MemberStatus, memberWorkflow } from './member.workflow.ts'

const memberAt = (status: MemberStatus) =>
  ({
    personId: actors.commissaireAncb.id,
    communeId: organisationIds.glazoue,
    status,
  }) as Member

testLifecycle({
  title: 'Une personne de la commission, membre du comité d’un appel de Glazoué',
  workflow: memberWorkflow,
  policy: memberLifecycle.policy,
  rowAt: memberAt,
  allowed: {
    declare: { named: ['commissaireAncb'] },
    cut: {
      named: ['commissaireAncb', 'maireGlazoue', 'seGlazoue'],
      declared: ['commissaireAncb', 'maireGlazoue', 'seGlazoue'],
    },
  },
})

test('seul un membre qui a déclaré n’avoir aucun intérêt lit et note', () => {
  const able = (status: MemberStatus) =>
    actorNames.filter((name) => memberPolicy.evaluate(actors[name], memberAt(status)))
  assert.deepEqual(able('declared'), ['commissaireAncb'])
  assert.deepEqual(able('named'), [])
  assert.deepEqual(able('cut'), [])
})
