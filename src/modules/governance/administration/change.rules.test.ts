import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { ReferenceList } from '#platform/reference-list.ts'
import { fields } from '#platform/web.ts'
import { chooseDay, findChangeFaults } from './change.rules.ts'
import { listDifferences, sayValue, stateOf } from './content.rules.ts'

const list: Pick<ReferenceList, 'fields' | 'mayGrow' | 'mayEnd'> = {
  fields: {
    label: { label: 'Intitulé', kind: 'text', input: fields.text() },
    ceiling: {
      label: 'Plafond',
      kind: 'money',
      empty: 'Sans borne',
      input: fields.optionalMoney(),
    },
    delay: { label: 'Délai', kind: 'days', input: fields.optionalInteger(1, 365) },
    isSure: { label: 'Confirmé', kind: 'box', input: fields.checkbox() },
    section: {
      ...{ label: 'Section', kind: 'choice', options: { running: 'Fonctionnement' } },
      input: fields.optionalChoice(['running']),
    },
  },
  mayGrow: true,
  mayEnd: () => true,
}
const content = { label: 'Logiciels', ceiling: null, delay: 15, isSure: false, section: null }
const entry = { key: 'logiciels', content, validUntil: null, validFrom: '2026-01-10' }
const today = '2026-03-01'
const revised = { kind: 'revise', content: { ...content, delay: 20 } } as const

describe('Un changement de référentiel', () => {
  test('ne vaut ni pour le passé, ni pour le jour où commence ce qui est en vigueur', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const day = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
        const faults = findChangeFaults(list, { ...revised, takesEffectOn: day }, entry, today)
        assert.equal('takesEffectOn' in faults, day < today)
      }),
    )
    const since = { ...entry, validFrom: today }
    const faults = findChangeFaults(list, { ...revised, takesEffectOn: today }, since, today)
    assert.match(faults.takesEffectOn ?? '', /commence le 1er mars 2026/)
  })

  test('n’ajoute pas un code pris, ne touche pas ce qui a pris fin', () => {
    const at = { takesEffectOn: today }
    const add = { kind: 'add', content, ...at } as const
    assert.deepEqual(Object.keys(findChangeFaults(list, add, entry, today)), ['key'])
    assert.deepEqual(findChangeFaults(list, add, undefined, today), {})
    const ended = { ...entry, validUntil: '2026-02-01' }
    assert.match(findChangeFaults(list, { ...revised, ...at }, ended, today).form ?? '', /pris fin/)
    const end = { kind: 'end', content: null, ...at } as const
    assert.match(
      findChangeFaults({ ...list, mayEnd: () => false }, end, entry, today).form ?? '',
      /ne peut pas/,
    )
  })

  test('approuvé en retard, il vaut du jour où il l’est', () => {
    assert.deepEqual(
      [chooseDay('2026-02-01', today), chooseDay('2026-04-01', today)],
      [today, '2026-04-01'],
    )
  })
})

test('les différences se disent en mots, champ par champ', () => {
  const after = { ...content, ceiling: 4_000_000, isSure: true, section: 'running' }
  assert.deepEqual(
    listDifferences(list.fields, content, after).map(({ name, before, after: now }) => [
      name,
      before,
      now.replace(/\s/g, ' '),
    ]),
    [
      ['ceiling', 'Sans borne', '4 000 000 FCFA'],
      ['isSure', 'non', 'oui'],
      ['section', 'Non renseigné', 'Fonctionnement'],
    ],
  )
  assert.deepEqual(listDifferences(list.fields, content, content), [])
  assert.equal(sayValue({ ...list.fields.delay, kind: 'days' } as never, 1), '1 jour')
})

test('une entrée est à venir, en vigueur jusqu’à son dernier jour, puis finie', () => {
  const of = (validFrom: string | null, validUntil: string | null) =>
    stateOf({ validFrom, validUntil }, today)
  assert.deepEqual(
    [of('2026-03-02', null), of(today, today), of(null, null), of(null, '2026-02-28')],
    ['toCome', 'inForce', 'inForce', 'ended'],
  )
})
