import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer, SimpleField } from '../procedures/procedure.types.ts'
import { tellAnswer } from './tell-answer.rules.ts'

const around = { seen: {}, communes: [{ value: 'glazoue', label: 'Glazoué' }] }
const choices = [
  { value: 'a', label: 'Un étal' },
  { value: 'b', label: 'Un chapiteau' },
]
const tell = (type: SimpleField['type'], answer: Answer | undefined) =>
  tellAnswer(
    { code: 'q', label: 'Q', type, isRequired: true, choices } as SimpleField,
    answer,
    around,
  )?.replace(/[\u00a0\u202f]/g, ' ') ?? null

const cases: readonly [SimpleField['type'], Answer | undefined, string | null][] = [
  ['text', undefined, null],
  ['text', '', null],
  ['number', 12500, '12 500'],
  ['number', 'douze', 'douze'],
  ['money', 1500, '1 500 FCFA'],
  ['date', '2026-03-02', '2 mars 2026'],
  ['date', '31/02/2026', '31/02/2026'],
  ['phone', '+2290197000012', '01 97 00 00 12'],
  ['yesNo', false, 'Non'],
  ['choice', 'b', 'Un chapiteau'],
  ['choice', 'retirée', 'retirée'],
  ['multipleChoice', ['a', 'b'], 'Un étal, Un chapiteau'],
  ['commune', 'glazoue', 'Glazoué'],
  ['address', { arrondissement: 'Kpakpaza', quartier: 'Zongo', details: '' }, 'Zongo, Kpakpaza'],
  ['signature', { name: 'Sika', stroke: null }, 'Sika'],
  ['place', { landmark: 'Pont', latitude: null, longitude: null }, 'Pont'],
  ['place', { landmark: 'Pont', latitude: 7.9735, longitude: 2.24 }, 'Pont (7,97350 ; 2,24000)'],
  ['file', { name: 'plan.pdf', sha256: '', sizeBytes: 1, mediaType: '' }, 'plan.pdf'],
]

for (const [type, answer, told] of cases)
  test(`une réponse « ${type} » se relit ${told ?? 'comme absente'}`, () => {
    assert.equal(tell(type, answer), told)
  })
