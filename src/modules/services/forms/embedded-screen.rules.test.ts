import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stand } from '../procedures/procedure.fixture.ts'
import type { FormPage } from '../procedures/procedure.types.ts'
import { embedScreen, isConditional } from './embedded-screen.rules.ts'

const [first, second] = stand.pages as readonly [FormPage, FormPage]

test('the script is told of the conditions of a screen, and of no word of it', () => {
  assert.ok(isConditional(first))
  const { fields, before } = embedScreen(first, { nom: 'Sika' })
  assert.deepEqual(before, {})
  assert.doesNotMatch(JSON.stringify(fields), /Vous êtes|Entreprise|label/)
  assert.match(JSON.stringify(fields), /"op":"answered"/)
})

test('of earlier answers it is told those that are read, not the others', () => {
  const reading: FormPage = {
    ...second,
    fields: [
      {
        ...{ code: 'x', label: 'X', type: 'text', isRequired: true },
        when: { op: 'chosen', field: 'qualite', values: ['company'] },
      },
    ],
  }
  const { before } = embedScreen(reading, { nom: 'Sika', qualite: 'company', ifu: '32' })
  assert.deepEqual(before, { qualite: 'company' })
})
