/** What a browser sends comes back as it was answered, and nothing typed is lost on the way. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { listProblems } from '../procedures/check-form.rules.ts'
import { anyDefinition, facts, stand } from '../procedures/procedure.fixture.ts'
import type {
  Answer,
  AnswerFile,
  Answers,
  Definition,
  Field,
  SimpleField,
} from '../procedures/procedure.types.ts'
import { isText, walkForm } from '../procedures/visible.rules.ts'
import { listShownNames, shownName } from './field-names.rules.ts'
import { readAnswers, type Typed } from './read-answers.fields.ts'
import { writeAnswers } from './write-answers.fields.ts'

const file: AnswerFile = {
  name: 'plan.pdf',
  sha256: 'a'.repeat(64),
  sizeBytes: 1200,
  mediaType: 'application/pdf',
}
const seal = ({ sha256 }: AnswerFile) => `sealed:${sha256}`

/** What the browser would send of a page it was shown, its sealed files opened by the platform. */
function send(definition: Definition, page: number, answers: Answers): Typed {
  const fields = definition.pages[page]?.fields ?? []
  const { pages, seen } = walkForm(definition, answers)
  const code = definition.pages[page]?.code
  const visible = pages.find((one) => one.page.code === code)?.fields ?? []
  const shown = writeAnswers(fields, answers, seal)
  const sent = Object.entries(shown).map(([name, value]) => [
    name,
    shown[`${name}.kept`] ? file : value,
  ])
  return { ...Object.fromEntries(sent), [shownName]: listShownNames(visible, seen).join(',') }
}

const goodAnswers: Readonly<Record<SimpleField['type'], Answer>> = {
  text: 'Sika',
  longText: 'Une ligne\nune autre',
  number: 12,
  money: 1500,
  date: '2026-03-01',
  phone: '+2290197000012',
  email: 'sika@demo.example',
  npi: '1234567890',
  yesNo: false,
  choice: 'b',
  multipleChoice: ['a', 'b'],
  dependentChoice: 'a',
  address: { arrondissement: 'Glazoué', quartier: 'Zongo', details: '' },
  commune: 'glazoue',
  file,
  photo: { ...file, mediaType: 'image/png' },
  signature: { name: 'Sika Modèle', stroke: 'M1,2L3,4' },
  place: { landmark: 'Marché', latitude: 7.9735, longitude: 2.24 },
}

describe('les réponses d’un formulaire', () => {
  test('reviennent telles qu’elles ont été données, quel que soit leur type', () => {
    fc.assert(
      fc.property(anyDefinition, fc.integer({ min: 0, max: 1 }), (definition, chosen) => {
        const page = Math.min(chosen, definition.pages.length - 1)
        const answers = Object.fromEntries(
          definition.pages.flatMap(({ fields }) =>
            fields.map((field) => [field.code, goodOf(field)]),
          ),
        )
        const typed = send(definition, page, answers)
        assert.deepEqual(readAnswers(definition.pages[page]?.fields ?? [], typed, answers), answers)
      }),
    )
  })

  const goodOf = (field: Field): Answer =>
    isText(field) || field.type === 'block'
      ? []
      : field.type === 'photo'
        ? file
        : goodAnswers[field.type]

  test('un téléphone se relit comme on le compose', () => {
    const phone = { code: 'q', label: 'Q', type: 'phone', isRequired: true } as SimpleField
    const write = (answer: string) => writeAnswers([phone], { q: answer }, seal).q
    assert.equal(write('+2290197000012'), '01\u00a097\u00a000\u00a000\u00a012')
    assert.equal(write('douze'), 'douze')
  })

  test('d’un bloc reviennent ligne par ligne', () => {
    const answers = { qualite: 'person', etals: [{ metres: 3 }, { metres: 12, motif: 'Fête' }] }
    const fields = stand.pages[1]?.fields ?? []
    assert.deepEqual(readAnswers(fields, send(stand, 1, answers), {}), { etals: answers.etals })
  })

  test('illisibles restent comme elles ont été tapées, et sont refusées par leur nom', () => {
    const fields = stand.pages[1]?.fields ?? []
    const typed = {
      [shownName]: 'etals,etals.1.metres',
      'etals.rows': '1',
      'etals.1.metres': 'dix',
    }
    const answers = readAnswers(fields, typed, { nom: 'Sika', qualite: 'person' })
    assert.deepEqual(answers.etals, [{ metres: 'dix' }])
    assert.deepEqual(
      listProblems(stand, answers, facts).map(({ field }) => field),
      ['etals.1.metres'],
    )
  })

  test('d’une question qui n’était pas montrée ne changent pas', () => {
    const fields = stand.pages[0]?.fields ?? []
    const stored = { nom: 'Sika', ifu: '3201234567890' }
    const typed = { [shownName]: 'nom,qualite', nom: 'Afi', ifu: 'forgé' }
    assert.deepEqual(readAnswers(fields, typed, stored), {
      ...{ nom: 'Afi', qualite: '', ifu: '3201234567890' },
    })
  })

  test('ne prennent jamais plus de lignes que le bloc n’en permet', () => {
    const fields = stand.pages[1]?.fields ?? []
    for (const rows of ['9', '-1', 'x', '999999999', '']) {
      const read = readAnswers(fields, { [shownName]: 'etals', 'etals.rows': rows }, {})
      assert.ok((read.etals as readonly Answers[]).length <= 3, rows)
    }
  })

  test('comprennent les nombres, les dates et les coordonnées comme on les écrit', () => {
    const read = (type: SimpleField['type'], typed: Typed) =>
      readAnswers(
        [{ code: 'q', label: 'Q', type, isRequired: true } as SimpleField],
        { ...typed, [shownName]: 'q' },
        {},
      ).q
    assert.equal(read('money', { q: '1 500 F' }), 1500)
    assert.equal(read('date', { q: '3/11/2026' }), '2026-11-03')
    assert.equal(read('phone', { q: '97 00 00 12' }), '+2290197000012')
    assert.equal(read('npi', { q: '1234 567 890' }), '1234567890')
    assert.equal(read('yesNo', { q: 'peut-être' }), null)
    assert.deepEqual(
      read('place', { 'q.landmark': 'Pont', 'q.latitude': '7,97', 'q.longitude': 'x' }),
      {
        ...{ landmark: 'Pont', latitude: 7.97, longitude: 'x' },
      },
    )
    assert.equal(read('file', { q: { name: 'vide.pdf', because: 'empty' } }), null)
  })
})
