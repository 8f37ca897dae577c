import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { createId } from '#platform/id.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { loadConnectivityGap } from './gap.queries.ts'
import { refreshStates } from './refresh-states.ts'
import { listSiteStates } from './state.queries.ts'

const communeId = organisationId('bohicon')

describe('l’état de la connectivité d’une commune', () => {
  let app: TestApp
  const now = new Date()
  const ago = (days: number) => addDays(now, -days)
  const [townHall, market, link] = [createId(), createId(), createId()]

  before(async () => {
    app = await startApp()
    await writeAs(app.database.db, system, async (db) => {
      await db
        .insertInto('planning.site')
        .values([
          { id: market, communeId, name: 'Marché central', kind: 'other' },
          { id: townHall, communeId, name: 'Mairie', kind: 'mairie', power: 'grid' },
        ])
        .execute()
      await db
        .insertInto('planning.link')
        .values({ id: link, siteId: townHall, communeId, technology: '4g', providerCode: 'other' })
        .execute()
      const speeds = [3000, 9000, 5000].map((downKbps, index) => ({
        ...{ id: createId(), communeId, siteId: townHall, linkId: link, downKbps },
        ...{ takenAt: ago(index + 1), source: 'manual', latencyMs: 40 + index },
      }))
      const old = { ...speeds[0], id: createId(), takenAt: ago(200), downKbps: 90_000 }
      await db
        .insertInto('planning.measurement')
        .values([...speeds, old as (typeof speeds)[0]])
        .execute()
      const outage = { id: createId(), linkId: link, siteId: townHall, communeId, cause: 'power' }
      await db
        .insertInto('planning.outage')
        .values({ ...outage, beganAt: ago(9), endedAt: ago(0) })
        .execute()
      await refreshStates(db, [communeId], now)
    })
  })
  after(() => app.close())

  test('tout le monde lit la médiane des 90 derniers jours et la disponibilité', async () => {
    const [first, second] = await readAs(app.database.db, visitor, (db) =>
      listSiteStates(db, communeId),
    )
    assert.equal(first?.name, 'Mairie')
    assert.deepEqual([first?.downKbps, first?.latencyMs, first?.measurements], [5000, 41, 3])
    assert.equal(first?.availability, 90)
    assert.deepEqual([first?.speed, second?.speed], ['slow', 'noLink'])
  })

  test('l’écart se chiffre sur trois ans, avec ses hypothèses et ses raisons', async () => {
    const gap = await loadConnectivityGap(app.database.db, communeId, now)
    assert.deepEqual([gap.unmet, gap.unknown, gap.sites.length], [2, 0, 2])
    assert.equal(gap.costOverThreeYears, gap.setUpCost + 3 * gap.yearlyCost)
    assert.match(gap.sites[0]?.reason ?? '', /5 Mbit\/s mesurés, sous les .*À prévoir : Satellite/)
    assert.ok(
      gap.assumptions.some((line) => /Satellite : mise en place.*\(à confirmer\)/.test(line)),
    )
  })

  test('une commune qui n’a rien déclaré n’a ni lieu ni coût', async () => {
    const gap = await loadConnectivityGap(app.database.db, organisationId('parakou'), now)
    assert.deepEqual([gap.sites, gap.costOverThreeYears], [[], 0])
  })

  test('ni les mesures ni les coupures ne se lisent sans être de la commune', async () => {
    const read = (db: TestApp['database']['db']) => db.selectFrom('planning.measurement').execute()
    assert.deepEqual(await readAs(app.database.db, visitor, read), [])
  })
})
