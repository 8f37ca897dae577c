import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn } from '#test/factories/calls.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { addLink, saveLink } from './link.actions.ts'
import { recordMeasurement } from './measurement.actions.ts'
import { summariseCommunes } from './national.queries.ts'
import { refreshAllStates } from './refresh-states.ts'
import { addSite, closeSite, openSiteAgain } from './site.actions.ts'
import { getLink, getSite } from './site.queries.ts'

const communeId = organisationId('bohicon')
const everywhere = { provider: '', technology: '' }

describe('ce que la page nationale lit d’une commune', () => {
  let app: TestApp
  let siteId: string
  let linkId: string
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  const act = <T>(change: (context: Context) => Promise<T>) =>
    actOn(app.platform, demoActor('rsi.bohicon'), change)
  const read = () =>
    readAs(app.database.db, visitor, async (db) => {
      const [summary] = await summariseCommunes(db, everywhere, [communeId])
      return summary
    })
  const tell = async () => {
    const summary = await read()
    return summary && [summary.sites, summary.hallsConnected, summary.hallsMet, summary.hallKbps]
  }
  const link = {
    ...{ technology: '4g', providerCode: 'other', down: null, up: null, monthlyCost: null },
    ...{ since: null, until: null, hasSharedWifi: false },
  }

  test('suit chaque changement : lieu, connexion, mesure, fin, fermeture, réouverture', async () => {
    assert.equal(await tell(), undefined)
    siteId = await act((context) =>
      addSite(context, communeId, {
        ...{ name: 'Mairie', kind: 'mairie', arrondissementCode: null, version: 1 },
        ...{ latitude: null, longitude: null, power: 'grid', powerHours: 24 },
      }),
    )
    assert.deepEqual(await tell(), [1, 0, 0, null])
    linkId = await act(async (context) =>
      addLink(context, await getSite(context.db, siteId), { ...link, version: 1 }),
    )
    assert.deepEqual(await tell(), [1, 1, 0, null])
    await act((context) =>
      recordMeasurement(context, {
        ...{ siteId, linkId, source: 'manual', bytesUsed: null, takenAt: context.now },
        ...{ downKbps: 90_000, upKbps: 40_000, latencyMs: 20 },
      }),
    )
    assert.deepEqual(await tell(), [1, 1, 1, 90_000])
    await act(async (context) => {
      const { version, ...stored } = await getLink(context.db, linkId)
      return saveLink(context, { ...stored, version }, { ...link, until: '2020-01-01', version })
    })
    assert.deepEqual((await tell())?.slice(0, 3), [1, 0, 0])
    await act(async (context) => closeSite(context, await getSite(context.db, siteId)))
    assert.equal(await tell(), undefined)
    await act(async (context) => openSiteAgain(context, await getSite(context.db, siteId)))
    assert.deepEqual((await tell())?.slice(0, 3), [1, 0, 0])
  })

  test('dit de chaque commune la somme de ses lieux, après la nuit aussi', async () => {
    await refreshAllStates(app.platform, new Date())
    const { summaries, sites } = await readAs(app.database.db, visitor, async (db) => ({
      summaries: await summariseCommunes(db, everywhere),
      sites: await db.selectFrom('planning.siteState').selectAll().execute(),
    }))
    assert.equal(summaries.length, new Set(sites.map((site) => site.communeId)).size)
    assert.ok(summaries.length > 1)
    for (const summary of summaries) {
      const own = sites.filter((site) => site.communeId === summary.communeId)
      const cost = own.reduce((total, site) => total + Number(site.setUpCost), 0)
      const met = own.filter(({ isMet }) => isMet).length
      const halls = own.filter(({ kind }) => kind === 'mairie').length
      const { sites: count, setUpCost } = summary
      assert.deepEqual(
        [count, summary.met, summary.halls, setUpCost],
        [own.length, met, halls, cost],
      )
    }
  })

  test('ne s’écrit pas depuis une autre commune', async () => {
    const erase = await writeAs(app.database.db, demoActor('rsi.parakou'), (db) =>
      db.deleteFrom('planning.communeState').where('communeId', '=', communeId).execute(),
    )
    assert.equal(Number(erase[0]?.numDeletedRows), 0)
    assert.ok(await read())
  })
})
