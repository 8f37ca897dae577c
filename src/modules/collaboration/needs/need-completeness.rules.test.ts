import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Need, needSections, needStepInputs } from './need.schema.ts'
import { findSectionOf, listMissing } from './need-completeness.rules.ts'

const complete = {
  title: 'Encaisser les droits de place',
  problem:
    'Les tickets du marché sont vendus à la main : une partie des recettes se perd, et personne ne connaît le total du jour.',
  currentSituation: 'Carnets à souche, comptés le vendredi.',
  beneficiaries: 'Collecteurs et commerçants',
  expectedOutcome: 'Un reçu pour chaque paiement et le total connu chaque soir.',
  domains: ['markets'],
  languages: ['fr'],
  budgetMin: null,
  budgetMax: 6_000_000,
  budgetSource: '',
} as unknown as Need

test('un besoin complet n’a rien qui manque', () => {
  assert.deepEqual(listMissing(complete), [])
})

test('un brouillon vide dit ce qui manque à chaque étape, et où le dire', () => {
  const blank = {
    ...complete,
    title: '',
    problem: '',
    currentSituation: '',
    beneficiaries: '',
    expectedOutcome: '',
    domains: [],
    languages: [],
    budgetMax: null,
  } as unknown as Need
  const missing = listMissing(blank)
  assert.deepEqual(new Set(missing.map(({ section }) => section)), new Set(needSections))
  for (const { section, field } of missing) assert.ok(field in needStepInputs[section].shape, field)
})

test('sans montant, dire d’où viendrait l’argent suffit', () => {
  assert.deepEqual(
    listMissing({ ...complete, budgetMax: null, budgetSource: 'FIC, à demander' }),
    [],
  )
  assert.equal(listMissing({ ...complete, budgetMax: null })[0]?.section, 'means')
})

test('chaque champ a son étape', () => {
  assert.equal(findSectionOf('expectedOutcome'), 'people')
  assert.equal(findSectionOf('otherConstraints'), 'constraints')
})
