import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { coverageTask, listProviderCoverage, refreshCoverage } from './provider-coverage.ts'
import { refreshStates } from './refresh-states.ts'

const communeId = organisationId('bohicon')
const now = new Date('2026-11-23T09:00:00Z')

describe('ce que couvre chaque fournisseur', () => {
  let database: TestDatabase
  const site = createId()
  before(async () => {
    database = await useDatabase({ demo: true })
  })
  after(() => database.close())

  const read = () => readAs(database.db, visitor, listProviderCoverage)
  const readWaiting = async () => {
    const { rows } = await database.counters.query(
      'select 1 from graphile_worker.jobs where key = $1',
      [coverageTask],
    )
    return rows.length
  }

  test('est compté quand le monde de démonstration se remplit, le plus répandu d’abord', async () => {
    const coverage = await read()
    assert.ok(coverage.length > 1)
    const communes = coverage.map((one) => one.communes)
    assert.deepEqual(
      communes,
      communes.toSorted((a, b) => b - a),
    )
  })

  test('deux changements d’une connexion demandent un seul compte, qui les voit tous les deux', async () => {
    const before = await read()
    await writeAs(database.db, system, async (db) => {
      await db
        .insertInto('planning.site')
        .values({ id: site, communeId, name: 'Mairie', kind: 'mairie', power: 'grid' })
        .execute()
      for (const technology of ['4g', 'fibre']) {
        const link = { id: createId(), siteId: site, communeId, providerCode: 'other' }
        await db
          .insertInto('planning.link')
          .values({ ...link, technology })
          .execute()
        await refreshStates(db, [communeId], now)
      }
    })
    assert.equal(await readWaiting(), 1)
    assert.deepEqual(await read(), before)
    await writeAs(database.db, system, (db) => refreshCoverage(db, now))
    const other = (await read()).find(({ code }) => code === 'other')
    const known = before.find(({ code }) => code === 'other')
    assert.equal(other?.links, (known?.links ?? 0) + 2)
    assert.ok(other?.technologies.includes('fibre'))
  })

  test('personne ne l’écrit à la main', async () => {
    await assert.rejects(
      writeAs(database.db, visitor, (db) => refreshCoverage(db, now)),
      /permission|violates|policy|denied/,
    )
  })
})
