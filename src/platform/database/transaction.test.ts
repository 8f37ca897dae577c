import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { actors, organisationIds } from '#test/factories/actors.ts'
import { type Actor, system } from '../actor.ts'
import { createId } from '../id.ts'
import { connect } from './connect.ts'
import { readAs, setActor, writeAs } from './transaction.ts'

describe('a transaction', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase()
    await keepFile(actors.responsableA, 'privé.pdf', false)
    await keepFile(actors.responsableA, 'public.pdf', true)
  })
  after(() => database.close())

  const keepFile = (actor: Actor, name: string, isPublic: boolean) => {
    const content = { sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'application/pdf' }
    const owner = { organisationId: organisationIds.startupA, isPublic, createdAt: new Date() }
    return writeAs(database.db, actor, (db) =>
      db
        .insertInto('platform.file')
        .values({ id: createId(), name, ...content, ...owner })
        .execute(),
    )
  }
  const listNames = async (db = database.db) => {
    const rows = await db.selectFrom('platform.file').select('name').orderBy('name').execute()
    return rows.map(({ name }) => name)
  }

  test('whole numbers come as numbers, one by one or in a list', async () => {
    const { rows } = await sql<object>`select 18000000::bigint as one,
      array[18000000, 20000000]::bigint[] as several, '{}'::bigint[] as none,
      array[1.5, 2]::numeric[] as parts`.execute(database.db)
    assert.deepEqual(
      { ...rows[0] },
      { one: 18_000_000, several: [18_000_000, 20_000_000], none: [], parts: [1.5, 2] },
    )
  })

  test('sees what its actor may see', async () => {
    const seen = (actor: Actor) => readAs(database.db, actor, listNames)
    const all = ['privé.pdf', 'public.pdf']
    for (const actor of [actors.membreA, actors.secretariatAncb, system])
      assert.deepEqual(await seen(actor), all, actor.name)
    for (const actor of [actors.visiteur, actors.usager, actors.responsableB, actors.seGlazoue])
      assert.deepEqual(await seen(actor), ['public.pdf'], actor.name)
  })

  test('leaves its actor to nobody: the next user of the connection is a visitor again', async () => {
    const one = connect(database.url, { max: 1 })
    await readAs(one.db, system, listNames)
    assert.deepEqual(await listNames(one.db), ['public.pdf'])
    await writeAs(one.db, system, async () => {})
    assert.deepEqual(await listNames(one.db), ['public.pdf'])
    await one.close()
  })

  test('may find out half-way who acts', async () => {
    await writeAs(database.db, actors.visiteur, async (db) => {
      assert.equal((await listNames(db)).length, 1)
      await setActor(db, actors.responsableA)
      assert.equal((await listNames(db)).length, 2)
    })
  })

  test('to read writes nothing', async () => {
    const written = readAs(database.db, system, (db) => db.deleteFrom('platform.file').execute())
    await assert.rejects(written, /read-only transaction/)
  })

  test('changes nothing of others, even what it can see', async () => {
    const renamed = await writeAs(database.db, actors.responsableB, (db) =>
      db.updateTable('platform.file').set({ name: 'à moi.pdf' }).executeTakeFirst(),
    )
    assert.equal(renamed.numUpdatedRows, 0n)
    await assert.rejects(keepFile(actors.responsableB, 'chez A.pdf', true), /row-level security/)
  })
})

test('numbers come back as numbers and days as days', async () => {
  const database = await useDatabase()
  const { rows } = await sql`select 9007199254740991::bigint as big, 12.5::numeric as decimal,
    '2026-11-23'::date as day, '2026-11-23T09:00:00Z'::timestamptz as moment`.execute(database.db)
  assert.deepEqual(rows, [
    {
      big: 9_007_199_254_740_991,
      decimal: 12.5,
      day: '2026-11-23',
      moment: new Date('2026-11-23T09:00:00Z'),
    },
  ])
  await database.close()
})
