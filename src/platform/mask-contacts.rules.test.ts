import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { maskContacts, maskedAddress, maskedNumber } from './mask-contacts.rules.ts'

describe('ce que tout le monde lit ne dit pas comment joindre quelqu’un', () => {
  test('un numéro est masqué, comment qu’il soit écrit', () => {
    for (const number of [
      '01 97 00 00 01',
      '0197000001',
      '+229 01 97 00 00 01',
      '00229 01.97.00.00.01',
      '97-00-00-01',
      '97 00 00 01',
      '(229) 97000001',
      '97/00/00/01',
      '０１９７０００００１',
      '01 97 00 – 00 01',
    ])
      assert.equal(maskContacts(`Appelez le ${number} vite`), `Appelez le ${maskedNumber} vite`)
  })

  test('une adresse est masquée, même déguisée', () => {
    for (const address of [
      'afi@exemple.bj',
      'afi.specimen+1@mairie.exemple.bj',
      'afi (at) exemple.bj',
      'afi[arobase]exemple.bj',
      'afi arobase exemple.bj',
    ])
      assert.equal(maskContacts(`Écrivez à ${address} !`), `Écrivez à ${maskedAddress} !`)
  })

  test('un jour, une heure, une distance restent', () => {
    for (const text of [
      'Depuis le 12/11/2026 à 14:30',
      'Depuis le 2026-11-12',
      'À 1 200 m de la borne 27',
      'Cassé depuis 2024, 3 motos tombées',
    ])
      assert.equal(maskContacts(text), text)
  })

  test('aucun numéro du Bénin ne passe, quels que soient les séparateurs et ce qui l’entoure', () => {
    const separator = fc.constantFrom('', ' ', '.', '-', '/', ' - ', '\u00a0', '\u202f', '_')
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 4 }),
        separator,
        fc.boolean(),
        fc.constantFrom('', 'Tél:', 'au ', 'x', '('),
        (pairs, between, isOld, before) => {
          const groups = pairs.map((pair) => String(pair).padStart(2, '0'))
          const number = [...(isOld ? [] : ['01']), ...groups].join(between)
          const digits = number.replace(/\D/g, '')
          const shown = maskContacts(`${before}${number} merci`).replace(/\D/g, '')
          assert.ok(!shown.includes(digits), number)
        },
      ),
    )
  })

  test('ce qui est masqué le reste : masquer de nouveau ne change rien', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const once = maskContacts(text)
        assert.equal(maskContacts(once), once)
      }),
    )
  })
})
