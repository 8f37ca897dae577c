import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ActorName, actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { resourceLifecycle } from './resource.lifecycle.ts'
import { listKindsFor, resourcePolicy } from './resource.policy.ts'
import type { Resource } from './resource.schema.ts'
import type { ResourceStatus } from './resource.workflow.ts'

const { glazoue, startupA, ancb } = organisationIds
const base = { associationId: ancb, communeId: null, startupId: null }
const authors = {
  'une fiche de l’association': { ...base, kind: 'sheet', authorOrganisationId: ancb },
  'une fiche d’une startup': {
    ...{ ...base, kind: 'sheet', authorOrganisationId: startupA, startupId: startupA },
  },
  'une étude de cas': {
    ...{ ...base, kind: 'caseStudy', authorOrganisationId: ancb },
    ...{ communeId: glazoue, startupId: startupA },
  },
} as const

const association: ActorName[] = ['commissaireAncb', 'secretariatAncb']
const staff: ActorName[] = ['secretariatAncb']
const ofStartup: ActorName[] = ['membreA', 'responsableA']
const sides: ActorName[] = ['maireGlazoue', 'responsableA', 'seGlazoue']

const expected = {
  'une fiche de l’association': {
    propose: { draft: association },
    sendBack: { proposed: staff },
    publish: { draft: staff, proposed: staff },
    withdraw: { published: staff },
    resume: { withdrawn: association },
  },
  'une fiche d’une startup': {
    propose: { draft: ofStartup },
    sendBack: { proposed: staff },
    publish: { proposed: staff },
    withdraw: { published: staff },
    resume: { withdrawn: [...ofStartup, ...staff] },
  },
  'une étude de cas': {
    propose: { draft: association },
    sendBack: { proposed: staff },
    publish: { draft: staff, proposed: staff },
    withdraw: { published: [...sides, ...staff] },
    resume: { withdrawn: association },
  },
} as const

const rowOf = (about: keyof typeof authors) => (status: ResourceStatus) =>
  ({ ...authors[about], status }) as Resource

for (const about of Object.keys(authors) as (keyof typeof authors)[])
  testLifecycle({
    title: `La vie d’une ressource : ${about}`,
    workflow: resourceLifecycle.workflow,
    policy: resourceLifecycle.policy,
    rowAt: rowOf(about),
    allowed: expected[about],
  })

const able = (
  act: 'agree' | 'edit' | 'read',
  about: keyof typeof authors,
  status: ResourceStatus,
) => actorNames.filter((name) => resourcePolicy[act](actors[name], rowOf(about)(status))).sort()

test('les deux parties d’un projet, et elles seules, acceptent le texte proposé', () => {
  assert.deepEqual(able('agree', 'une étude de cas', 'proposed'), sides)
  assert.deepEqual(able('agree', 'une étude de cas', 'draft'), [])
  assert.deepEqual(able('agree', 'une fiche d’une startup', 'proposed'), [])
})

test('un brouillon n’est lu et écrit que de son auteur ; publiée, tout le monde la lit', () => {
  assert.deepEqual(able('read', 'une fiche d’une startup', 'draft'), ofStartup)
  assert.deepEqual(able('edit', 'une fiche d’une startup', 'draft'), ofStartup)
  assert.deepEqual(able('edit', 'une fiche d’une startup', 'proposed'), staff)
  assert.deepEqual(able('edit', 'une fiche d’une startup', 'published'), [])
  assert.deepEqual(able('read', 'une fiche d’une startup', 'published'), [...actorNames].sort())
})

test('chacun écrit ce dont il peut parler', () => {
  const kinds = (name: ActorName) => listKindsFor(actors[name])
  assert.deepEqual(kinds('secretariatAncb'), ['sheet', 'video', 'caseStudy', 'document'])
  assert.deepEqual(kinds('membreA'), ['sheet', 'video'])
  assert.deepEqual(kinds('agentGlazoue'), ['experience'])
  for (const name of ['visiteur', 'usager', 'ancbPourGlazoue'] as const)
    assert.deepEqual(kinds(name), [])
})
