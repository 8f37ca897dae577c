import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkDefinition } from './check-definition.rules.ts'
import { compareDefinitions } from './compare-definitions.rules.ts'
import { readProcedure, writeProcedure } from './definition.schema.ts'
import { listDependents } from './find-field.rules.ts'
import { anyDefinition, stand } from './procedure.fixture.ts'
import type { Condition, Definition, Field } from './procedure.types.ts'

const [qui, quoi] = stand.pages as [Definition['pages'][0], Definition['pages'][0]]
const withFields = (fields: readonly Field[], more: Partial<Definition> = {}): Definition => ({
  ...stand,
  fee: { kind: 'free' },
  routing: { department: 'Guichet', exceptions: [] },
  pages: [{ ...qui, fields }],
  ...more,
})
const text = (code: string, when?: Condition): Field => ({
  code,
  label: code,
  type: 'text',
  isRequired: false,
  when,
})
const messages = (definition: Definition) =>
  checkDefinition(definition).map(({ message }) => message)

describe('une démarche se tient', () => {
  test('quand rien n’y manque', () => {
    assert.deepEqual(checkDefinition(stand), [])
    fc.assert(fc.property(anyDefinition, (one) => assert.deepEqual(checkDefinition(one), [])))
  })

  test('chaque code ne sert qu’une fois, blocs compris', () => {
    assert.deepEqual(messages(withFields([text('a'), text('a')])), ['Le code « a » sert deux fois'])
    const block = { ...quoi.fields[0], code: 'b' } as Field
    assert.deepEqual(messages(withFields([text('metres'), block])), [
      'Le code « metres » sert deux fois',
    ])
  })

  test('une condition ne lit que ce qui précède : ni elle-même, ni la suite, donc pas de cercle', () => {
    const reads = (field: string): Condition => ({ op: 'answered', field })
    for (const field of ['a', 'b', 'absent'])
      assert.match(
        messages(withFields([text('a', reads(field)), text('b')]))[0] ?? '',
        /placée avant/,
      )
    const later = { ...text('b'), label: 'Le mètre carré' }
    assert.match(
      messages(withFields([text('a', reads('b')), later]))[0] ?? '',
      /« Le mètre carré »/,
    )
    const circle = [text('a', reads('b')), text('b', reads('a'))]
    assert.equal(messages(withFields(circle)).length, 1)
  })

  test('une condition convient au type et aux réponses de la question', () => {
    const [name, quality] = qui.fields.slice(1, 3) as [Field, Field]
    const after = (when: Condition) =>
      messages(withFields([name, quality, text('z', when)]))[0] ?? ''
    assert.match(after({ op: 'atLeast', field: 'nom', value: 2 }), /ne convient pas/)
    assert.match(
      after({ op: 'chosen', field: 'qualite', values: ['ong'] }),
      /n’est pas une réponse/,
    )
    assert.match(after({ op: 'all', of: [] }), /ne contient rien/)
  })

  test('il faut une question, des réponses à choisir, un tarif qui se compte', () => {
    const title: Field = { code: 't', label: 'Titre', type: 'title' }
    assert.deepEqual(messages(withFields([title])), ['La démarche ne pose aucune question'])
    const choice: Field = { code: 'c', label: 'C', type: 'choice', isRequired: true, choices: [] }
    assert.deepEqual(messages(withFields([choice])), ['Proposez au moins une réponse'])
    const fee = { kind: 'tariffs', lines: [{ tariff: 'Étal', times: 'a' }] } as const
    assert.match(messages(withFields([text('a')], { fee }))[0] ?? '', /n’est pas un nombre/)
  })

  test('un choix dépendant suit un choix, et n’en invente pas les réponses', () => {
    const dependent = (dependsOn: string): Field => ({
      ...{ code: 'd', label: 'D', type: 'dependentChoice', isRequired: true, dependsOn },
      choices: { person: [{ value: 'x', label: 'X' }], ong: [{ value: 'y', label: 'Y' }] },
    })
    const quality = qui.fields[2] as Field
    assert.deepEqual(messages(withFields([quality, dependent('qualite')])), [
      '« ong » n’est pas une réponse de « qualite »',
    ])
    assert.match(messages(withFields([dependent('qualite'), quality]))[0] ?? '', /placé avant/)
  })

  test('on sait ce qui tomberait avec une question', () => {
    assert.deepEqual(listDependents(stand, 'qualite'), ['ifu'])
    assert.deepEqual(listDependents(stand, 'metres'), ['motif'])
    assert.deepEqual(listDependents(stand, 'nom'), [])
  })
})

