import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import pg from 'pg'
import { isAlive } from './embedded/running-process.ts'
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded.ts'

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function ask(url: string, sql: string): Promise<unknown> {
  const [row = {}] = await query(url, sql)
  return Object.values(row)[0]
}

const log = () => {}

describe('the embedded database', () => {
  let root = ''
  let directory = ''
  let opened: EmbeddedDatabase[] = []

  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'cauri-embedded-'))
    directory = path.join(root, 'postgres')
  })
  beforeEach(async () => {
    for (const database of opened) await database.stop()
    opened = []
  })
  after(async () => {
    for (const database of opened) await database.stop()
    rmSync(root, { recursive: true, force: true })
  })

  const start = async (options: Partial<Parameters<typeof startEmbeddedDatabase>[0]> = {}) => {
    const database = await startEmbeddedDatabase({
      directory,
      isDirectoryChosen: true,
      log,
      ...options,
    })
    opened.push(database)
    return database
  }

  /** Another node, which starts the database and is killed while it runs. */
  const startAndKill = async (): Promise<{ url: string; pid: number }> => {
    const fixture = path.resolve('src/platform/database/embedded.fixture.ts')
    const node = spawn(process.execPath, ['--import', 'tsx', fixture, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(node.stdout, 'data')
    node.kill('SIGKILL')
    await once(node, 'exit')
    return JSON.parse(String(line))
  }

  test('gives a role that owns its database and is no superuser', async () => {
    const { url, adminUrl } = await start()
    const role = "from pg_roles where rolname = 'cauri'"
    assert.deepEqual(await query(url, `select rolsuper, rolcreaterole, rolbypassrls ${role}`), [
      { rolsuper: false, rolcreaterole: false, rolbypassrls: false },
    ])
    await query(
      url,
      'create extension unaccent; create extension pg_trgm; create extension btree_gin',
    )
    await assert.rejects(query(url, 'create role intruder'), /permission denied/)
    assert.equal(await ask(adminUrl, 'show listen_addresses'), '127.0.0.1')
    await assert.rejects(query(url.replace(/:[^:@]+@/, ':guess@'), 'select 1'), /password/)
  })

  test('orders words as French does, checks its pages, and waits for the disk', async () => {
    const { url } = await start()
    const words = await query(
      url,
      "select word from unnest(array['zèbre', 'été', 'Fa', 'etc']) word order by 1",
    )
    assert.deepEqual(
      words.map((row) => Object.values(row)[0]),
      ['etc', 'été', 'Fa', 'zèbre'],
    )
    for (const [setting, value] of Object.entries({
      data_checksums: 'on',
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      server_encoding: 'UTF8',
    }))
      assert.equal(await ask(url, `show ${setting}`), value, setting)
  })

  test('keeps its password to us', async () => {
    const { url } = await start()
    const settings = path.join(directory, 'settings.json')
    assert.equal(statSync(settings).mode & 0o777, 0o600)
    assert.ok(url.includes(JSON.parse(readFileSync(settings, 'utf8')).password))
    assert.equal(statSync(path.join(directory, 'cluster')).mode & 0o777, 0o700)
  })

  test('stops whole, and starts again at the same address with what it held', async () => {
    const first = await start()
    await query(first.url, 'create table kept as select 7 as seven')
    await first.stop()
    assert.equal(isAlive(first.pid), false)
    const second = await start()
    assert.equal(second.url, first.url)
    assert.equal(await ask(second.url, 'select seven from kept'), 7)
  })

  test('refuses a second server on its folder, and lets a command join', async () => {
    const first = await start()
    await assert.rejects(start(), {
      message: `Un autre serveur Cauri (processus ${process.pid}) utilise déjà ${directory}. Arrêtez-le, ou choisissez un autre CAURI_DATA_DIR.`,
    })
    const guest = await startEmbeddedDatabase({ directory, mayJoin: true, log })
    assert.equal(guest.url, first.url)
    await guest.stop()
    assert.equal(await ask(first.url, 'select 1'), 1)
  })

  test('finds the postgres that a killed server left, and stops it in the end', async () => {
    const killed = await startAndKill()
    assert.ok(isAlive(killed.pid))
    const startedAt = performance.now()
    const found = await start()
    assert.ok(performance.now() - startedAt < 1000)
    assert.deepEqual([found.pid, found.url], [killed.pid, killed.url])
    await found.stop()
    assert.equal(isAlive(found.pid), false)
  })

  test('finds it even when its folder was renamed meanwhile', {
    skip: !existsSync('/proc'),
  }, async () => {
    const killed = await startAndKill()
    const renamed = `${directory}-renamed`
    renameSync(directory, renamed)
    const found = await startEmbeddedDatabase({ directory: renamed, isDirectoryChosen: true, log })
    assert.equal(found.pid, killed.pid)
    await found.stop()
    renameSync(renamed, directory)
  })

  test('recovers when both were killed, and keeps what was committed', async () => {
    const killed = await startAndKill()
    await query(killed.url, 'create table survivor as select 1 as one')
    process.kill(killed.pid, 'SIGKILL')
    const { url, pid } = await start()
    assert.notEqual(pid, killed.pid)
    assert.equal(await ask(url, 'select one from survivor'), 1)
  })

  for (const [because, trace] of [
    ['of a number that another program has now', `${process.pid}\n`],
    ['that a power cut left empty', ''],
    ['of a process that is no more', '4194303\n'],
  ] as const) {
    test(`is not kept from starting by a trace ${because}`, async () => {
      await start().then(({ stop }) => stop())
      writeFileSync(path.join(directory, 'cluster/postmaster.pid'), trace)
      const { url } = await start()
      assert.equal(await ask(url, 'select 1'), 1)
    })
  }

  test('says so when the password kept beside it is lost', async () => {
    await start().then(({ stop }) => stop())
    const settings = path.join(directory, 'settings.json')
    renameSync(settings, `${settings}.away`)
    await assert.rejects(start(), /refuse le mot de passe gardé dans settings\.json/)
    assert.equal(
      existsSync(path.join(directory, 'cluster/postmaster.pid')),
      false,
      'nothing runs on',
    )
    renameSync(`${settings}.away`, settings)
    assert.equal(await ask((await start()).url, 'select 1'), 1)
  })
})

describe('the embedded database of root, below a private folder', {
  skip: process.getuid?.() !== 0,
}, () => {
  const root = mkdtempSync(path.join(tmpdir(), 'cauri-private-'))
  const directory = path.join(root, 'checkout/var/postgres')
  mkdirSync(path.dirname(directory), { recursive: true })
  chmodSync(root, 0o700)
  after(() => rmSync(root, { recursive: true }))

  test('is placed where its account can pass, and says where', async () => {
    const lines: string[] = []
    const { url, stop } = await startEmbeddedDatabase({
      directory,
      log: (line) => lines.push(line),
    })
    assert.equal(await ask(url, 'select 1'), 1)
    await stop()
    const [, moved = ''] =
      lines.join().match(/^La base de données est dans (\/var\/tmp\/cauri-\w+) : /) ?? []
    assert.ok(existsSync(path.join(moved, 'cluster')))
    rmSync(moved, { recursive: true })
  })

  test('is never moved from the folder that the operator chose', async () => {
    await assert.rejects(
      startEmbeddedDatabase({ directory, isDirectoryChosen: true, log }),
      /est sous un dossier privé.*CAURI_DATA_DIR/,
    )
  })
})
