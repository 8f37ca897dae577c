import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ProjectRecord } from '#modules/collaboration/index.ts'
import { draftCaseStudy } from './case-study.rules.ts'

const record = {
  project: {
    ...{ communeId: 'c', startupId: 's', title: 'Étendre les tickets', amount: 1_800_000 },
    summary: 'Deux marchés équipés.',
    startedAt: new Date('2026-01-10T09:00:00Z'),
    closedAt: new Date('2026-06-01T09:00:00Z'),
  },
  ...{ communeName: 'Bohicon', contractorName: 'Akwaba' },
  milestones: [
    {
      title: 'Appareils livrés',
      dueOn: '2026-02-01',
      acceptedAt: new Date('2026-02-03T09:00:00Z'),
    },
    { title: 'Agents formés', dueOn: '2026-03-01', acceptedAt: new Date('2026-02-20T09:00:00Z') },
  ],
  indicators: [{ label: 'Recette', unit: 'FCFA', before: '95000', target: '120000', after: null }],
  evaluations: [
    { organisationId: 'c', stars: 5, achieved: 'La recette monte.', toImprove: 'Former avant.' },
  ],
} as unknown as ProjectRecord

describe('le brouillon d’une étude de cas', () => {
  const { title, body } = draftCaseStudy(record, 'Axi ticket')
  const words = body.replace(/[\u00a0\u202f]/g, ' ')

  test('dit qui, quoi, combien, combien de temps, avec quels résultats et ce qu’en pense chacun', () => {
    assert.equal(title, 'Bohicon : Étendre les tickets')
    assert.match(
      words,
      /- La solution Axi ticket, de Akwaba\.\n- Montant convenu : 1 800 000 FCFA\./,
    )
    assert.match(
      words,
      /- Du 10 janvier 2026 au 1er juin 2026\.\n- Un jalon a été reçu en retard\./,
    )
    assert.match(words, /Recette \(FCFA\) : avant, 95 000 ; visé, 120 000\./)
    assert.match(words, /Ce qu’en dit Bohicon \(5 sur 5\) :\n- La recette monte\./)
  })

  test('n’invente pas ce qui n’est pas enregistré', () => {
    const bare = draftCaseStudy(
      { ...record, indicators: [], evaluations: [], milestones: [] },
      null,
    )
    assert.doesNotMatch(bare.body, /mesuré|Ce qu’en dit|après/)
  })
})
