import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Criterion } from '../calls/call.schema.ts'
import { NotesInput, readNotes, toNoteFields } from './note-fields.ts'

const criteria = [
  { id: 'methode', kind: 'quality' },
  { id: 'prix', kind: 'price' },
  { id: 'appui', kind: 'quality' },
] as Criterion[]

test('une note va avec sa raison ; un critère vide attendra', () => {
  const typed = NotesInput.parse({ points1: '80', text1: 'Claire et éprouvée ailleurs' })
  assert.deepEqual(readNotes(typed, criteria), {
    notes: [{ criterionId: 'methode', points: 80, text: 'Claire et éprouvée ailleurs' }],
    errors: {},
  })
})

test('des points sans raison, ou une raison sans points, reviennent à leur auteur', () => {
  const typed = NotesInput.parse({
    points1: '80',
    text1: 'bien',
    text2: 'Une formatrice à demeure',
  })
  assert.deepEqual(Object.keys(readNotes(typed, criteria).errors), ['text1', 'points2'])
})

test('hors de 0 à 100, la note est refusée avec son champ', () => {
  const parsed = NotesInput.safeParse({ points1: '101' })
  assert.equal(parsed.error?.issues[0]?.path[0], 'points1')
})

test('les notes gardées reviennent sous leurs critères', () => {
  const notes = [{ criterionId: 'appui', points: 0, text: 'Aucun appui proposé' }]
  const shown = toNoteFields(notes, criteria)
  assert.equal(shown.points2, 0)
  assert.equal(shown.points1, undefined)
})
