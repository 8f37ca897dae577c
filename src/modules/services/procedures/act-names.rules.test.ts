import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { listActNames, readModel, showModel } from './act-names.rules.ts'
import { anyDefinition } from './procedure.fixture.ts'
import type { FormPage } from './procedure.types.ts'

const question = (code: string, label: string) =>
  ({ code, label, type: 'text', isRequired: true }) as const
const page = (...fields: readonly ReturnType<typeof question>[]): FormPage => ({
  code: 'page',
  label: 'Page',
  fields: [...fields],
})

describe('un modèle d’acte', () => {
  const names = listActNames({ pages: [page(question('askerName', 'Nom et prénoms'))] })

  test('se lit et s’écrit avec les mots des questions', () => {
    const kept = 'Accordé à {askerName}, demande {reference}, le {today}.'
    const shown = showModel(kept, names)
    assert.equal(
      shown,
      'Accordé à {Nom et prénoms}, demande {numéro de la demande}, le {date de signature}.',
    )
    assert.deepEqual(readModel(shown, names), { text: kept, unknown: [] })
    assert.equal(readModel('{nom ET prenoms}', names).text, '{askerName}')
  })

  test('dit le mot qui n’est celui d’aucune question', () => {
    assert.deepEqual(readModel('À {Prénom} et {askerName}', names), {
      ...{ text: 'À {Prénom} et {askerName}', unknown: ['Prénom'] },
    })
  })

  test('garde le code de deux questions de mêmes mots', () => {
    const twice = { pages: [page(question('one', 'Nom'), question('two', 'nom'))] }
    const shown = listActNames(twice).map(({ name }) => name)
    assert.ok(shown.includes('one') && shown.includes('two'))
  })

  test('revient toujours à ce qui était gardé', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const all = listActNames(definition)
        const kept = all.map(({ code }) => `{${code}}`).join(' ')
        assert.deepEqual(readModel(showModel(kept, all), all), { text: kept, unknown: [] })
      }),
    )
  })
})
