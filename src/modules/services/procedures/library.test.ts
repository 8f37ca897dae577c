import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sheets from '#reference/service-sheets.json' with { type: 'json' }
import { checkDefinition } from './check-definition.rules.ts'
import { listProblems } from './check-form.rules.ts'
import { readProcedure, writeProcedure } from './definition.schema.ts'
import { createFromLibrary, listReady } from './library.facts.ts'
import { facts } from './procedure.fixture.ts'
import type { Definition } from './procedure.types.ts'
import { walkForm } from './visible.rules.ts'

const sheetOf = (code: string) => {
  const sheet = sheets.rows.find((row) => row.code === code)
  assert.ok(sheet, code)
  return { ...sheet, serviceCode: code }
}
const create = (code: string) => createFromLibrary(sheetOf(code)) as Definition
const codes = listReady().map(({ service }) => service)
const shown = (definition: Definition, answers = {}) =>
  walkForm(definition, answers).pages.flatMap(({ fields }) => fields.map(({ code }) => code))

describe('la bibliothèque de démarches', () => {
  test('en propose quinze au moins, dont les cinq du projet pilote e-Commune', () => {
    assert.ok(codes.length >= 15)
    assert.equal(new Set(codes).size, codes.length)
    for (const code of [
      'event-permit',
      'convoy-permit',
      'worship-procession',
      'burial',
      'minors-outing',
    ])
      assert.ok(codes.includes(code), code)
  })

  test('chacune se tient, et voyage en JSON', () => {
    for (const code of codes) {
      const definition = create(code)
      assert.deepEqual(checkDefinition(definition), [], code)
      assert.deepEqual(readProcedure(writeProcedure(definition)), { ok: true, definition }, code)
    }
  })

  test('aucune ne fixe de tarif, ni ne prête d’effet au silence', () => {
    for (const code of codes) {
      const { fee, timeLimit } = create(code)
      assert.deepEqual(fee, { kind: 'unknown' })
      assert.equal(timeLimit?.silence, undefined)
    }
  })

  test('aucune n’est d’un service suspendu dans le pays', () => {
    for (const code of codes) assert.equal(sheetOf(code).suspension, null)
  })

  test('chacune demande qui l’on est, se signe, et ne se remplit pas à vide', () => {
    for (const code of codes) {
      const definition = create(code)
      assert.ok(shown(definition).includes('askerPhone'), code)
      assert.equal(shown(definition).at(-1), 'signature')
      assert.ok(listProblems(definition, {}, facts).length >= 4, code)
    }
  })

  test('un service qu’elle ne connaît pas commence sur une page blanche', () => {
    assert.equal(createFromLibrary({ ...sheetOf('burial'), serviceCode: 'tender-file' }), undefined)
  })
})

test('ce qui ne sert à rien n’est pas demandé', () => {
  const event = create('event-permit')
  assert.ok(!shown(event).includes('roadUse'))
  assert.ok(shown(event, { usesRoad: true }).includes('roadUse'))
  const stall = create('public-domain')
  assert.ok(shown(stall, { useKind: 'tent' }).includes('useDetail'))
  assert.ok(!shown(stall, { useKind: 'terrace' }).includes('useDetail'))
})
