import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { brands, brandsLikeWords, patterns } from './wording.lists.ts'
import { type CheckedField, checkNeedWording } from './wording.rules.ts'

const blank = {
  title: '',
  problem: '',
  currentSituation: '',
  beneficiaries: '',
  expectedOutcome: '',
  otherConstraints: '',
}
const checkIn = (field: CheckedField, text: string, productNames: string[] = []) =>
  checkNeedWording({ ...blank, [field]: text }, { productNames })
const check = (text: string, productNames?: string[]) => checkIn('problem', text, productNames)
const excerpts = (text: string, productNames?: string[]) =>
  check(text, productNames).map(({ excerpt }) => excerpt)
const kinds = (text: string) => check(text).map(({ kind }) => kind)

describe('Nommer un produit', () => {
  test('se signale, quelle que soit la casse, mais pas dans un autre mot', () => {
    assert.deepEqual(excerpts('Il faut des PC Dell et WINDOWS.'), ['Dell', 'WINDOWS'])
    assert.deepEqual(excerpts('Le modèle sapiens, le php et la hache'), [])
  })

  test('se signale en entier, une seule fois', () => {
    assert.deepEqual(excerpts('Un compte Google Drive et Microsoft\u00a0365'), [
      'Google Drive',
      'Microsoft\u00a0365',
    ])
  })

  test('une marque qui est aussi un mot demande une capitale', () => {
    assert.deepEqual(excerpts('La sage-femme fait un zoom.'), [])
    assert.deepEqual(excerpts('La compta est sur Sage, les réunions sur Zoom.'), ['Sage', 'Zoom'])
    assert.deepEqual(excerpts('Sage est une qualité.'), [])
  })

  test('vaut pour les noms du catalogue, accents ou non, sans leur parenthèse', () => {
    assert.deepEqual(excerpts('Nous pensons à Tickèt Marché.', ['Ticket Marché']), [
      'Tickèt Marché',
    ])
    assert.deepEqual(excerpts('Confier cela à Zem Data.', ['Zem Data (démo)']), ['Zem Data'])
    assert.deepEqual(excerpts('Axi Ticket fait cela.', ['Axi Ticket']), ['Axi Ticket'])
  })

  test('mais un mot ordinaire reste un mot, même si une solution s’appelle ainsi', () => {
    const names = ['Couloir', 'Point d’Eau', 'Salle Libre']
    assert.deepEqual(excerpts('Un point d’eau au bout du couloir.', names), [])
    assert.deepEqual(excerpts('Points d’eau en panne : une salle libre.', names), [])
    assert.deepEqual(excerpts('Prendre Point d’Eau ou Couloir.', names), ['Point d’Eau', 'Couloir'])
  })

  test('« ou équivalent » adoucit le signalement', () => {
    const [plain] = check('Un tableur Excel.')
    const [softened] = check('Un tableur Excel, ou équivalent.')
    assert.match(plain?.message ?? '', /écarte ses concurrents/)
    assert.match(softened?.message ?? '', /laisse une place/)
    assert.match(check('Excel pour les uns. Ou équivalent ?')[0]?.message ?? '', /écarte/)
  })

  test('se comprend quand on dit ce que l’on utilise aujourd’hui', () => {
    const text = 'Nous tenons un fichier Excel sur un PC Dell.'
    assert.deepEqual(checkIn('currentSituation', text), [])
    assert.equal(checkIn('otherConstraints', text).length, 2)
  })
})

describe('Discriminer se signale', () => {
  for (const text of [
    'Uniquement les entreprises du département',
    'Réservé aux startups labellisées',
    'Des prestataires de Glazoué seulement',
    'À l’exclusion des entreprises étrangères',
    'Un fournisseur unique',
    'Des entreprises de nationalité béninoise',
    'Un prestataire domicilié dans la commune',
    'Réalisé par une entreprise locale',
    'Justifier d’au moins cinq ans d’expérience',
    'Avoir 5 années d’existence',
    'Une expérience minimale de 10 ans',
    'Un chiffre d’affaires de 50 millions',
    'Justifier de son chiffre d’affaires',
    'Ayant déjà travaillé avec la commune',
    'Avoir déjà livré des logiciels à notre mairie',
    'Agents de sexe masculin',
    'Des formateurs de religion chrétienne',
    'Des femmes uniquement',
  ]) {
    test(text, () => assert.ok(kinds(text).includes('discrimination'), String(kinds(text))))
  }
})

