import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { system } from './actor.ts'
import { writeAs } from './database.ts'
import { deliverEvent, mergeSubscribers, recordEvent, type Subscriber } from './events.ts'
import { createId } from './id.ts'
import { createReference } from './references.ts'

const now = new Date('2026-11-23T09:00:00Z')

test('what two modules await reaches both, in their order', () => {
  const [first, second, other]: Subscriber[] = [async () => {}, async () => {}, async () => {}]
  const merged = mergeSubscribers([
    { 'need.publish': [first as Subscriber], 'call.open': [other as Subscriber] },
    { 'need.publish': [second as Subscriber] },
  ])
  assert.deepEqual(merged, { 'need.publish': [first, second], 'call.open': [other] })
})

describe('an event', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase()
  })
  beforeEach(async () => {
    await database.pool.query('delete from platform.event')
    await database.pool.query('delete from graphile_worker._private_jobs')
  })
  after(() => database.close())

  const publish = () => ({ kind: 'need.publish', subjectId: createId(), payload: {} })
  const tell = () => writeAs(database.db, system, (db) => recordEvent(db, publish(), now))
  const count = async (table: string) => {
    const { rows } = await database.pool.query<{ n: number }>(`select count(*) n from ${table}`)
    return rows[0]?.n
  }
  const counted = async () => ({
    events: await count('platform.event'),
    jobs: await count('graphile_worker._private_jobs'),
  })
  const findEvent = () =>
    database.db.selectFrom('platform.event').selectAll().executeTakeFirstOrThrow()

  test('comes with the job that delivers it', async () => {
    await tell()
    assert.deepEqual(await counted(), { events: 1, jobs: 1 })
  })

  test('vanishes, and its job with it, when what it tells was undone', async () => {
    const failed = writeAs(database.db, system, async (db) => {
      await recordEvent(db, publish(), now)
      throw new Error('undone')
    })
    await assert.rejects(failed, /undone/)
    assert.deepEqual(await counted(), { events: 0, jobs: 0 })
  })

  test('reaches every subscriber of its kind once, as the system', async () => {
    const heard: string[] = []
    const listen =
      (name: string): Subscriber =>
      async (db) => {
        const { rows } = await sql<{ yes: boolean }>`select platform.is_system() as yes`.execute(db)
        heard.push(`${name} ${rows[0]?.yes}`)
      }
    await tell()
    const { id } = await findEvent()
    const subscribers = {
      'need.publish': [listen('first'), listen('second')],
      'need.withdraw': [listen('other')],
    }
    await deliverEvent(database.db, id, subscribers)
    await deliverEvent(database.db, id, subscribers)
    assert.deepEqual(heard, ['first true', 'second true'])
    assert.notEqual((await findEvent()).deliveredAt, null)
  })

  test('is delivered once when two workers have it', async () => {
    let heard = 0
    await tell()
    const { id } = await findEvent()
    const slowly: Subscriber = async (db) => {
      await sql`select pg_sleep(0.05)`.execute(db)
      heard++
    }
    const deliver = () => deliverEvent(database.db, id, { 'need.publish': [slowly] })
    await Promise.all([deliver(), deliver()])
    assert.equal(heard, 1)
  })

  test('comes again when one of its subscribers failed, and nothing of the others is kept', async () => {
    await tell()
    const { id } = await findEvent()
    const count: Subscriber = async (db) => void (await createReference(db, 'TST', 2026))
    const fail: Subscriber = () => Promise.reject(new Error('not now'))
    const delivered = deliverEvent(database.db, id, { 'need.publish': [count, fail] })
    await assert.rejects(delivered, /not now/)
    assert.equal((await findEvent()).deliveredAt, null)
    await deliverEvent(database.db, id, { 'need.publish': [count] })
    const next = await writeAs(database.db, system, (db) => createReference(db, 'TST', 2026))
    assert.equal(next, 'TST-2026-0002', 'the failed delivery took no number')
  })
})
