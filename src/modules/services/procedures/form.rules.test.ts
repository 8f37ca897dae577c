import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkAnswer } from './answer.rules.ts'
import { isComplete, keepVisible, listProblems } from './check-form.rules.ts'
import { anyAnswers, anyDefinition, facts, stand } from './procedure.fixture.ts'
import type { Answer, Answers, SimpleField } from './procedure.types.ts'
import { walkForm } from './visible.rules.ts'

const person: Answers = { nom: 'Awa', qualite: 'person', etals: [{ metres: 2 }] }
const shown = (answers: Answers) =>
  walkForm(stand, answers).pages.flatMap(({ fields }) => fields.map(({ code }) => code))
const wrong = (answers: Answers) =>
  Object.fromEntries(
    listProblems(stand, answers, facts).map(({ field, message }) => [field, message]),
  )

describe('ce qui est demandé', () => {
  test('dépend des réponses déjà données', () => {
    assert.deepEqual(shown(person), ['accueil', 'nom', 'qualite', 'etals'])
    assert.deepEqual(shown({ ...person, qualite: 'company' }).slice(3), ['ifu', 'etals'])
  })

  test('une réponse devenue cachée ne commande plus rien', () => {
    const changed = { ...person, ifu: '1234567890123', effectif: 4 }
    assert.deepEqual(shown(changed), ['accueil', 'nom', 'qualite', 'etals'])
    assert.deepEqual(keepVisible(stand, changed), person)
  })

  test('chaque ligne d’un bloc a ses propres conditions, et nomme son champ', () => {
    const answers = {
      ...person,
      etals: [{ metres: 2 }, { metres: 12 }, { metres: 99, motif: 'x' }],
    }
    assert.deepEqual(wrong(answers), {
      'etals.2.motif': 'Remplissez ce champ',
      'etals.3.metres': 'Indiquez un nombre entier, 20 au plus',
    })
  })

  test('un bloc a un nombre de lignes', () => {
    assert.deepEqual(wrong({ ...person, etals: [] }), { etals: 'Remplissez-en 1 au moins' })
    const four = Array.from({ length: 4 }, () => ({ metres: 1 }))
    assert.deepEqual(wrong({ ...person, etals: four }), { etals: 'Limitez-vous à 3' })
  })
})

describe('pour toute démarche et toutes réponses', () => {
  const check = (property: (definition: typeof stand, answers: Answers) => void) =>
    fc.assert(fc.property(anyDefinition, anyAnswers, property))

  test('un champ caché n’arrête jamais personne', () => {
    check((definition, answers) => {
      const { pages } = walkForm(definition, answers)
      const visible = new Set(pages.flatMap(({ fields }) => fields.map(({ code }) => code)))
      for (const { field } of listProblems(definition, answers, facts))
        assert.ok(visible.has(field))
    })
  })

  test('ce qui n’est pas visible ne change rien au reste', () => {
    check((definition, answers) => {
      const { seen } = walkForm(definition, answers)
      const emptied = Object.fromEntries(
        Object.entries(answers).filter(([code]) => Object.hasOwn(seen, code)),
      )
      assert.deepEqual(walkForm(definition, emptied), walkForm(definition, answers))
      assert.deepEqual(walkForm(definition, seen).seen, seen)
    })
  })

  test('le même formulaire donne toujours le même résultat, et ne touche à rien', () => {
    check((definition, answers) => {
      const before = JSON.stringify([definition, answers])
      assert.deepEqual(
        listProblems(definition, answers, facts),
        listProblems(definition, answers, facts),
      )
      assert.equal(JSON.stringify([definition, answers]), before)
    })
  })

  test('sans réponse, il manque exactement ce qui est visible et obligatoire', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const required = walkForm(definition, {})
          .pages.flatMap(({ fields }) => fields as SimpleField[])
          .filter(({ isRequired }) => isRequired)
        assert.deepEqual(
          listProblems(definition, {}, facts).map(({ field }) => field),
          required.map(({ code }) => code),
        )
        assert.equal(isComplete(definition, {}, facts), required.length === 0)
      }),
    )
  })
})

