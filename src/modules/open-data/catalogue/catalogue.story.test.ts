/** Other portals harvest the catalogue: they read it with their own tools, and find what DCAT-AP requires. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import jsonld from 'jsonld'
import { Parser, type Quad, Store } from 'n3'
import { startApp, type TestApp } from '#test/app.ts'
import { datasets } from '../datasets/datasets.ts'

const dcat = 'http://www.w3.org/ns/dcat#'
const dct = 'http://purl.org/dc/terms/'
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** DCAT-AP 3: the properties that each class must have. */
const mandatory: readonly (readonly [string, readonly string[]])[] = [
  [`${dcat}Catalog`, [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}dataset`]],
  [`${dcat}Dataset`, [`${dct}title`, `${dct}description`]],
  [`${dcat}Distribution`, [`${dcat}accessURL`]],
]

describe('le catalogue des données', () => {
  let app: TestApp
  let graph: Store
  let turtle: Quad[]
  const get = async (path: string) => (await fetch(`${app.origin}${path}`)).text()
  before(async () => {
    app = await startApp()
    const written = JSON.parse(await get('/donnees/catalogue.jsonld'))
    const quads = await jsonld.toRDF(written, { format: 'application/n-quads' })
    graph = new Store(new Parser({ format: 'N-Quads' }).parse(String(quads)))
    turtle = new Parser({ format: 'Turtle' }).parse(await get('/donnees/catalogue.ttl'))
  })
  after(() => app.close())

  test('a tout ce que DCAT-AP exige de chaque classe', () => {
    for (const [kind, properties] of mandatory) {
      const subjects = graph.getSubjects(type, kind, null)
      assert.ok(subjects.length > 0, kind)
      for (const subject of subjects)
        for (const property of properties)
          assert.ok(
            graph.countQuads(subject, property, null, null) > 0,
            `${subject.value} ${property}`,
          )
    }
  })

  test('dit tous les jeux, et rien d’autre', () => {
    const listed = graph.getObjects(null, `${dcat}dataset`, null).map(({ value }) => value)
    assert.equal(new Set(listed).size, datasets.length)
    assert.deepEqual(
      listed.toSorted(),
      graph
        .getSubjects(type, `${dcat}Dataset`, null)
        .map(({ value }) => value)
        .toSorted(),
    )
  })

  test('dit la même chose en Turtle', async () => {
    const canonical = (quads: readonly Quad[]) =>
      quads.map(({ subject, predicate, object }) =>
        [subject, predicate, object]
          .map((term) => (term.termType === 'BlankNode' ? '_' : term.value))
          .join(' '),
      )
    assert.deepEqual(
      canonical(turtle).toSorted(),
      canonical(graph.getQuads(null, null, null, null)).toSorted(),
    )
  })

  test('mène à des fichiers qui existent', async () => {
    const files = graph.getObjects(null, `${dcat}downloadURL`, null).map(({ value }) => value)
    assert.ok(files.length > 0)
    for (const file of files) {
      const { status } = await fetch(file.replace(app.platform.config.origin, app.origin))
      assert.equal(status, 200, file)
    }
  })
})
