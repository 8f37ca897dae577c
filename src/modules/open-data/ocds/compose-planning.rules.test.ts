import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Dossier } from '#modules/collaboration/index.ts'
import { composePlanning } from './compose-planning.rules.ts'
import type { JsonObject } from './ocds.types.ts'

const need: NonNullable<Dossier['need']> = {
  ...{ reference: 'BES-2026-0001', communeId: '0', isPublic: true, title: 'Archiver' },
  ...{ problem: 'Les registres se perdent.', expectedOutcome: 'Les retrouver.', joiners: [] },
  ...{ publishedAt: new Date('2026-01-05T09:00:00Z'), takenBackAt: null, metAt: null },
  ...{ budgetMin: null, budgetMax: null, budgetSource: '', wantedBy: null },
}
const decidedAt = new Date('2026-06-01T09:00:00Z')

function tell(status: string): JsonObject | undefined {
  const pilot = { reference: 'EXP-2026-0001', title: 'Essai', status, decidedAt }
  const milestones = composePlanning(need, [pilot])?.milestones as readonly JsonObject[] | undefined
  return milestones?.[0]
}

test('an experiment is met once adopted; one that goes on is met by nobody yet, one stopped never was', () => {
  const [adopted, extended, stopped] = ['adopted', 'extended', 'stopped'].map(tell)
  const day = '2026-06-01T09:00:00.000Z'
  assert.deepEqual([adopted?.status, adopted?.dateMet], ['met', day])
  assert.deepEqual(
    [extended?.status, extended?.dateMet, extended?.dateModified],
    ['scheduled', undefined, day],
  )
  assert.deepEqual([stopped?.status, stopped?.dateMet], ['notMet', undefined])
})
