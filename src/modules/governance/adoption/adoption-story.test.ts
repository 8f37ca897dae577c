/** How far communes are follows what happens, is counted for everybody, and is told commune by commune to those concerned only. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { recordEvent } from '#platform/events.ts'
import { createId } from '#platform/id.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { deliverEvents } from '#test/factories/events.ts'
import { countNational, findFunnel, listFunnels, listStuckCommunes } from './adoption.queries.ts'
import { stages } from './adoption.rules.ts'
import { rebuildAdoption } from './derive-adoption.ts'

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

  test('une ressource lue informe la commune, une fois ; dite deux fois, elle ne compte qu’une', async () => {
    const [first] = await read(visitor, (db) => listFunnels(db))
    const solutionId = first?.solutionId ?? ''
    const before = await read(visitor, (db) => findFunnel(db, solutionId))
    const communeId = organisationId('parakou')
    for (const _ of [1, 2])
      await writeAs(app.platform.db, system, (db) =>
        recordEvent(
          db,
          {
            ...{ kind: 'resource.read', subjectId: createId(Date.now()) },
            payload: { communeId, solutionId },
          },
          new Date(),
        ),
      )
    await deliverEvents(app.platform.db)
    const after = await read(visitor, (db) => findFunnel(db, solutionId))
    assert.deepEqual(after, { ...before, informed: before.informed + 1 })
    const stuck = await read(system, (db) => listStuckCommunes(db, [solutionId], 'informed'))
    assert.ok(stuck.includes(communeId))
    await writeAs(app.platform.db, system, rebuildAdoption)
    assert.deepEqual(await read(visitor, (db) => findFunnel(db, solutionId)), after)
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
