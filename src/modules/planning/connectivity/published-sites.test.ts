import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn } from '#test/factories/calls.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { publishedSites } from './published-sites.dataset.ts'
import { closeSite } from './site.actions.ts'
import { getSite } from './site.queries.ts'

interface Feature {
  readonly id: string
  readonly geometry: { readonly coordinates: readonly [number, number] }
  readonly properties: Readonly<Record<string, unknown>>
}

const columnNames = publishedSites.fields.map(({ name }) => name)

describe('les données ouvertes de la connectivité', () => {
  let app: TestApp
  let open: number
  before(async () => {
    app = await startApp()
    const sites = await readAs(app.database.db, system, (db) =>
      db.selectFrom('planning.site').select('id').where('closedOn', 'is', null).execute(),
    )
    open = sites.length
  })
  after(() => app.close())

  const read = async (form: string) => {
    const answer = await app.app.inject({ url: `/connectivite/donnees.${form}` })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['access-control-allow-origin'], '*')
    return answer
  }

  test('le tableau a une ligne par lieu ouvert, sous des noms qui ne changent pas', async () => {
    const { body, headers } = await read('csv')
    assert.match(String(headers['content-type']), /^text\/csv; charset=utf-8$/)
    const [head, ...lines] = body.trimEnd().split('\r\n')
    assert.match(head ?? '', /^\ufeff/)
    assert.deepEqual(head?.slice(1).split(';'), columnNames)
    assert.ok(open > 0)
    assert.equal(lines.length, open)
  })

  test('le JSON dit la même chose, avec sa définition, sa licence et sa date', async () => {
    const { lieux, ...about } = (await read('json')).json()
    assert.deepEqual(Object.keys(about), ['titre', 'definition', 'licence', 'produitLe'])
    assert.equal(new Set(lieux.map((line: { lieu_id: string }) => line.lieu_id)).size, open)
    for (const line of lieux) assert.deepEqual(Object.keys(line), columnNames)
  })

  test('la carte place chaque lieu au Bénin, la longitude d’abord', async () => {
    const { type, features } = (await read('geojson')).json()
    assert.equal(type, 'FeatureCollection')
    assert.equal(features.length, open)
    for (const { geometry, properties, id } of features as readonly Feature[]) {
      const [longitude, latitude] = geometry.coordinates
      assert.ok(longitude > 0.7 && longitude < 3.9, `${id} : longitude ${longitude}`)
      assert.ok(latitude > 6 && latitude < 12.5, `${id} : latitude ${latitude}`)
      assert.match(String(properties.position), /^(lieu|commune)$/)
      assert.equal(properties.latitude, undefined)
    }
  })

  test('un lieu que la commune ferme n’y est plus', async () => {
    const list = async () =>
      (await read('json')).json().lieux.map((line: { lieu_id: string }) => line.lieu_id)
    const site = await readAs(app.database.db, system, (db) =>
      db
        .selectFrom('planning.site')
        .select('id')
        .where('communeId', '=', organisationId('glazoue'))
        .where('closedOn', 'is', null)
        .executeTakeFirstOrThrow(),
    )
    assert.ok((await list()).includes(site.id))
    await actOn(app.platform, demoActor('rsi.glazoue'), async (context) =>
      closeSite(context, await getSite(context.db, site.id)),
    )
    assert.ok(!(await list()).includes(site.id))
  })
})
