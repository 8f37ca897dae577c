import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isJudged, writeAcceptanceMinutes } from './project.paper.ts'
import type { Milestone, Project } from './project.schema.ts'

const sides = {
  issuer: { kind: 'commune', name: 'Glazoué', department: 'Collines' } as const,
  communeName: 'Glazoué',
  contractorName: 'Startup A',
}
const project = { reference: 'PRJ-2026-0007', title: 'Suivre le courrier' } as Project
const milestone = {
  position: 2,
  title: 'Agents formés',
  deliverables: 'Douze agents formés, vérifié sur dix dossiers.',
  dueOn: '2026-11-30',
  deliveredAt: new Date('2026-11-20T09:00:00Z'),
  acceptedAt: new Date('2026-11-23T09:00:00Z'),
  updatedAt: new Date('2026-11-23T09:00:00Z'),
  status: 'partlyAccepted',
  statusReason: 'Deux agents restent à former.',
  reserves: 'Deux agents restent à former.',
  reservesDueOn: '2026-12-15',
} as Milestone

const write = (change: Partial<Milestone>) => {
  const model = writeAcceptanceMinutes(
    { project, milestone: { ...milestone, ...change }, payment: 670_001 },
    sides,
  )
  return { model, text: JSON.stringify(model.body).replace(/[\u00a0\u202f]/g, ' ') }
}

test('le procès-verbal dit les réserves, leur date, et ce qui est dû au franc près', () => {
  const { model, text } = write({})
  assert.equal(model.reference, 'PRJ-2026-0007/PV2')
  for (const words of ['Deux agents restent à former.', '15 décembre 2026', '670 001 FCFA'])
    assert.ok(text.includes(words), words)
})

test('un refus donne ses motifs et n’ouvre droit à aucun paiement', () => {
  const { text } = write({ status: 'refused', statusReason: 'Aucune feuille de présence.' })
  assert.match(text, /Motifs du refus/)
  assert.match(text, /Aucune feuille de présence/)
  assert.doesNotMatch(text, /Paiement dû/)
})

test('avant la recette, il n’y a pas de procès-verbal', () => {
  for (const status of ['planned', 'delivered'] as const) assert.equal(isJudged({ status }), false)
  for (const status of ['accepted', 'partlyAccepted', 'refused'] as const)
    assert.equal(isJudged({ status }), true)
})
