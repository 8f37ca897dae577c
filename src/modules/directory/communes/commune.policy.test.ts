import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { mayEditProfile } from './commune.policy.ts'

test('les moyens de Glazoué se disent à Glazoué, par qui la dirige ou tient son informatique', () => {
  const able = actorNames.filter((name) =>
    mayEditProfile(actors[name], { id: organisationIds.glazoue }),
  )
  assert.deepEqual(able.sort(), ['maireGlazoue', 'rsiGlazoue', 'seGlazoue'])
})
