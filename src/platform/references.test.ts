import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { system } from './actor.ts'
import { writeAs } from './database.ts'
import { createReference } from './references.ts'

describe('a reference', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase()
  })
  after(() => database.close())

  const create = (prefix: string, year: number) =>
    writeAs(database.db, system, (db) => createReference(db, prefix, year))

  test('counts by kind and year, without a gap or a double, even when many ask at once', async () => {
    const failed = writeAs(database.db, system, async (db) => {
      await createReference(db, 'BES', 2030)
      throw new Error('undone')
    })
    await assert.rejects(failed, /undone/)
    const given = await Promise.all(Array.from({ length: 9 }, () => create('BES', 2030)))
    const expected = Array.from({ length: 9 }, (_, at) => `BES-2030-000${at + 1}`)
    assert.deepEqual(given.sort(), expected)
    assert.equal(await create('BES', 2031), 'BES-2031-0001')
    assert.equal(await create('APP', 2030), 'APP-2030-0001')
  })
})
