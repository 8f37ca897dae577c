import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { OpenPlatform } from '#platform/open-platform.ts'
import { readCsv } from '#platform/tables/read-csv.rules.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { exportCommand } from './export-command.ts'

describe('what an association hands over', () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'cauri-export-'))
  const folder = path.join(parent, 'cauri')
  let database: TestDatabase

  before(async () => {
    database = await useDatabase({ demo: true })
    assert.equal(await run(folder), 0)
  })
  after(async () => {
    await database.close()
    rmSync(parent, { recursive: true })
  })

  const run = (...words: string[]) => {
    const opened = { platform: { db: database.db }, connection: database }
    return exportCommand.run(opened as unknown as OpenPlatform, words)
  }

  /** One object per row, by the names of the first line. */
  function read(file: string): Record<string, string>[] {
    const records = readCsv(readFileSync(path.join(folder, `${file}.csv`), 'utf8')) ?? []
    const names = records[0]?.cells ?? []
    return records
      .slice(1)
      .map(({ cells }) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])))
  }

  test('is every table, for its owner’s eyes only, and a page that explains it', () => {
    const files = readdirSync(folder)
    const text = readFileSync(path.join(folder, 'LISEZ-MOI.txt'), 'utf8')
    assert.ok(files.length >= 16)
    for (const file of files.filter((name) => name.endsWith('.csv')))
      assert.match(text, RegExp(`- ${file} \\(\\d+ lignes\\)`))
    for (const file of files) assert.equal(statSync(path.join(folder, file)).mode & 0o777, 0o600)
  })

  test('is whole, and names the organisations it refers to', () => {
    assert.equal(read('communes').length, 77)
    const glazoue = read('communes').find(({ nom }) => nom === 'Glazoué')
    assert.equal(glazoue?.departement, 'Collines')
    assert.ok(read('besoins').some(({ commune, titre }) => commune === 'Glazoué' && titre !== ''))
    assert.ok(read('contacts').every(({ commune, startup }) => commune && startup))
    assert.ok(read('solutions').some(({ statut }) => statut !== 'verified'))
    assert.ok(
      read('membres').some(
        ({ role, organisation }) => role === 'secretary' && organisation === 'Bohicon',
      ),
    )
  })

  test('holds no draft, no secret and nothing that communes said among themselves', () => {
    assert.ok(read('besoins').every(({ statut }) => statut !== 'draft'))
    const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))
    for (const text of files) assert.doesNotMatch(text, /argon2|password|totp|token_hash/)
    assert.ok(!readdirSync(folder).some((file) => /questions|messages/.test(file)))
  })

  test('is never mixed with another', async () => {
    assert.equal(await run(folder), 1)
    assert.equal(await run(), 2)
  })
})
