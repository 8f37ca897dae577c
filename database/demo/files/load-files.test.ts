import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { createFileStore } from '#platform/files/file-store.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { storeDemoFiles } from './load-files.ts'
import { solutionFiles } from './solution-files.ts'

describe('the files of the demonstration world', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-demo-files-'))
  const files = createFileStore({ dataDirectory: directory })
  let database: TestDatabase
  before(async () => {
    database = await useDatabase({ demo: true })
  })
  after(async () => {
    await database.close()
    rmSync(directory, { recursive: true })
  })

  test('are what they say, and small', async () => {
    for (const { bytes, kind, name } of solutionFiles) {
      const stored = await files.store(Readable.from([bytes]), bytes.length)
      assert.ok(stored.ok)
      const expected = kind === 'screenshot' ? 'image/png' : 'application/pdf'
      assert.equal(stored.content.mediaType, expected, name)
      assert.ok(stored.content.sizeBytes < 10_000, name)
    }
  })

  test('are public with their solutions, and their bytes are there', async () => {
    await storeDemoFiles(files)
    const shown = await database.db
      .selectFrom('directory.solutionFile as link')
      .innerJoin('platform.file as file', 'file.id', 'link.fileId')
      .innerJoin('directory.solution as solution', 'solution.id', 'link.solutionId')
      .select(['file.sha256', 'file.sizeBytes', 'solution.slug'])
      .execute()
    assert.equal(shown.length, solutionFiles.length)
    assert.ok(new Set(shown.map(({ slug }) => slug)).size >= 3)
    for (const { sha256, sizeBytes } of shown) {
      const chunks = await (await files.open(sha256)).toArray()
      assert.equal(Buffer.concat(chunks).length, sizeBytes)
    }
  })
})