describe('une réponse', () => {
  const field = (own: object) =>
    ({ code: 'x', label: 'X', isRequired: true, ...own }) as SimpleField
  const says = (own: object, answer: unknown, seen: Answers = {}) =>
    checkAnswer(field(own), answer as Answer, { facts, seen })
  const file = { name: 'plan', sha256: 'a', sizeBytes: 1000, mediaType: 'application/pdf' }

  test('est acceptée telle que la personne la donne', () => {
    const good: [object, unknown][] = [
      [{ type: 'text' }, 'Awa'],
      [{ type: 'money' }, 0],
      [{ type: 'number', min: -5 }, -5],
      [{ type: 'date', period: 'past' }, facts.today],
      [{ type: 'date', period: 'future' }, facts.today],
      [{ type: 'phone' }, '+2290197000000'],
      [{ type: 'email' }, 'mairie@glazoue.bj'],
      [{ type: 'npi' }, '1234567890'],
      [{ type: 'yesNo' }, false],
      [{ type: 'commune' }, 'glazoue'],
      [{ type: 'address' }, { arrondissement: 'Kpakpaza', quartier: 'Centre', details: '' }],
      [{ type: 'file' }, file],
      [{ type: 'photo' }, { ...file, mediaType: 'image/jpeg' }],
      [{ type: 'signature' }, { name: 'Awa', stroke: 'M1,2L3,4' }],
      [{ type: 'place' }, { landmark: 'Derrière le marché', latitude: null, longitude: null }],
      [{ type: 'place' }, { landmark: '', latitude: 7.97, longitude: 2.24 }],
    ]
    for (const [own, answer] of good)
      assert.equal(says(own, answer), undefined, JSON.stringify(own))
  })

  test('est refusée avec ce qu’il faut faire', () => {
    const bad: [object, unknown, RegExp][] = [
      [{ type: 'text', maxLength: 3 }, 'quatre', /Limitez ce texte à 3/],
      [{ type: 'money' }, -1, /0 au moins/],
      [{ type: 'number' }, 1.5, /entier/],
      [{ type: 'number' }, 'douze', /en chiffres/],
      [{ type: 'date' }, '2026-02-30', /qui existe/],
      [{ type: 'date', period: 'past' }, '2026-11-27', /pas encore passée/],
      [{ type: 'date', period: 'future' }, '2026-11-25', /déjà passée/],
      [{ type: 'phone' }, '97 00', /01 97 00 00 00/],
      [{ type: 'email' }, 'mairie@', /adresse électronique valable/],
      [{ type: 'npi' }, '12345', /10 chiffres/],
      [{ type: 'commune' }, 'lome', /proposées/],
      [{ type: 'address' }, { arrondissement: 'Ailleurs', quartier: 'x' }, /arrondissement/],
      [{ type: 'file' }, { ...file, mediaType: 'image/svg+xml' }, /PDF, JPEG ou PNG/],
      [{ type: 'photo' }, file, /pas une photo/],
      [{ type: 'file', maxMegabytes: 1 }, { ...file, sizeBytes: 1_000_001 }, /1 Mo au plus/],
      [{ type: 'signature' }, { name: 'Awa', stroke: '<script>' }, /signez de nouveau/],
      [{ type: 'place' }, { landmark: '', latitude: 48.8, longitude: 2.3 }, /pas au Bénin/],
    ]
    for (const [own, answer, message] of bad) assert.match(says(own, answer) ?? '', message)
  })

  test('d’un choix est parmi ce qui est proposé, une seule fois', () => {
    const choices = [{ value: 'a', label: 'A' }]
    assert.equal(says({ type: 'multipleChoice', choices }, ['a']), undefined)
    assert.match(says({ type: 'multipleChoice', choices }, ['a', 'a']) ?? '', /proposées/)
    assert.match(says({ type: 'choice', choices }, 'constructor') ?? '', /proposées/)
    const dependent = { type: 'dependentChoice', dependsOn: 'y', choices: { a: choices } }
    assert.equal(says(dependent, 'a', { y: 'a' }), undefined)
    assert.match(says(dependent, 'a', { y: 'toString' }) ?? '', /proposées/)
  })
})