describe('Rien ne se signale', () => {
  for (const text of [
    'Les tickets du marché sont vendus à la main : une partie des recettes se perd et personne ne connaît le total du jour.',
    'Les entreprises de la commune ne paient pas toutes la patente.',
    'La taxe suit le chiffre d’affaires des commerçants.',
    'Accueillir chacun sans distinction de sexe, d’ethnie ou de religion.',
    'Le marché moderne compte 400 places.',
    'Les registres existent depuis trente ans.',
    'Le travail se fait exclusivement sur papier.',
  ]) {
    test(text, () => assert.deepEqual(kinds(text), []))
  }
})

describe('L’outil avant le problème se signale', () => {
  for (const text of [
    'Nous voulons une application.',
    'Acquisition d’un logiciel de gestion',
    'Mise en place de la plateforme',
    'La commune a besoin d’un site web',
    'Développer notre système d’information',
  ]) {
    test(text, () => assert.deepEqual(kinds(text), ['solutionFirst']))
  }
  test('mais pas de dire que l’on en a déjà un', () => {
    assert.deepEqual(kinds('L’application actuelle tombe en panne chaque semaine.'), [])
  })
})

test('les mots qui ne se vérifient pas se signalent', () => {
  assert.deepEqual(excerpts('Un outil performant, intuitif, de dernière génération, etc.'), [
    'performant',
    'intuitif',
    'dernière génération',
    'etc',
  ])
})

test('chaque signalement dit pourquoi, et que faire', () => {
  for (const { message, suggestion } of patterns) {
    assert.match(message, /\.$/)
    assert.match(suggestion, /\.$/)
  }
})

test('les listes sont sans accents ni capitales, chaque nom une fois', () => {
  const all = [...brands, ...brandsLikeWords]
  assert.equal(new Set(all).size, all.length)
  for (const name of all) assert.match(name, /^[a-z0-9][a-z0-9 -]*$/)
})

test('un long catalogue et de longs textes se relisent sans attendre', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `Solution Numéro ${index}`)
  const text = 'Acheter une solution numéro 12 exclusivement, avec ou sans entreprise. '.repeat(55)
  const need = { ...blank, title: text, problem: text, expectedOutcome: text }
  const before = process.cpuUsage()
  checkNeedWording(need, { productNames: names })
  const { user, system } = process.cpuUsage(before)
  assert.ok((user + system) / 1000 < 1000, `${(user + system) / 1000} ms`)
})

const pieces = fc.array(
  fc.constantFrom(
    ...[
      'é',
      'Œ',
      'Dell',
      ' ',
      'ﬁ',
      '👩🏾‍🌾',
      'e\u0301',
      'uniquement les entreprises',
      'İ',
      'etc',
      '’',
    ],
    ...['windows', 'x', '. ', 'Éclat', 'acheter un logiciel', '\u00a0', 'SAP', 'ou équivalent'],
  ),
  { maxLength: 14 },
)

test('les positions désignent toujours l’extrait dans le texte tapé, dans l’ordre', () => {
  fc.assert(
    fc.property(pieces, (words) => {
      const text = words.join('')
      const warnings = check(text, ['Éclat'])
      for (const { start, end, excerpt } of warnings) {
        assert.equal(text.slice(start, end), excerpt)
        assert.ok(end > start)
      }
      const starts = warnings.map(({ start }) => start)
      assert.deepEqual(
        starts,
        starts.toSorted((a, b) => a - b),
      )
    }),
  )
})
