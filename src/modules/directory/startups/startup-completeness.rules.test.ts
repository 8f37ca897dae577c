import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { profileNames, type Startup } from './startup.schema.ts'
import { isStartupComplete, listMissingAnswers } from './startup-completeness.rules.ts'

const complete = {
  presentation:
    'Nous équipons les marchés de communes de toute taille : tickets, places, recettes du jour, formation des collecteurs.',
  rccm: 'RB/COT/24 B 12345',
  communeId: '01890000-0000-7000-8000-000000000001',
  address: 'Akpakpa, rue des Cauris',
  email: 'contact@demo.example',
  phone: null,
  domains: ['markets'],
  labelNumber: null,
  labelFileId: null,
} as unknown as Startup

const missingFields = (changes: Partial<Startup>) =>
  listMissingAnswers({ ...complete, ...changes }).map(({ field }) => field)

describe('Le dossier d’une startup', () => {
  test('peut être soumis quand il est complet, avec ou sans label', () => {
    assert.equal(isStartupComplete(complete), true)
    const labelled = { labelNumber: 'LS-2025-004', labelFileId: complete.communeId }
    assert.equal(isStartupComplete({ ...complete, ...labelled }), true)
  })

  test('nomme chaque réponse qui manque, par un champ qui existe', () => {
    const blank = { presentation: 'Court', rccm: '', communeId: null, address: '', domains: [] }
    const missing = missingFields({ ...blank, email: null })
    assert.deepEqual(missing, ['presentation', 'rccm', 'communeId', 'address', 'email', 'domains'])
    for (const field of missing) assert.ok(field in profileNames, field)
  })

  test('se contente d’un téléphone, ou d’une adresse électronique', () => {
    assert.deepEqual(missingFields({ email: null, phone: '+2290197000000' }), [])
    assert.deepEqual(missingFields({ email: null, phone: null }), ['email'])
  })

  test('prouve le label qu’il annonce', () => {
    assert.deepEqual(missingFields({ labelNumber: 'LS-2025-004' }), ['labelFileId'])
  })
})
