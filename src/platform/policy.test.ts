import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import {
  getOrganisationId,
  getPersonId,
  type OrganisationKind,
  type Role,
  system,
  worksFor,
  worksForA,
} from './actor.ts'
import { Forbidden } from './errors.ts'
import {
  anyOf,
  associationStaff,
  everyone,
  inOwnName,
  type Rule,
  signedIn,
  visitorsOnly,
} from './policy.ts'

const whoMay = (rule: Rule) => actorNames.filter((name) => rule(actors[name], null))
const others = (...names: string[]) => actorNames.filter((name) => !names.includes(name))

describe('who may', () => {
  test('the general rules', () => {
    assert.deepEqual(whoMay(everyone), actorNames)
    assert.deepEqual(whoMay(visitorsOnly), ['visiteur'])
    assert.deepEqual(whoMay(signedIn), others('visiteur'))
    assert.deepEqual(whoMay(inOwnName), others('visiteur', 'ancbPourGlazoue'))
    assert.deepEqual(whoMay(associationStaff), ['secretariatAncb'])
    assert.deepEqual(whoMay(anyOf(visitorsOnly, associationStaff)), ['visiteur', 'secretariatAncb'])
    assert.deepEqual(whoMay(anyOf()), [])
  })

  test('the system signs in nowhere', () => {
    assert.equal(signedIn(system, null), false)
    assert.equal(visitorsOnly(system, null), false)
  })

  test('people of one organisation, in any role or in those named', () => {
    const ofGlazoue =
      (...roles: Role[]): Rule =>
      (actor) =>
        worksFor(actor, organisationIds.glazoue, ...roles)
    assert.deepEqual(whoMay(ofGlazoue()), [
      'maireGlazoue',
      'seGlazoue',
      'rsiGlazoue',
      'agentGlazoue',
    ])
    assert.deepEqual(whoMay(ofGlazoue('mayor', 'secretary')), ['maireGlazoue', 'seGlazoue'])
    assert.deepEqual(whoMay(ofGlazoue('manager')), [])
  })

  test('whoever assists a commune is let in by name only', () => {
    const drafter = actors.ancbPourGlazoue
    assert.equal(worksFor(drafter, organisationIds.glazoue), false)
    assert.equal(worksForA(drafter, 'commune'), false)
    assert.equal(worksFor(drafter, organisationIds.glazoue, 'secretary', 'agent'), false)
    assert.equal(worksFor(drafter, organisationIds.glazoue, 'agent', 'drafter'), true)
    assert.equal(worksFor(drafter, organisationIds.bohicon, 'drafter'), false)
    assert.equal(worksForA(drafter, 'association', 'staff'), false)
  })

  test('nobody works for an organisation that is not there', () => {
    assert.deepEqual(
      whoMay((actor) => worksFor(actor, null)),
      [],
    )
  })

  test('people of a kind of organisation', () => {
    const ofA =
      (kind: OrganisationKind, ...roles: Role[]): Rule =>
      (actor) =>
        worksForA(actor, kind, ...roles)
    assert.deepEqual(whoMay(ofA('startup')), ['responsableA', 'membreA', 'responsableB'])
    assert.deepEqual(whoMay(ofA('commune', 'secretary')), ['seGlazoue', 'seBohicon'])
    assert.deepEqual(whoMay(ofA('partner')), [])
  })
})

describe('who acts', () => {
  test('is a person, or is refused', () => {
    assert.equal(getPersonId(actors.usager), actors.usager.id)
    for (const actor of [actors.visiteur, system])
      assert.throws(() => getPersonId(actor), Forbidden)
  })

  test('acts for an organisation, or is refused', () => {
    assert.equal(getOrganisationId(actors.membreA), organisationIds.startupA)
    for (const actor of [actors.visiteur, actors.usager, system])
      assert.throws(() => getOrganisationId(actor), Forbidden)
  })
})
