import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { type EmbeddedDatabase, startEmbeddedDatabase } from '#platform/database/embedded.ts'

/** Each command is a process of its own, beside a server that holds the embedded database. */
describe('the operator’s commands', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-operator-'))
  let server: EmbeddedDatabase
  let database: pg.Client

  before(async () => {
    server = await startEmbeddedDatabase({
      directory: path.join(directory, 'postgres'),
      log: () => {},
      options: ['fsync=off'],
    })
    database = new pg.Client({ connectionString: server.url })
    await database.connect()
  })
  after(async () => {
    await database.end()
    await server.stop()
    rmSync(directory, { recursive: true })
  })

  async function run(...words: string[]) {
    const { DATABASE_URL: _, ...inherited } = process.env
    const env = { ...inherited, CAURI_DATA_DIR: directory, CAURI_DEMO: '0' }
    const child = spawn('node', ['--import', 'tsx', 'src/operator.ts', ...words], { env })
    let text = ''
    for (const output of [child.stdout, child.stderr])
      output.on('data', (bytes) => {
        text += bytes
      })
    const status = await new Promise((resolve) => child.on('close', resolve))
    return { status, text }
  }

  test('are listed when none is named, or one that does not exist', async () => {
    for (const words of [[], ['constructor'], ['detruire']]) {
      const { status, text } = await run(...words)
      assert.equal(status, 2)
      assert.match(text, /script\/cauri migrate/)
      assert.match(text, /script\/cauri verify-audit/)
    }
  })

  test('bring the database up to date beside the server that runs', async () => {
    assert.deepEqual(await run('migrate'), { status: 0, text: 'La base est à jour.\n' })
    const { rows } = await database.query('select count(*)::int as n from directory.commune')
    assert.equal(rows[0].n, 77)
  })

  test('create an account of the association, whose link chooses the password', async () => {
    assert.equal((await run('create-admin', 'sans-arobase')).status, 2)
    const { status, text } = await run('create-admin', 'SG@ancb.example', 'Nom', 'Prénom')
    assert.equal(status, 0, text)
    assert.match(text, /http:\/\/localhost:3000\/activation\/[\w-]{43}/)
    const { rows } = await database.query('select email, full_name from identity.person')
    assert.deepEqual(rows, [{ email: 'sg@ancb.example', full_name: 'Nom Prénom' }])
  })

  test('verify the journal, and fail where it is broken', async () => {
    await database.query(`insert into platform.audit_head values ('platform', 0, repeat('0', 64))`)
    const whole = await run('verify-audit')
    assert.equal(whole.status, 0, whole.text)
    await database.query("update platform.audit_head set sequence = 3 where chain = 'platform'")
    const broken = await run('verify-audit')
    assert.equal(broken.status, 1)
    assert.match(broken.text, /Rupture \(head\) : chaîne platform, ligne 3/)
  })
})
