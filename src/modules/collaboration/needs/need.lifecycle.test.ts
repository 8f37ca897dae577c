import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { needLifecycle } from './need.lifecycle.ts'
import { mayStartNeed, needPolicy } from './need.policy.ts'
import type { Need } from './need.schema.ts'
import { type NeedStatus, needWorkflow } from './need.workflow.ts'

const needAt = (status: NeedStatus) => ({ communeId: organisationIds.glazoue, status }) as Need

const writers = [
  'seGlazoue',
  'maireGlazoue',
  'rsiGlazoue',
  'agentGlazoue',
  'ancbPourGlazoue',
] as const
const executives = ['seGlazoue', 'maireGlazoue'] as const

testLifecycle({
  title: 'La vie d’un besoin de Glazoué',
  workflow: needWorkflow,
  policy: needLifecycle.policy,
  rowAt: needAt,
  allowed: {
    submit: { draft: writers, returned: writers },
    sendBack: { submitted: executives },
    publish: { submitted: executives },
    takeBack: { published: executives },
    meet: { published: executives },
    withdraw: {
      draft: executives,
      submitted: executives,
      returned: executives,
      published: [...executives, 'secretariatAncb'],
    },
    reopen: { withdrawn: executives },
  },
})

test('un besoin publié se lit partout, un brouillon seulement dans sa commune et à l’association', () => {
  assert.equal(needPolicy.read(actors.visiteur, needAt('published')), true)
  assert.equal(needPolicy.read(actors.responsableA, needAt('met')), true)
  for (const name of ['visiteur', 'usager', 'seBohicon', 'responsableA'] as const) {
    assert.equal(needPolicy.read(actors[name], needAt('draft')), false, name)
  }
  assert.equal(needPolicy.read(actors.agentGlazoue, needAt('draft')), true)
  assert.equal(needPolicy.read(actors.secretariatAncb, needAt('draft')), true)
})

test('seule une autre commune rejoint un besoin, et seulement s’il est publié', () => {
  assert.equal(needPolicy.join(actors.seBohicon, needAt('published')), true)
  assert.equal(needPolicy.join(actors.rsiBohicon, needAt('published')), true)
  assert.equal(needPolicy.join(actors.agentBohicon, needAt('published')), false)
  assert.equal(needPolicy.join(actors.seBohicon, needAt('submitted')), false)
  assert.equal(needPolicy.join(actors.seGlazoue, needAt('published')), false)
  assert.equal(needPolicy.join(actors.responsableA, needAt('published')), false)
})

test('un besoin soumis ne se modifie plus jusqu’à son renvoi', () => {
  assert.equal(needPolicy.edit(actors.rsiGlazoue, needAt('submitted')), false)
  assert.equal(needPolicy.edit(actors.rsiGlazoue, needAt('returned')), true)
  assert.equal(needPolicy.edit(actors.rsiBohicon, needAt('draft')), false)
})

test('seules les personnes d’une commune expriment un besoin', () => {
  assert.equal(mayStartNeed(actors.agentBohicon, null), true)
  for (const name of ['visiteur', 'usager', 'responsableA', 'secretariatAncb'] as const) {
    assert.equal(mayStartNeed(actors[name], null), false, name)
  }
})

test('qui assiste Glazoué rédige ses besoins, sans les publier, en rejoindre ni contacter de startup', () => {
  const drafter = actors.ancbPourGlazoue
  assert.equal(mayStartNeed(drafter, null), true)
  assert.equal(needPolicy.read(drafter, needAt('draft')), true)
  assert.equal(needPolicy.edit(drafter, needAt('returned')), true)
  assert.equal(needPolicy.rank(drafter, needAt('published')), true)
  assert.equal(needPolicy.contact(drafter, needAt('published')), false)
  const elsewhere = { communeId: organisationIds.bohicon, status: 'draft' } as Need
  assert.equal(needPolicy.read(drafter, elsewhere), false)
  assert.equal(needPolicy.edit(drafter, elsewhere), false)
  assert.equal(needPolicy.join(drafter, { ...elsewhere, status: 'published' }), false)
})
