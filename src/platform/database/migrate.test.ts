import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { migrate } from './migrate.ts'

describe('the migrations', () => {
  let database: TestDatabase
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-migrations-'))
  const write = (name: string, sql: string) => writeFileSync(path.join(directory, name), sql)

  before(async () => {
    database = await useDatabase()
  })
  beforeEach(async () => {
    rmSync(directory, { recursive: true })
    await database.pool.query(
      'drop schema if exists test cascade; drop table public.cauri_migration',
    )
    mkdirSync(directory)
    write('0001-first.sql', 'create schema test; create table test.one (id int)')
    write('0002-second.sql', 'create table test.two (id int); insert into test.one values (1)')
    write('README.md', 'not a migration')
  })
  after(async () => {
    await database.close()
    rmSync(directory, { recursive: true })
  })

  const run = () => migrate(database.url, directory)
  const countOne = async () => {
    const { rowCount } = await database.pool.query('select 1 from test.one')
    return rowCount
  }

  test('run in their order, each once', async () => {
    assert.deepEqual(await run(), ['0001-first.sql', '0002-second.sql'])
    assert.deepEqual(await run(), [])
    write('0003-third.sql', 'insert into test.one values (2)')
    assert.deepEqual(await run(), ['0003-third.sql'])
    assert.equal(await countOne(), 2)
  })

  test('run once when several processes start together', async () => {
    const done = await Promise.all([run(), run(), run(), run()])
    assert.deepEqual(done.flat(), ['0001-first.sql', '0002-second.sql'])
    assert.equal(await countOne(), 1)
  })

  test('leave nothing of a file that fails, and keep those before it', async () => {
    write('0003-third.sql', 'insert into test.one values (2); select 1 / 0')
    await assert.rejects(run(), /0003-third\.sql a échoué/)
    assert.equal(await countOne(), 1)
    write('0003-third.sql', 'insert into test.one values (3)')
    assert.deepEqual(await run(), ['0003-third.sql'])
  })

  test('refuse a file that changed after it was applied', async () => {
    await run()
    write('0001-first.sql', 'create schema other')
    await assert.rejects(run(), /0001-first\.sql a été modifiée/)
  })

  test('refuse a database that is newer than this version', async () => {
    await run()
    rmSync(path.join(directory, '0002-second.sql'))
    await assert.rejects(run(), /elle est plus récente/)
  })
})
