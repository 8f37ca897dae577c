/** How far communes are follows what happens, is counted for everybody, and is told commune by commune to those concerned only. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { organisationId } from '#demo/ids.ts'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { deliverEvents } from '#test/factories/events.ts'
import { openResource, recordReading } from '../awareness/library/resource.actions.ts'
import type { ResourceValues } from '../awareness/library/resource.schema.ts'
import { countNational, findFunnel, listFunnels, listStuckCommunes } from './adoption.queries.ts'
import { stages } from './adoption.rules.ts'
import { rebuildAdoption, recordFacts } from './derive-adoption.ts'

const sheet: Omit<ResourceValues, 'solutionId'> = {
  ...{ title: 'Une solution à connaître', summary: '', body: 'Ce qu’elle change.', domains: [] },
  ...{ services: [], audiences: ['staff'], videoUrl: null, videoMinutes: null },
  ...{ videoMegabytes: null, file: null, version: 1 },
}

describe('L’adoption des solutions', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  const read = <T>(actor: Actor, work: Parameters<typeof readAs<T>>[2]) =>
    readAs(app.platform.db, actor, work)
  const readAll = () =>
    read(system, (db) =>
      db
        .selectFrom('governance.adoptionStep')
        .selectAll()
        .orderBy('solutionId')
        .orderBy('communeId')
        .orderBy('rank')
        .execute(),
    )

  test('relue dans les dossiers, elle est la même', async () => {
    const before = await readAll()
    assert.ok(before.length > 5)
    assert.ok(stages.every((stage) => before.some((step) => step.stage === stage)))
    await writeAs(app.platform.db, system, rebuildAdoption)
    assert.deepEqual(await readAll(), before)
  })

  test('une ressource lue informe la commune, une fois, et le reste une fois tout relu', async () => {
    const known = await read(visitor, (db) => listFunnels(db))
    const { solutionId } = await read(visitor, (db) =>
      db
        .selectFrom('directory.catalogueEntry')
        .select('solutionId')
        .where(
          'solutionId',
          'not in',
          known.map((one) => one.solutionId),
        )
        .orderBy('solutionId')
        .executeTakeFirstOrThrow(),
    )
    const communeId = organisationId('parakou')
    const staff = await createDemoActor(app.platform.db, 'ancb', 'staff')
    const resource = await actOn(app.platform, staff, (context) =>
      openResource(context, 'sheet', { ...sheet, solutionId }),
    )
    for (const _ of [1, 2])
      await actOn(app.platform, staff, (context) => recordReading(context, resource, communeId))
    await deliverEvents(app.platform.db)
    const counted = await read(visitor, (db) => findFunnel(db, solutionId))
    assert.deepEqual(counted, {
      ...{ solutionId, informed: 1, interested: 0, tried: 0, adopted: 0 },
    })
    const stuck = await read(system, (db) => listStuckCommunes(db, [solutionId], 'informed'))
    assert.ok(stuck.includes(communeId))
    const steps = await readAll()
    await writeAs(app.platform.db, system, rebuildAdoption)
    assert.deepEqual(await readAll(), steps)
    assert.deepEqual(await read(visitor, (db) => findFunnel(db, solutionId)), counted)
  })

  test('deux communes informées au même instant comptent toutes deux', async () => {
    const { solutionId, startupId } = await read(visitor, (db) =>
      db
        .selectFrom('governance.adoptionCount')
        .select(['solutionId', 'startupId'])
        .orderBy('informed')
        .executeTakeFirstOrThrow(),
    )
    const before = await read(visitor, (db) => findFunnel(db, solutionId))
    const inform = (slug: string, pauseMs: number) =>
      writeAs(app.platform.db, system, async (db) => {
        const pair = { solutionId, startupId, communeId: organisationId(slug) }
        await recordFacts(db, [
          { ...pair, kind: 'contact', id: createId(Date.now()), at: new Date() },
        ])
        await sleep(pauseMs)
      })
    await Promise.all([inform('cotonou', 300), sleep(100).then(() => inform('natitingou', 0))])
    const after = await read(visitor, (db) => findFunnel(db, solutionId))
    assert.equal(after.interested, before.interested + 2)
  })

  test('un visiteur lit les nombres, jamais quelle commune', async () => {
    assert.deepEqual(await read(visitor, countNational), {
      ...{ informed: 0, interested: 0, tried: 0, adopted: 0 },
    })
    const steps = await read(visitor, (db) =>
      db.selectFrom('governance.adoptionStep').select('communeId').execute(),
    )
    assert.deepEqual(steps, [])
  })

  test('une startup lit les siennes ; celles d’une autre lui sont fermées', async () => {
    const slugs = await read(visitor, async (db) => {
      const funnels = await listFunnels(db)
      const rows = await db
        .selectFrom('directory.catalogueEntry')
        .select(['slug', 'startupId'])
        .where(
          'solutionId',
          'in',
          funnels.map(({ solutionId }) => solutionId),
        )
        .execute()
      return rows
    })
    const startup = new Client(app.origin)
    await startup.signIn('startup.a@demo.example')
    const { html } = await startup.get('/espace/adoption')
    const own = slugs.filter(({ slug }) => html.includes(`/espace/adoption/${slug}"`))
    assert.equal(new Set(own.map(({ startupId }) => startupId)).size, 1)
    const other = slugs.find(({ startupId }) => startupId !== own[0]?.startupId)
    assert.equal((await startup.get(`/espace/adoption/${other?.slug}`)).status, 403)
    assert.equal((await startup.get(`/espace/adoption/${own[0]?.slug}`)).status, 200)
  })
})
