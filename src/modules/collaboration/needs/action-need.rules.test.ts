import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommuneFacts } from '#modules/directory/index.ts'
import type { PlanAction } from '#modules/planning/index.ts'
import { draftNeed, judgeUrgency } from './action-need.rules.ts'

const action = {
  id: 'action',
  title: 'Relier la mairie et ses arrondissements',
  purpose: 'Chaque arrondissement envoie ses actes le jour même.',
  reason: 'Le diagnostic place la connexion au niveau 1.',
  prerequisites: 'Une alimentation de secours.',
  domains: ['network', 'inconnu'],
  investment: 12_000_000,
  running: 1_500_000,
  startYear: 2027,
  endYear: 2027,
} as unknown as PlanAction

const facts = {
  population: 124_000,
  profile: { connectivity: '2g', workstations: 5 },
} as unknown as CommuneFacts

const draft = draftNeed({
  action,
  plan: { reference: 'SDI-2026-0001', firstYear: 2026, years: 4 },
  facts,
  sourceLabel: 'fonds propres',
  domains: new Set(['network']),
  thisYear: 2026,
})

test('le besoin reprend ce que dit l’action, et rien d’inventé', () => {
  assert.equal(draft.title, action.title)
  assert.match(draft.problem ?? '', /niveau 1\.\n\nAvant de commencer : Une alimentation/)
  assert.equal(draft.expectedOutcome, action.purpose)
  assert.deepEqual(draft.domains, ['network'])
  assert.equal(draft.planActionId, 'action')
})

test('la fourchette va de l’investissement à son coût jusqu’à la fin du plan', () => {
  assert.equal(draft.budgetMin, 12_000_000)
  assert.equal(draft.budgetMax, 15_000_000)
  assert.match(draft.budgetSource ?? '', /SDI-2026-0001 : fonds propres/)
})

test('une connexion faible demande de fonctionner sans elle', () => {
  assert.equal(draft.connectivity, '2g')
  assert.equal(draft.mustWorkOffline, true)
})

test('l’urgence suit l’année de départ', () => {
  assert.equal(judgeUrgency(2026, 2026), 'high')
  assert.equal(judgeUrgency(2027, 2026), 'normal')
  assert.equal(judgeUrgency(2029, 2026), 'low')
  assert.equal(judgeUrgency(null, 2026), 'low')
})
