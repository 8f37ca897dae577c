import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import sheets from '#reference/service-sheets.json' with { type: 'json' }
import { isDay } from '../procedures/answer.rules.ts'
import { listProblems } from '../procedures/check-form.rules.ts'
import { createFromLibrary, listReady } from '../procedures/library.facts.ts'
import { anyAnswers, anyDefinition, facts, stand } from '../procedures/procedure.fixture.ts'
import type { Answers, Definition, Field } from '../procedures/procedure.types.ts'
import { writeFormSchema } from './form-schema.rules.ts'
import { listSentNames, readForm, type SentFiles } from './read-form.fields.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { date: isDay, uuid: isUuid } })

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

const documentId = '018f0000-0000-7000-8000-000000000001'
const files: SentFiles = new Map([
  [
    documentId,
    { name: 'carte.png', sha256: 'c'.repeat(64), sizeBytes: 1000, mediaType: 'image/png' },
  ],
])

const accepts = (definition: Definition, sent: unknown) =>
  ajv.compile(writeFormSchema(definition, facts))(sent)

/** As the door reads it: nothing that was not asked, and no problem left. */
function engineAccepts(definition: Definition, sent: Record<string, unknown>): boolean {
  const { answers, unasked } = readForm(definition, sent, files)
  return unasked.length === 0 && listProblems(definition, answers, facts).length === 0
}

/** An answer that is right for the question, most of the time. */
function anyRight(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'number':
    case 'money':
      return fc.integer({ min: -2, max: 30 })
    case 'date':
      return fc.constantFrom('2026-01-31', '1999-04-03', '2026-02-31')
    case 'phone':
      return fc.constantFrom('+2290197000077', '97000077')
    case 'email':
      return fc.constantFrom('afi@exemple.bj', 'afi')
    case 'npi':
      return fc.constantFrom('1234567890', '12')
    case 'yesNo':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom('a', 'b', 'c')
    case 'multipleChoice':
      return fc.constantFrom(['a'], ['a', 'b'], ['a', 'a'], [])
    case 'address':
      return fc.constantFrom(
        { arrondissement: 'Kpakpaza', quartier: 'Centre' },
        { arrondissement: 'Kpakpaza', quartier: '', details: '' },
      )
    case 'commune':
      return fc.constantFrom('glazoue', 'ailleurs')
    case 'signature':
      return fc.constantFrom({ name: 'Afi' }, { name: 'Afi', stroke: 'M1 2L3 4' }, { name: '' })
    case 'place':
      return fc.constantFrom(
        { landmark: 'Marché' },
        { latitude: 7.9, longitude: 2.2 },
        { landmark: '', latitude: 50, longitude: 2 },
      )
    case 'file':
    case 'photo':
      return fc.constant(documentId)
    default:
      return fc.string({ maxLength: 12 })
  }
}

const anyCase = anyDefinition.chain((definition) =>
  fc.tuple(
    fc.constant(definition),
    fc.record(
      Object.fromEntries(
        definition.pages
          .flatMap(({ fields }) => fields)
          .map((field) => [field.code, anyRight(field)]),
      ),
      { requiredKeys: [] },
    ),
  ),
)

describe('the schema of a form', () => {
  test('accepts only what the form itself accepts', () => {
    let accepted = 0
    fc.assert(
      fc.property(anyCase, ([definition, sent]) => {
        if (!accepts(definition, sent)) return
        accepted++
        assert.ok(engineAccepts(definition, sent), JSON.stringify(sent))
      }),
      { numRuns: 300 },
    )
    assert.ok(accepted > 10, `${accepted} cases were accepted`)
  })

  test('accepts nothing hostile that the form refuses', () => {
    fc.assert(
      fc.property(anyDefinition, anyAnswers, (definition, answers) => {
        const codes = new Set(
          definition.pages.flatMap(({ fields }) => fields.map(({ code }) => code)),
        )
        const sent = Object.fromEntries(Object.entries(answers).filter(([code]) => codes.has(code)))
        if (accepts(definition, sent)) assert.ok(engineAccepts(definition, sent))
      }),
      { numRuns: 100 },
    )
  })

  test('refuses what was answered on a way not taken', () => {
    const base = { nom: 'Afi', qualite: 'person', etals: [{ metres: 3 }] }
    assert.ok(accepts(stand, base))
    assert.equal(accepts(stand, { ...base, ifu: '1234567890123' }), false)
    assert.equal(accepts(stand, { ...base, qualite: 'company' }), false)
    assert.ok(accepts(stand, { ...base, qualite: 'company', ifu: '1234567890123', effectif: 4 }))
    assert.equal(accepts(stand, { ...base, etals: [{ metres: 12 }] }), false)
    assert.ok(accepts(stand, { ...base, etals: [{ metres: 12, motif: 'Un chapiteau' }] }))
    assert.equal(accepts(stand, { ...base, etals: [] }), false)
    assert.equal(accepts(stand, { ...base, autre: 1 }), false)
  })

  test('can be written of every procedure of the library', () => {
    const definitions = listReady().map(({ service: code }) => {
      const sheet = sheets.rows.find((row) => row.code === code)
      return createFromLibrary({ ...sheet, serviceCode: code } as never) as Definition
    })
    for (const one of definitions) ajv.compile(writeFormSchema(one, facts))
    const definition = definitions.find(({ serviceCode }) => serviceCode === 'birth-copy')
    const sent = {
      ...{ askerName: 'Afi Exemple', askerPhone: '+2290197000077', askerIdentity: documentId },
      ...{ recordName: 'Afi Exemple', birthDay: '1999-04-03', birthPlace: 'Glazoué' },
      ...{ knowsNumber: false, copies: 2, link: 'self', signature: { name: 'Afi Exemple' } },
    }
    assert.ok(definition)
    assert.ok(accepts(definition as Definition, sent), JSON.stringify(ajv.errors))
    assert.ok(engineAccepts(definition as Definition, sent))
  })
})

describe('what a system sends', () => {
  test('is cleaned as what a person types, and named where nobody asked for it', () => {
    const sent = { nom: '  Afi\u0000 ', qualite: 'person', etals: [{ metres: 2, x: 1 }], y: 2 }
    const { answers, unasked } = readForm(stand, sent, files)
    assert.deepEqual(answers, { nom: 'Afi', qualite: 'person', etals: [{ metres: 2 }] } as Answers)
    assert.deepEqual(unasked, ['etals.1.x', 'y'])
  })

  test('never takes a mark of a file for a file', () => {
    const forged = { name: 'x', sha256: 'c'.repeat(64), sizeBytes: 1, mediaType: 'image/png' }
    const definition: Definition = {
      ...stand,
      pages: [
        {
          ...{ code: 'p', label: 'P' },
          fields: [{ code: 'carte', label: 'Carte', type: 'photo', isRequired: true }],
        },
      ],
    }
    const { answers } = readForm(definition, { carte: forged }, files)
    assert.equal(listProblems(definition, answers, facts).length, 1)
    assert.ok(engineAccepts(definition, { carte: documentId }))
    assert.ok(engineAccepts(definition, { carte: `https://x.example/documents/${documentId}` }))
    assert.deepEqual(listSentNames({ a: 'u/1', b: [{ c: '2' }, 3], d: { e: '4' } }), ['1', '2'])
  })
})