describe('une démarche voyage en JSON', () => {
  test('et revient la même', () => {
    for (const one of [stand])
      assert.deepEqual(readProcedure(writeProcedure(one)), { ok: true, definition: one })
    fc.assert(
      fc.property(anyDefinition, (one) => {
        const read = readProcedure(writeProcedure(one))
        assert.ok(read.ok, JSON.stringify(read))
        assert.deepEqual(read.definition, JSON.parse(JSON.stringify(one)))
        assert.deepEqual(compareDefinitions(one, read.definition), [])
      }),
    )
  })

  test('un fichier qui n’en est pas une est refusé en disant où', () => {
    const refuses = (json: string, message: RegExp) => {
      const read = readProcedure(json)
      assert.ok(!read.ok)
      assert.match(read.problems.join('\n'), message)
    }
    refuses('{', /JSON lisible/)
    refuses('[]', /./)
    refuses('{"format":"autre","version":1}', /n’est pas une démarche/)
    refuses(writeProcedure(stand).replace('"op": "atLeast"', '"op": "eval"'), /pages\.1\.fields\.0/)
    refuses(
      writeProcedure(stand).replace('"code": "nom"', '"code": "__proto__"'),
      /Un code commence/,
    )
    refuses(`${'['.repeat(5000)}${']'.repeat(5000)}`, /imbriqué/)
    refuses(' '.repeat(400_001), /trop long/)
  })

  test('sans texte qui le dise, le silence ne vaut rien', () => {
    const tacit = {
      ...stand,
      timeLimit: { days: 25, source: null, silence: { means: 'accepted' } },
    }
    assert.ok(!readProcedure(writeProcedure(tacit as Definition)).ok)
  })
})

describe('deux versions se comparent', () => {
  const kinds = (after: Definition) =>
    compareDefinitions(stand, after).map(({ kind, code, parts }) =>
      [kind, code, ...parts].join(' '),
    )
  const withPage = (fields: readonly Field[]) => ({ ...stand, pages: [{ ...qui, fields }, quoi] })

  test('la même ne diffère en rien, dans quelque ordre que ses parties soient écrites', () => {
    const reversed = Object.fromEntries(Object.entries(stand).reverse()) as unknown as Definition
    assert.deepEqual(compareDefinitions(stand, reversed), [])
  })

  test('ajouter, retirer, modifier se disent par leur nom', () => {
    assert.deepEqual(kinds(withPage([...qui.fields, text('z')])), ['added z'])
    assert.deepEqual(kinds(withPage(qui.fields.slice(1))), ['removed accueil'])
    const renamed = qui.fields.map((one) =>
      one.code === 'nom' ? { ...one, label: 'Prénom' } : one,
    )
    assert.deepEqual(kinds(withPage(renamed)), ['changed nom label'])
    assert.deepEqual(kinds({ ...stand, timeLimit: null }), ['changed timeLimit timeLimit'])
  })

  test('déplacer une question n’en déplace qu’une', () => {
    const [first, ...rest] = qui.fields as [Field, ...Field[]]
    assert.deepEqual(kinds(withPage([...rest, first])), ['moved accueil'])
    const elsewhere = [
      { ...qui, fields: rest },
      { ...quoi, fields: [...quoi.fields, first] },
    ]
    assert.deepEqual(kinds({ ...stand, pages: elsewhere }), ['moved accueil'])
    assert.deepEqual(kinds({ ...stand, pages: [quoi, qui] }), ['moved qui'])
  })

  test('ce qui est ajouté dans un sens est retiré dans l’autre', () => {
    const codes = (changes: ReturnType<typeof compareDefinitions>, kind: string) =>
      changes
        .filter((change) => change.kind === kind)
        .map(({ code }) => code)
        .sort()
    fc.assert(
      fc.property(anyDefinition, anyDefinition, (a, b) => {
        assert.deepEqual(
          codes(compareDefinitions(a, b), 'added'),
          codes(compareDefinitions(b, a), 'removed'),
        )
      }),
    )
  })
})
