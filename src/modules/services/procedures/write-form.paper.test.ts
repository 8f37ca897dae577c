/** The form on paper asks what the screens ask, no less, and says when. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Block, Room } from '#platform/documents.ts'
import { listFields } from './find-field.rules.ts'
import { anyDefinition, stand } from './procedure.fixture.ts'
import type { Definition, Field } from './procedure.types.ts'
import type { Published } from './published.queries.ts'
import { isText } from './visible.rules.ts'
import { writePaperForm } from './write-form.paper.ts'

const write = (definition: Definition) =>
  writePaperForm({
    published: {
      ...{ definition, publishedAt: new Date('2026-11-01T09:00:00Z') },
      procedure: { id: 'p', communeId: 'c', serviceCode: definition.serviceCode, revision: 3 },
    } as unknown as Published,
    fee: { kind: 'unknown' },
    issuer: { kind: 'commune', name: 'Glazoué', department: 'Collines' },
  }).model

function flatten(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'section' || block.kind === 'notice'
      ? [block, ...flatten(block.blocks)]
      : [block],
  )
}

const listQuestions = (definition: Definition) =>
  flatten(write(definition).body).flatMap((block) => (block.kind === 'question' ? [block] : []))

function measureRoom(room: Room): number {
  if (room.kind === 'lines') return room.count
  return room.kind === 'boxes' ? room.choices.length : 1
}

describe('le formulaire à imprimer', () => {
  test('pose toutes les questions, avec de la place pour y répondre', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const questions = listQuestions(definition)
        const asked = listFields(definition).filter((one) => !isText(one) && one.type !== 'block')
        for (const { label } of asked)
          assert.ok(
            questions.some((one) => one.label === label),
            label,
          )
        for (const { room } of questions) assert.ok(measureRoom(room) >= 1)
      }),
      { numRuns: 60 },
    )
  })

  test('dit quand une question se remplit, et laquelle est facultative', () => {
    const notes = Object.fromEntries(listQuestions(stand).map(({ label, note }) => [label, note]))
    assert.equal(notes.IFU, 'Seulement si « Vous êtes » est « Une entreprise ».')
    assert.equal(notes.Nom, undefined)
    const [page] = stand.pages
    assert.ok(page)
    const [first] = page.fields.filter((field) => !isText(field))
    const free = { ...first, isRequired: false } as Field
    const [asked] = listQuestions({ ...stand, pages: [{ ...page, fields: [free] }] }).filter(
      ({ label }) => label === free.label,
    )
    assert.equal(asked?.note, 'Facultatif.')
  })

  test('signe une fois, et dit de quelle version il est', () => {
    const model = write(stand)
    assert.equal(model.reference, 'Formulaire, version 3')
    const places = flatten(model.body).filter(
      (block) =>
        block.kind === 'signatures' ||
        (block.kind === 'question' &&
          listFields(stand).some(
            ({ type, label }) => type === 'signature' && label === block.label,
          )),
    )
    assert.equal(places.length, 1)
  })
})
