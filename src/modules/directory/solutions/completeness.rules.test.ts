import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  hasSilentScreenshot,
  isSolutionComplete,
  listMissingAnswers,
} from './completeness.rules.ts'
import { sectionInputs } from './sections/section.schema.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'

const words = (count: number) =>
  'Une phrase qui dit quelque chose. '.repeat(Math.ceil(count / 34)).slice(0, count)

const complete = {
  summary: words(60),
  problem: words(120),
  domains: ['markets'],
  description: words(200),
  languages: ['fr'],
  priceSetup: 500_000,
  priceYearly: null,
  pricePerInhabitant: null,
  pricePerUser: null,
  priceNote: '',
  hostingPlace: 'Cotonou',
  apdpStatus: 'notNeeded',
  apdpNumber: null,
  reversibility: words(80),
  support: words(40),
} as unknown as Solution

test('un dossier complet peut être soumis', () => {
  assert.equal(isSolutionComplete(complete, []), true)
})

test('chaque réponse manquante est nommée, dans une section qui la demande', () => {
  const blank = {
    ...complete,
    summary: '',
    problem: '',
    domains: [],
    description: '',
    languages: [],
    priceSetup: null,
    hostingPlace: '',
    reversibility: '',
    support: '',
  } as Solution
  const missing = listMissingAnswers(blank)
  assert.equal(missing.length, 9)
  for (const { section, field } of missing) assert.ok(field in sectionInputs[section].shape, field)
})

test('une déclaration à l’APDP a son numéro', () => {
  assert.equal(listMissingAnswers({ ...complete, apdpStatus: 'declared' })[0]?.field, 'apdpNumber')
  assert.deepEqual(
    listMissingAnswers({ ...complete, apdpStatus: 'declared', apdpNumber: 'à confirmer' }),
    [],
  )
})

test('sur devis s’explique', () => {
  const onQuote = { ...complete, priceSetup: null }
  assert.equal(listMissingAnswers(onQuote)[0]?.field, 'priceNote')
  assert.deepEqual(
    listMissingAnswers({ ...onQuote, priceNote: 'Selon le nombre de points de vente' }),
    [],
  )
})

test('une capture d’écran sans légende bloque le dossier', () => {
  const silent = { kind: 'screenshot', caption: '' } as SolutionFile
  assert.equal(hasSilentScreenshot([silent]), true)
  assert.equal(isSolutionComplete(complete, [silent]), false)
})
