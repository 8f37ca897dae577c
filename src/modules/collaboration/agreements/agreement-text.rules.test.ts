import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FullAgreement } from './agreement.schema.ts'
import {
  dependsOnDetails,
  fillClause,
  hashAgreement,
  isAgreed,
  toText,
} from './agreement-text.rules.ts'

const names = { commune: 'Glazoué', startup: 'Akwaba Numérique' }
const details = {
  purpose: 'Axi Ticket',
  amount: 4_200_000,
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('la clause dit qui, combien et quand ; ce qui n’est pas connu se voit encore', () => {
  const body = '[startup] fournit [objet] à [commune] pour [montant], du [début] au [fin].'
  assert.equal(
    plain(fillClause(body, details, names)),
    'Akwaba Numérique fournit Axi Ticket à Glazoué pour 4 200 000 FCFA, du 1 décembre 2026 au 30 novembre 2027.'.replace(
      '1 décembre',
      '1er décembre',
    ),
  )
  const early = { ...details, amount: 0, endsOn: null }
  assert.match(fillClause(body, early, names), /pour \[montant\], .* au \[fin\]/)
  assert.equal(fillClause('Voir [annexe]', details, names), 'Voir [annexe]')
})

test('un nom ne peut pas se faire passer pour une autre donnée', () => {
  const hostile = { commune: '[montant]', startup: 'S' }
  assert.equal(fillClause('[commune]', details, hostile), '[montant]')
})

test('l’empreinte change avec le montant, les dates ou un mot d’une clause', () => {
  const full = (amount: number, body: string) =>
    ({
      agreement: { ...details, amount, reference: 'CNV-2026-0001', title: 'T' },
      clauses: [{ key: 'price', title: 'Prix', body }],
    }) as unknown as FullAgreement
  const text = hashAgreement(full(10, 'Le prix est de [montant].'), names)
  assert.equal(hashAgreement(full(10, 'Le prix est de [montant].'), names), text)
  assert.notEqual(hashAgreement(full(11, 'Le prix est de [montant].'), names), text)
  assert.notEqual(hashAgreement(full(10, 'Le prix est fixé à [montant].'), names), text)
})

test('une clause retirée n’est plus du texte', () => {
  const clauses = [
    { key: 'price', title: 'Prix', body: 'Ferme.' },
    { key: 'local-employment', title: 'Emploi local', body: 'Un stagiaire.', isRemoved: true },
  ]
  const full = { agreement: details, clauses } as unknown as FullAgreement
  assert.deepEqual(
    toText(full, names).map(({ key }) => key),
    ['price'],
  )
})

test('changer le montant rouvre les clauses qui le disent, et elles seules', () => {
  assert.equal(dependsOnDetails({ body: 'Le prix est de [montant].' }), true)
  assert.equal(dependsOnDetails({ body: 'Les données de [commune] lui appartiennent.' }), false)
})

test('une clause est acquise quand les deux parties l’ont dite bonne', () => {
  const at = new Date(0)
  assert.equal(isAgreed({ communeAgreedAt: at, startupAgreedAt: at }), true)
  assert.equal(isAgreed({ communeAgreedAt: at, startupAgreedAt: null }), false)
})
