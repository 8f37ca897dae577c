import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { organisationIds } from '#test/factories/actors.ts'
import { system } from '../actor.ts'
import { verifyAudit } from '../audit.ts'
import { readConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { connect, writeAs } from '../database.ts'
import { recordEvent } from '../events.ts'
import { recordFile } from '../files/file-records.ts'
import { createFileStore } from '../files/file-store.ts'
import { createId } from '../id.ts'
import { prepareJobs } from '../jobs.ts'
import { queueMessage } from '../messages.ts'
import { loadSecret } from '../secret.ts'
import type { Platform } from '../web.ts'
import { writeBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'
import { listTables } from './tables.ts'

const now = new Date('2026-11-23T09:00:00Z')

describe('a backup of the demonstration world', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-backup-'))
  const backup = path.join(directory, 'cauri.backup')
  let database: TestDatabase
  let source: { platform: Platform; connection: TestDatabase }
  let sha256 = ''
  let empties = 0

  before(async () => {
    database = await useDatabase({ demo: true })
    source = { platform: createPlatform('source'), connection: database }
    const stored = await source.platform.files.store(
      Readable.from([Buffer.alloc(200_000, 'é')]),
      1e6,
    )
    assert.ok(stored.ok)
    sha256 = stored.content.sha256
    await writeAs(database.db, system, async (db) => {
      const upload = { name: 'guide.pdf', ...stored.content }
      const owner = { organisationId: organisationIds.startupA, isPublic: false, createdBy: null }
      await recordFile(db, upload, owner, now)
      await recordEvent(db, { kind: 'need.publish', subjectId: createId(), payload: {} }, now)
      const message = {
        personId: null,
        locale: 'fr',
        topic: 'x',
        subject: 'x',
        body: 'x',
        link: null,
      }
      const to = { channel: 'email', recipient: 'se@mairie.example', dedupeKey: 'x' } as const
      await queueMessage(db, { ...message, ...to }, now)
    })
  })
  after(async () => {
    await database.close()
    rmSync(directory, { recursive: true })
  })

  function createPlatform(name: string): Platform {
    const dataDirectory = path.join(directory, name)
    const config = readConfig({ CAURI_DATA_DIR: dataDirectory })
    const parts = { config, files: createFileStore(config), secret: loadSecret(config) }
    return parts as unknown as Platform
  }

  /** A database of its own, migrated and empty, as the operator's command finds it. */
  async function openEmpty() {
    const name = `${new URL(database.url).pathname.slice(1)}_${++empties}`
    const admin = new pg.Client({ connectionString: adminUrl() })
    await admin.connect()
    await admin.query(`create database ${name} owner cauri`)
    const url = Object.assign(new URL(database.url), { pathname: `/${name}` }).href
    await migrate(url)
    const connection = connect(url)
    await prepareJobs(connection.pool)
    const close = async () => {
      await connection.close()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    }
    return { platform: createPlatform(name), connection, close }
  }
  const adminUrl = () =>
    Object.assign(new URL(database.url), { username: 'postgres', pathname: '/postgres' }).href

  /** Every row of every table, as a fingerprint, read by a superuser whom no policy stops. */
  async function fingerprint(url: string) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const prints: Record<string, string> = {}
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ print: string; n: number }>(
        `select count(*)::int as n, md5(string_agg(r::text, '|' order by r::text)) as print from ${name} as r`,
      )
      prints[name] = `${rows[0]?.n} ${rows[0]?.print}`
    }
    await client.end()
    return prints
  }
  const asSuperuser = (url: string) => Object.assign(new URL(url), { username: 'postgres' }).href

  test('brings back every row, every file and the secret', async () => {
    const written = await writeBackup(source, backup)
    assert.equal(statSync(backup).mode & 0o777, 0o600)
    assert.ok(written.rows > 500)
    const empty = await openEmpty()
    const { rows, files } = await restoreBackup(empty, backup)
    assert.deepEqual({ rows, files }, { rows: written.rows, files: written.files })
    const there = `${(await empty.connection.pool.query('select current_database() as n')).rows[0].n}`
    const target = Object.assign(new URL(database.url), { pathname: `/${there}` }).href
    assert.deepEqual(
      await fingerprint(asSuperuser(target)),
      await fingerprint(asSuperuser(database.url)),
    )
    const content = await buffer(await empty.platform.files.open(sha256))
    assert.deepEqual(content, Buffer.alloc(200_000, 'é'))
    assert.deepEqual(loadSecret(empty.platform.config), source.platform.secret)
    assert.deepEqual((await verifyAudit(empty.connection.db)).faults, [])
    const jobs = await empty.connection.pool.query(
      'select task_identifier from graphile_worker.jobs order by 1',
    )
    assert.ok(jobs.rows.some(({ task_identifier }) => task_identifier === 'deliver-event'))
    assert.ok(jobs.rows.some(({ task_identifier }) => task_identifier === 'send-message'))
    const counted = await empty.connection.pool.query<{ next: number; last: number }>(
      `select nextval('opendata.release_sequence_seq')::int as next, max(sequence)::int as last from opendata.release`,
    )
    assert.ok((counted.rows[0]?.next ?? 0) > (counted.rows[0]?.last ?? 0), 'counts go on')
    await assert.rejects(restoreBackup(empty, backup), /n’est pas vide/)
    await empty.close()
  })

  test('that is cut, changed or something else is refused whole', async () => {
    await writeBackup(source, backup)
    const whole = readFileSync(backup)
    const text = String(gunzipSync(whole))
    const lines = text.trimEnd().split('\n')
    const bad: Record<string, Buffer> = {
      'cut by a full disk': whole.subarray(0, whole.length / 2),
      'without its end': gzipSync(`${lines.slice(0, -1).join('\n')}\n`),
      'missing a row': gzipSync(`${lines.filter((_, at) => at !== 40).join('\n')}\n`),
      'whose file was changed': gzipSync(text.replace('\nB w6', '\nB AA')),
      'of another version': gzipSync(text.replace('"migrations":[', '"migrations":[{},')),
      'another compressed file': gzipSync('bonjour\n'),
      'another file': Buffer.from('bonjour'),
    }
    const empty = await openEmpty()
    const file = path.join(directory, 'bad.backup')
    for (const [name, bytes] of Object.entries(bad)) {
      writeFileSync(file, bytes)
      await assert.rejects(restoreBackup(empty, file), /sauvegarde/, name)
    }
    await restoreBackup(empty, backup)
    await empty.close()
  })

  test('is written even where the store has lost a file, and says so', async () => {
    rmSync(path.join(directory, 'source', 'files'), { recursive: true })
    const { lost } = await writeBackup(source, backup)
    assert.ok(lost >= 1)
  })

  test('that could not be written leaves the last one, and no half of itself', async () => {
    const before = readFileSync(backup)
    const files = { open: () => Promise.reject(new Error('disk on fire')) }
    const platform = { ...source.platform, files } as unknown as Platform
    await assert.rejects(writeBackup({ ...source, platform }, backup), /disk on fire/)
    assert.deepEqual(readFileSync(backup), before)
    assert.deepEqual(
      readdirSync(directory).filter((name) => name.endsWith('.part')),
      [],
    )
  })
})

test('every table is restored after those it refers to', async () => {
  const database = await useDatabase()
  const client = await database.pool.connect()
  const names = (await listTables(client)).map(({ name }) => name)
  client.release()
  await database.close()
  const at = (name: string) => names.indexOf(name)
  assert.ok(at('identity.person') < at('identity.membership'))
  assert.ok(at('directory.startup') < at('directory.solution'))
  assert.ok(!names.some((name) => name.startsWith('graphile_worker')))
})
