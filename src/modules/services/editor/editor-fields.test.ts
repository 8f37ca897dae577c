/** What the editor shows of a procedure, it reads back the same: opening a form and saving it changes nothing. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkDefinition } from '../procedures/check-definition.rules.ts'
import { readProcedure, writeProcedure } from '../procedures/definition.schema.ts'
import { listFields } from '../procedures/find-field.rules.ts'
import { createBlank, createFromLibrary, listReady } from '../procedures/library.facts.ts'
import { stand } from '../procedures/procedure.fixture.ts'
import type { Condition, Definition, Field } from '../procedures/procedure.types.ts'
import { tellCondition } from '../procedures/tell-condition.rules.ts'
import { listTests, readCondition, writeCondition } from './condition.fields.ts'
import { listEarlier } from './earlier-fields.rules.ts'
import { readFeeRule, writeFeeRule } from './fee-rule.fields.ts'
import { readChoices, readQuestion, writeQuestion } from './question-input.fields.ts'

const sheet = { description: 'x', outcome: '', documents: [], regulations: [], delay: null }
const library = listReady().map(({ service }) => {
  const definition = createFromLibrary({ serviceCode: service, delayDays: null, ...sheet })
  assert.ok(definition)
  return definition
})
const all: readonly Definition[] = [stand, ...library]

/** Shown values are texts, as a browser holds them. */
const toTexts = (shown: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? (value ? 'on' : '') : String(value),
    ]),
  )

describe('l’éditeur', () => {
  test('relit chaque question de chaque modèle comme il l’a montrée', () => {
    for (const definition of all)
      for (const field of listFields(definition)) {
        const read = readQuestion(field, toTexts(writeQuestion(field)), definition, field)
        const { when: _, ...rest } = field
        assert.deepEqual(read, { ok: true, field: rest }, field.label)
      }
  })

  test('relit chaque condition de chaque modèle, ou la garde', () => {
    for (const definition of all)
      for (const { code, when } of [...definition.pages, ...listFields(definition)]) {
        const shown = writeCondition('when', when) ?? { 'when.mode': 'kept' }
        const offered = listTests(definition, listEarlier(definition, code))
        assert.deepEqual(readCondition(shown, 'when', offered, when), { when, errors: {} }, code)
      }
  })

  test('relit ce qui est payé', () => {
    const { fee, errors } = readFeeRule(writeFeeRule(stand.fee), stand, [
      'Étal',
      'Dossier d’entreprise',
    ])
    assert.deepEqual([fee, errors], [stand.fee, {}])
    const forged = readFeeRule({ kind: 'tariffs', 'line1.tariff': 'Inventé' }, stand, ['Étal'])
    assert.deepEqual(Object.keys(forged.errors), ['line1.tariff'])
  })

  test('n’accepte d’une condition que ce qui vient avant', () => {
    const offered = listTests(stand, listEarlier(stand, 'qualite'))
    assert.deepEqual(
      offered.map(({ value }) => value),
      ['answered|nom|'],
    )
    const later = { 'when.mode': 'all', 'when1.test': 'answered|ifu|' }
    assert.ok(readCondition(later, 'when', offered, undefined).errors['when1.test'])
    const empty = readCondition({ 'when.mode': 'any' }, 'when', offered, undefined)
    assert.ok(empty.errors['when1.test'])
  })

  test('demande le nombre ou la date que la condition compare', () => {
    const offered = listTests(stand, listEarlier(stand, null))
    const typed = { 'when.mode': 'all', 'when1.test': 'atLeast|effectif|' }
    assert.deepEqual(readCondition(typed, 'when', offered, undefined).errors, {
      'when1.value': 'Indiquez un nombre',
    })
    const whole = { ...typed, 'when1.value': '1 000', 'when1.not': 'on' }
    assert.deepEqual(readCondition(whole, 'when', offered, undefined).when, {
      op: 'not',
      of: { op: 'atLeast', field: 'effectif', value: 1000 },
    })
  })

  test('dit une condition en français', () => {
    const company: Condition = { op: 'chosen', field: 'qualite', values: ['company'] }
    const answered: Condition = { op: 'answered', field: 'nom' }
    const told = (condition: Condition) => tellCondition(stand, condition)
    assert.equal(told(company), '« Vous êtes » est « Une entreprise »')
    assert.equal(
      told({
        op: 'all',
        of: [answered, { op: 'any', of: [company, { op: 'not', of: answered }] }],
      }),
      '« Nom » a une réponse et (« Vous êtes » est « Une entreprise » ou sauf si « Nom » a une réponse)',
    )
  })

  test('garde la valeur d’une réponse dont les mots restent, et n’en double aucune', () => {
    const stored = [
      { value: 'a', label: 'Étal' },
      { value: 'chapiteau', label: 'Grand chapiteau' },
    ]
    assert.deepEqual(readChoices('Étal\n\nChapiteau\nÉtal\n', stored), [
      { value: 'a', label: 'Étal' },
      { value: 'chapiteau2', label: 'Chapiteau' },
    ])
  })

  test('refuse une question sans mots, un choix sans réponse, un bloc sans nombre', () => {
    const read = (type: Field['type'], typed: Record<string, unknown>) => {
      const result = readQuestion({ type, code: 'x' }, typed, stand, null)
      return result.ok ? [] : Object.keys(result.errors)
    }
    assert.deepEqual(read('text', { label: '' }), ['label'])
    assert.deepEqual(read('choice', { label: 'Q', choices: '' }), ['choices'])
    assert.deepEqual(read('block', { label: 'Q', min: '', max: '50' }).sort(), ['max', 'min'])
    assert.deepEqual(read('text', { label: 'Q', maxLength: 'long' }), ['maxLength'])
  })

  test('part d’une démarche qui tient, même sans modèle', () => {
    const blank = createBlank({ serviceCode: 'other', delayDays: null, ...sheet }, 'Autre')
    assert.deepEqual(checkDefinition(blank), [])
    assert.ok(readProcedure(writeProcedure(blank)).ok)
  })
})
