import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import library from './action-library.json' with { type: 'json' }
import arrondissements from './arrondissements.json' with { type: 'json' }
import communes from './communes.json' with { type: 'json' }
import departments from './departments.json' with { type: 'json' }
import domains from './domains.json' with { type: 'json' }
import modelLetter from './model-letter.json' with { type: 'json' }
import services from './municipal-services.json' with { type: 'json' }

test('le Bénin a 12 départements et 77 communes, recensées en 2013', () => {
  assert.equal(departments.rows.length, 12)
  assert.equal(communes.rows.length, 77)
  assert.equal(
    communes.rows.reduce((sum, commune) => sum + commune.population, 0),
    10_008_749,
  )
})

test('quatre communes à statut particulier, dix-neuf intermédiaires, cinquante-quatre ordinaires', () => {
  const count = (category: string) =>
    communes.rows.filter((commune) => commune.category === category).length
  assert.deepEqual(['particulier', 'intermediaire', 'ordinaire'].map(count), [4, 19, 54])
})

test('chaque commune a son identifiant, son adresse et son département', () => {
  const codes = new Set(departments.rows.map((department) => department.code))
  assert.equal(new Set(communes.rows.map((commune) => commune.id)).size, 77)
  assert.equal(new Set(communes.rows.map((commune) => commune.slug)).size, 77)
  assert.ok(communes.rows.every((commune) => codes.has(commune.departmentCode)))
})

test('Sèmè se trouve sous ses deux orthographes', () => {
  const seme = communes.rows.find((commune) => commune.slug === 'seme-kpodji')
  assert.deepEqual(seme?.aliases, ['Sèmè-Podji'])
})

test('les 546 arrondissements appartiennent à des communes, et leur nombre est celui de la commune', () => {
  assert.equal(arrondissements.rows.length, 546)
  for (const commune of communes.rows) {
    const own = arrondissements.rows.filter(([, code]) => code === commune.code)
    assert.equal(own.length, commune.arrondissements, commune.name)
  }
})

test('chaque action type relève de domaines connus : le besoin qu’elle devient les reprend', () => {
  const known = new Set(domains.rows.map(({ code }) => code))
  for (const { code, domains: own } of library.rows) {
    assert.ok(own.length > 0, code)
    assert.ok(
      own.every((domain) => known.has(domain)),
      code,
    )
  }
})

test('chaque action type relève d’un service que la lettre modèle connaît : un service n’a qu’un nom, et qu’un plafond', () => {
  const known = new Set([...modelLetter.departments, 'Bureaux d’arrondissement'])
  assert.deepEqual(
    library.rows.filter(({ department }) => !known.has(department)).map(({ code }) => code),
    [],
  )
})

test('chaque service relève d’un domaine connu', () => {
  const codes = new Set(domains.rows.map((domain) => domain.code))
  assert.ok(services.rows.every((service) => codes.has(service.domainCode)))
  assert.equal(new Set(services.rows.map((service) => service.code)).size, services.rows.length)
})

const shared = '../shared/data/communes.csv'

test('les communes sont celles du fichier de référence partagé', {
  skip: !existsSync(shared) && `${shared} est absent : non vérifié`,
}, () => {
  const [, ...lines] = readFileSync(shared, 'utf8').trim().split('\n')
  assert.deepEqual(
    lines.map((line) => line.split(',').slice(0, 2).join(' ')),
    communes.rows.map(({ code, name }) => `${code} ${name}`),
  )
})
