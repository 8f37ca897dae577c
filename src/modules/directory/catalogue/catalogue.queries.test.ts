/** Searching the catalogue of the demonstration world, on a real PostgreSQL. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { pageSize, searchCatalogue } from './catalogue.queries.ts'
import { listCatalogueEntries } from './catalogue-entry.queries.ts'
import { facetNames, readSearch } from './catalogue-query.rules.ts'
import { sorts } from './cursor.rules.ts'
import { refreshCatalogue } from './refresh-catalogue.ts'

let database: TestDatabase

before(async () => {
  database = await useDatabase({ demo: true })
})
after(() => database.close())

type Query = Parameters<typeof readSearch>[0]
const search = (query: Query) => searchCatalogue(database.db, readSearch(query))
const findSlugs = async (query: Query) => (await search(query)).entries.map(({ slug }) => slug)

describe('Les mots cherchés', () => {
  test('se trouvent avec ou sans accents, au singulier ou au pluriel', async () => {
    const exact = await findSlugs({ q: 'déchets' })
    assert.ok(exact.includes('tournee-propre'))
    assert.deepEqual(await findSlugs({ q: 'dechet' }), exact)
  })

  test('sont corrigés quand ils sont mal écrits, et la correction est dite', async () => {
    const { understood, entries } = await search({ q: 'dehcets' })
    assert.equal(understood.reading, 'corrected')
    assert.equal(understood.words, 'déchets')
    assert.ok(entries.some(({ slug }) => slug === 'tournee-propre'))
  })

  test('se trouvent par leur commencement', async () => {
    const { understood, entries } = await search({ q: 'délib' })
    assert.equal(understood.reading, 'begun')
    assert.ok(entries.some(({ slug }) => slug === 'conseil-ouvert'))
  })

  test('qui ne vont pas ensemble montrent ce qui en contient un', async () => {
    const { understood, entries } = await search({ q: 'cimetière inondations' })
    assert.equal(understood.reading, 'some')
    assert.ok(entries.length > 0)
  })

  test('inconnus ne trouvent rien, et aucun signe ne fait échouer la recherche', async () => {
    assert.deepEqual(await findSlugs({ q: 'xyzzyx' }), [])
    for (const q of ["l'", '"', '((', ':*', '& | !', "' or 1=1 --", '\\', 'de la', '-', '%'])
      await search({ q })
  })

  test('du nom pèsent plus que ceux de la description', async () => {
    assert.equal((await findSlugs({ q: 'tournée propre' }))[0], 'tournee-propre')
  })
})

describe('Les facettes', () => {
  const choices: Query[] = [
    {},
    { q: 'marché' },
    { domaine: 'markets' },
    { domaine: ['markets', 'waste'], connexion: '2g' },
    { atout: ['hors-ligne'], cout: 'petit', langue: 'fr' },
  ]

  test('annoncent ce que chaque choix laisserait vraiment', async () => {
    for (const query of choices) {
      const { counts } = await search(query)
      for (const name of facetNames) {
        for (const [value, count] of counts.of[name]) {
          const others = name === 'atout' ? [query[name] ?? []].flat() : []
          const chosen = await search({ ...query, [name]: [...new Set([...others, value])] })
          assert.equal(chosen.counts.total, count, `${JSON.stringify(query)} + ${name}=${value}`)
        }
      }
    }
  })

  test('la connexion dont on dispose suffit à ce qui demande moins', async () => {
    const { entries } = await search({ connexion: '2g' })
    assert.ok(entries.length > 0)
    assert.ok(entries.every(({ minConnectivity }) => ['none', '2g'].includes(minConnectivity)))
  })
})

test('les pages se suivent sans perdre ni répéter de solution, et reviennent en arrière', async () => {
  for (const tri of sorts) {
    const query =
      tri === 'pertinence'
        ? { q: 'commune or agents or suivi or dossier or habitants or eau', tri }
        : { tri }
    const wanted = readSearch(query)
    const first = await searchCatalogue(database.db, wanted)
    assert.equal(first.entries.length, pageSize, tri)
    const second = await searchCatalogue(database.db, { ...wanted, after: first.next ?? null })
    const seen = [...first.entries, ...second.entries].map(({ slug }) => slug)
    assert.equal(new Set(seen).size, first.counts.total, tri)
    assert.equal(second.next, undefined, tri)
    const back = await searchCatalogue(database.db, { ...wanted, before: second.previous ?? null })
    assert.deepEqual(back.entries, first.entries, tri)
    assert.equal(back.previous, undefined, tri)
  }
})

describe('Ce que montre le catalogue', () => {
  const solutionIds = [demoId('solution:axi-ticket')]

  test('n’est que vérifié', async () => {
    for (const slug of ['signal-rue', 'gare-claire', 'kpe-presence', 'mini-site', 'loto-mairie'])
      assert.deepEqual(await listCatalogueEntries(database.db, [demoId(`solution:${slug}`)]), [])
  })

  test('compte à part ce que les communes confirment et ce que la startup annonce', async () => {
    const [entry] = await listCatalogueEntries(database.db, solutionIds)
    assert.equal(entry?.confirmedUses, 2)
    assert.equal(entry?.claimedUses, 1)
    assert.equal(entry?.ratingCount, 2)
    assert.equal(entry?.ratingAverage, 4.5)
  })

  test('disparaît quand sa startup est suspendue, et revient avec elle', async () => {
    const startupId = organisationId('akwaba-numerique')
    const setStatus = (status: string) =>
      writeAs(database.db, system, async (db) => {
        await db
          .updateTable('directory.startup')
          .set({ status })
          .where('id', '=', startupId)
          .execute()
        await refreshCatalogue(db, { startupId })
      })
    await setStatus('suspended')
    assert.deepEqual(await listCatalogueEntries(database.db, solutionIds), [])
    await setStatus('verified')
    assert.equal((await listCatalogueEntries(database.db, solutionIds)).length, 1)
  })

  test('reste juste quand deux personnes changent la même solution en même temps', async () => {
    const confirm = (use: string) =>
      writeAs(database.db, system, async (db) => {
        await db
          .updateTable('directory.deployment')
          .set({ status: 'confirmed' })
          .where('id', '=', demoId(use))
          .execute()
        await refreshCatalogue(db, { solutionIds })
      })
    await Promise.all([confirm('use:axi-ticket:savalou'), confirm('use:axi-ticket:zogbodomey')])
    const [entry] = await listCatalogueEntries(database.db, solutionIds)
    assert.equal(entry?.confirmedUses, 4)
  })
})
