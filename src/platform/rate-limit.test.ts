import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays } from '#platform/days.rules.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createTestPlatform } from '#test/factories/visits.ts'
import { system } from './actor.ts'
import { writeAs } from './database.ts'
import { platformSchedules } from './housekeeping.ts'
import { createId } from './id.ts'
import { createRateLimiter } from './rate-limit.ts'

describe('how often something may be tried', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase()
  })
  after(() => database.close())

  test('is counted for each key, and by all processes together', async () => {
    const [one, two] = [createRateLimiter(database.counters), createRateLimiter(database.counters)]
    const tries = []
    for (const limiter of [one, two, one, two]) tries.push(await limiter.tryPoint('se', 3, 60))
    assert.deepEqual(tries, [true, true, true, false])
    assert.equal(await two.tryPoint('agent', 3, 60), true)
    assert.equal(await one.countPoints('se'), 4)
    assert.equal(await one.countPoints('nobody'), 0)
  })

  test('is exact when all try at once', async () => {
    const limiter = createRateLimiter(database.counters)
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => limiter.tryPoint('rush', 5, 60)),
    )
    assert.equal(tries.filter(Boolean).length, 5)
  })

  test('begins again when it is forgiven, or when its time has passed', async () => {
    const limiter = createRateLimiter(database.counters)
    for (const forgive of [
      () => limiter.forget('late'),
      () => database.pool.query("update platform.rate_limit set expire = 1 where key = 'late'"),
    ]) {
      await limiter.tryPoint('late', 1, 60)
      assert.equal(await limiter.tryPoint('late', 1, 60), false)
      await forgive()
      assert.equal(await limiter.tryPoint('late', 1, 60), true)
      await limiter.forget('late')
    }
  })

  test('stays counted when the request that tried is undone', async () => {
    const limiter = createRateLimiter(database.counters)
    const undone = writeAs(database.db, system, async () => {
      await limiter.tryPoint('undone', 9, 60)
      throw new Error('undone')
    })
    await assert.rejects(undone)
    assert.equal(await limiter.countPoints('undone'), 1)
  })

  test('is forgotten at night with the rest that serves no more, and nothing else is', async () => {
    const now = new Date('2026-11-23T02:30:00Z')
    const at = (days: number) => addDays(now, days)
    await database.pool.query('delete from platform.rate_limit')
    await database.db
      .insertInto('platform.rateLimit')
      .values([
        { key: 'old', points: 1, expire: at(-1).getTime() },
        { key: 'kept', points: 1, expire: at(1).getTime() },
      ])
      .execute()
    await database.db
      .insertInto('platform.idempotency')
      .values([
        { key: createId(), path: 'old', createdAt: at(-8) },
        { key: createId(), path: 'kept', createdAt: at(-6) },
      ])
      .execute()
    await database.db
      .insertInto('platform.heldSubmission')
      .values([
        { tokenHash: 'old', path: '/', fields: '{}', expiresAt: at(-1) },
        { tokenHash: 'kept', path: '/', fields: '{}', expiresAt: at(1) },
      ])
      .execute()
    for (const { work } of platformSchedules) await work(createTestPlatform(database), now)
    const { rows } = await database.pool.query(
      `select key as name from platform.rate_limit union all select path from platform.idempotency
       union all select token_hash from platform.held_submission`,
    )
    assert.deepEqual(rows, [{ name: 'kept' }, { name: 'kept' }, { name: 'kept' }])
  })
})
