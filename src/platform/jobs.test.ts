import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createTestPlatform } from '#test/factories/visits.ts'
import { system } from './actor.ts'
import { writeAs } from './database.ts'
import { addJob, type RecordedEvent, recordEvent, type Subscribers } from './events.ts'
import { createId } from './id.ts'
import { createJobRunner, prepareJobs, type Schedule } from './jobs.ts'
import { queueMessage } from './messages.ts'

const now = new Date('2026-11-23T09:00:00Z')

describe('work beside requests', () => {
  let database: TestDatabase
  const runners: { stop(): Promise<void> }[] = []
  before(async () => {
    database = await useDatabase()
  })
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.stop()
  })
  after(() => database.close())

  async function start(subscribers: Subscribers = {}, schedules: Schedule[] = []) {
    const platform = createTestPlatform(database)
    const parts = { platform, pool: database.pool, subscribers, schedules }
    const runner = await createJobRunner(parts)
    runners.push(runner)
    return runner
  }

  async function until(isDone: () => boolean | Promise<boolean>) {
    for (let waited = 0; waited < 8000; waited += 25) {
      if (await isDone()) return
      await sleep(25)
    }
    assert.fail('nothing came')
  }

  const tell = (kind: string, subjectId = createId()) =>
    writeAs(database.db, system, (db) =>
      recordEvent(db, { kind, subjectId, payload: { to: 'published' } }, now),
    )
  const lockAs = async (task: string, since: string) => {
    await database.pool.query(
      `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - $2::interval
       where task_id = (select id from graphile_worker._private_tasks where identifier = $1)`,
      [task, since],
    )
  }
  const watched = (name: string, done: string[], took = 0): Schedule => ({
    name,
    pattern: '0 0 1 1 *',
    work: async () => {
      await sleep(took)
      done.push(name)
    },
  })

  test('is prepared as often as a process starts', async () => {
    await prepareJobs(database.pool)
    await prepareJobs(database.pool)
  })

  test('tells an event to those who wait for it, soon and with what happened', async () => {
    const heard: RecordedEvent[] = []
    await start({ 'need.publish': [async (_, event) => void heard.push(event)] })
    const subjectId = createId()
    await tell('need.publish', subjectId)
    await until(() => heard.length > 0)
    assert.equal(heard[0]?.kind, 'need.publish')
    assert.equal(heard[0]?.subjectId, subjectId)
    assert.deepEqual(heard[0]?.payload, { to: 'published' })
    assert.deepEqual(heard[0]?.occurredAt, now)
  })

  test('sends the messages that were queued', async () => {
    await start()
    const message = {
      channel: 'email',
      recipient: 'se@mairie.example',
      personId: null,
      locale: 'fr',
      topic: 'need',
      subject: 'Un besoin',
      body: 'Il vous attend.',
      link: null,
      dedupeKey: 'jobs-test',
    } as const
    await writeAs(database.db, system, (db) => queueMessage(db, message, now))
    const isSent = async () => {
      const { rowCount } = await database.pool.query(
        "select 1 from platform.message where dedupe_key = 'jobs-test' and sent_at is not null",
      )
      return rowCount === 1
    }
    await until(isSent)
  })

  test('is finished before the process stops', async () => {
    const done: string[] = []
    const runner = await start({}, [watched('slow', done, 300)])
    await addJob(database.db, 'slow', {})
    await sleep(150)
    await runner.stop()
    runners.length = 0
    assert.deepEqual(done, ['slow'])
  })

  test('that a dead process left half-way is taken up at the next start', async () => {
    const done: string[] = []
    await addJob(database.db, 'left-behind', {})
    await lockAs('left-behind', '1 second')
    await start({}, [watched('left-behind', done)])
    await until(() => done.length > 0)
  })

  test('of a living process is left to it when another one starts', async () => {
    const done: string[] = []
    await start()
    await addJob(database.db, 'under-way', {})
    await addJob(database.db, 'overdue', {})
    await lockAs('under-way', '1 second')
    await lockAs('overdue', '20 minutes')
    await database.pool.query(
      `update graphile_worker._private_jobs set locked_by = 'other' where task_id =
       (select id from graphile_worker._private_tasks where identifier = 'under-way')`,
    )
    await start({}, [watched('under-way', done), watched('overdue', done)])
    await until(() => done.length > 0)
    await sleep(100)
    assert.deepEqual(done, ['overdue'])
  })
})
