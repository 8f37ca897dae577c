/** The types of tables are written from the migrations, and never by hand or from memory. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { generateTypes, tablesFile } from '../../script/generate-types.ts'

describe('the types of the tables', () => {
  let database: TestDatabase
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-types-'))
  before(async () => {
    database = await useDatabase()
  })
  after(async () => {
    await database.close()
    rmSync(directory, { recursive: true })
  })

  function generate(): string {
    const file = path.join(directory, 'tables.ts')
    generateTypes(database.url, file)
    return readFileSync(file, 'utf8')
  }

  test('are those of the migrations', () => {
    assert.equal(
      generate(),
      readFileSync(tablesFile, 'utf8'),
      'run: npx tsx script/generate-types.ts',
    )
  })

  test('follow a column that is added', async () => {
    await database.pool.query('alter table directory.commune add column twinned_with text')
    assert.match(generate(), /twinnedWith: string \| null;/)
  })
})
