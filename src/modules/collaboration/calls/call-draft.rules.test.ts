import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sumWeights } from './call-completeness.rules.ts'
import { draftCall, firstCriteria } from './call-draft.rules.ts'

const need = {
  title: 'Encaisser les droits de place',
  problem: 'Des recettes se perdent entre le marché et la caisse.',
  currentSituation: 'Des tickets en papier.',
  beneficiaries: 'Les commerçants',
  expectedOutcome: 'Un reçu pour chaque paiement.',
  otherConstraints: '',
  domains: ['markets'],
  budgetMin: null,
  budgetMax: 4_000_000,
  mustWorkOffline: true,
  handlesPersonalData: false,
  hosting: 'benin',
}

test('le brouillon reprend le besoin : rien n’est retapé', () => {
  const draft = draftCall(need, 'call')
  for (const text of [
    need.problem,
    need.currentSituation,
    need.beneficiaries,
    need.expectedOutcome,
  ])
    assert.ok(draft.purpose.includes(text))
  assert.match(draft.requirements, /coupures de réseau/)
  assert.match(draft.requirements, /hébergées au Bénin/)
  assert.doesNotMatch(draft.requirements, /APDP/)
  assert.deepEqual(
    [draft.title, draft.budgetMax, draft.domains],
    [need.title, 4_000_000, ['markets']],
  )
})

test('les premiers critères pèsent 100', () => {
  assert.equal(sumWeights(firstCriteria), 100)
})
