import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import type { OpenPlatform } from '#platform/open-platform.ts'
import { loadReference } from '#reference/load-reference.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { createWigglyAreas } from '#web/components/benin-map/wiggly-areas.fixture.ts'
import { importCommand } from './import-command.ts'

describe('what an operator imports', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-import-'))
  let app: TestApp

  before(async () => {
    app = await startApp()
  })
  after(async () => {
    await app.close()
    rmSync(directory, { recursive: true })
  })

  const run = (...words: string[]) =>
    importCommand.run({ platform: app.platform } as unknown as OpenPlatform, words)

  function write(name: string, text: string | Buffer): string {
    const file = path.join(directory, name)
    writeFileSync(file, text)
    return file
  }

  const readCommune = (name: string) =>
    app.database.db
      .selectFrom('directory.commune as commune')
      .leftJoin('directory.communeProfile as profile', 'profile.communeId', 'commune.id')
      .select(['commune.id', 'population', 'populationYear', 'workstations', 'itStaff', 'version'])
      .where('name', '=', name)
      .executeTakeFirstOrThrow()

  test('updates communes, tells their journals, and outlives the next start', async () => {
    const before = await readCommune('Glazoué')
    const file = write(
      'communes.csv',
      'nom;population;annee_population;postes\nGlazoué;150000;2026;31\n',
    )
    assert.equal(await run('communes', file), 0)
    await writeAs(app.database.db, system, loadReference)
    const after = await readCommune('Glazoué')
    const { population, populationYear, workstations, itStaff } = after
    assert.deepEqual(
      { population, populationYear, workstations, itStaff },
      { population: 150000, populationYear: 2026, workstations: 31, itStaff: before.itStaff },
    )
    assert.equal(after.version, (before.version ?? 0) + 1)
    const lines = await app.database.db
      .selectFrom('platform.auditLine')
      .select('details')
      .where('action', '=', 'commune.import')
      .execute()
    assert.deepEqual(
      lines.map(({ details }) => details),
      [{ fields: 'population, populationYear, workstations' }],
    )
  })

  test('says of the table which years its figures are of', async () => {
    const { body } = await app.app.inject({ url: '/communes' })
    assert.match(body, /population \(de 2013 à 2026\)/)
  })

  test('changes nothing at all when a line is wrong', async () => {
    const file = write('faux.csv', 'nom;postes\nBohicon;99\nNulle-Part;1\n')
    const before = await readCommune('Bohicon')
    assert.equal(await run('communes', file), 1)
    assert.deepEqual(await readCommune('Bohicon'), before)
  })

  test('draws the limits of communes on their map, within the weight of a first visit', async () => {
    const communes = await app.database.db.selectFrom('directory.commune').select('code').execute()
    const areas = createWigglyAreas()
    const features = communes.map(({ code }, at) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'Polygon', coordinates: [areas[at]] },
    }))
    const file = write('limites.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
    assert.equal(await run('limites', file, 'Limites', 'inventées'), 0)
    const { body } = await app.app.inject({ url: '/communes?q=' })
    assert.equal(body.match(/class="borders"/g)?.length, 2)
    assert.match(body, /Limites des communes : Limites inventées\./)
    assert.ok((await weigh('/communes?q=')) <= 14 * 1024)
  })

  async function weigh(url: string): Promise<number> {
    const headers = { 'accept-encoding': 'br' }
    const { body } = await app.app.inject({ url })
    let bytes = (await app.app.inject({ url, headers })).rawPayload.length
    for (const [, asset = ''] of body.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g))
      bytes += (await app.app.inject({ url: asset, headers })).rawPayload.length
    return bytes
  }

  test('is refused when it is called wrongly', async () => {
    assert.equal(await run(), 2)
    assert.equal(await run('startups', 'x.csv'), 2)
  })

  test('reads the letters of old spreadsheets too', async () => {
    const file = write('latin.csv', Buffer.from('nom;postes\nGlazou\xe9;41\n', 'latin1'))
    assert.equal(await run('communes', file), 0)
  })
})
