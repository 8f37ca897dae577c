/** A database of its own for each test file, copied from a template that is migrated and filled once. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { loadDemo } from '#demo/load-demo.ts'
import { refreshCatalogue } from '#modules/directory/index.ts'
import { refreshConnectivity } from '#modules/planning/index.ts'
import { system } from '#platform/actor.ts'
import { startEmbeddedDatabase } from '#platform/database/embedded.ts'
import { migrate } from '#platform/database/migrate.ts'
import { type Connection, connect, writeAs } from '#platform/database.ts'
import { prepareJobs } from '#platform/jobs.ts'
import { loadReference } from '#reference/load-reference.ts'

export interface TestDatabase extends Connection {
  readonly url: string
  /** For what is counted beside transactions. */
  readonly counters: pg.Pool
}

/** The server's secret in tests: the template is made once for all of them. */
export const testSecret = Buffer.alloc(32, 7)

/** The moment at which the demonstration world of tests is set. */
export const demoNow = new Date('2026-11-23T09:00:00Z')

/** Migrated, with the reference data; with `demo`, the demonstration world too. Close it when the file is done. */
export async function useDatabase({ demo = false } = {}): Promise<TestDatabase> {
  const server = await openServer()
  const template = await ensureTemplate(server.adminUrl, demo)
  const name = `cauri_test_${randomBytes(6).toString('hex')}`
  const copy = `template ${template} strategy file_copy owner cauri`
  await run(server.adminUrl, `create database ${name} ${copy}`)
  const url = withDatabase(server.url, name)
  const connection = connect(url, { max: 8 })
  const counters = connect(url, { max: 4 })
  const close = async () => {
    await Promise.all([connection.close(), counters.close()])
    await run(server.adminUrl, `drop database if exists ${name} with (force)`)
    await server.stop()
  }
  return { ...connection, url, counters: counters.pool, close }
}

interface TestServer {
  readonly url: string
  readonly adminUrl: string
  stop(): Promise<void>
}

/** The server of the whole run (script/test starts it), or one of our own when a file is run alone. */
async function openServer(): Promise<TestServer> {
  const { CAURI_TEST_URL: url, CAURI_TEST_ADMIN_URL: adminUrl } = process.env
  if (url && adminUrl) return { url, adminUrl, stop: async () => {} }
  return startTestServer()
}

export async function startTestServer(): Promise<TestServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-test-'))
  const options = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'autovacuum=off',
    'max_wal_size=256MB',
    'max_connections=100',
  ]
  const server = await startEmbeddedDatabase({
    directory: path.join(directory, 'postgres'),
    log: () => {},
    options,
  })
  return { ...server, stop: removeAtOurEnd(server.pid, directory, server.directory) }
}

/** A shell that outlives us, however we end: it stops the server and clears its folder. Returns what has it do so now. */
function removeAtOurEnd(pid: number, ...folders: string[]): () => Promise<void> {
  const script =
    'cat; kill -INT "$1"; n=0; while kill -0 "$1" && [ $n -lt 200 ]; do n=$((n+1)); sleep 0.05; done; shift; rm -rf "$@"'
  const keeper = spawn('sh', ['-c', script, 'sh', String(pid), ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  keeper.unref()
  ;(keeper.stdin as Socket).unref()
  return async () => {
    keeper.ref()
    keeper.stdin.end()
    await once(keeper, 'exit')
  }
}

/** Named by what fills it: a changed migration or demonstration file makes a new one. */
async function ensureTemplate(adminUrl: string, demo: boolean): Promise<string> {
  const name = `cauri_template_${hashSources()}${demo ? '_demo' : ''}`
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7729412)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await createTemplate(client, adminUrl, name, demo)
  } finally {
    await client.end()
  }
  return name
}

async function createTemplate(
  client: pg.Client,
  adminUrl: string,
  name: string,
  demo: boolean,
): Promise<void> {
  const draft = `${name}_draft`
  await client.query(`drop database if exists ${draft}`)
  await client.query(`create database ${draft} owner cauri`)
  const password = new URL(adminUrl).password
  const url = withDatabase(adminUrl.replace(`postgres:${password}@`, `cauri:${password}@`), draft)
  await migrate(url)
  const { pool, db, close } = connect(url)
  await prepareJobs(pool)
  await writeAs(db, system, async (transaction) => {
    await loadReference(transaction)
    if (!demo) return
    await loadDemo(transaction, demoNow, testSecret)
    await refreshCatalogue(transaction, 'all')
    await refreshConnectivity(transaction, demoNow)
  })
  await close()
  await client.query(`alter database ${draft} rename to ${name}`)
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const folder of ['database/migrations', 'database/reference', 'database/demo']) {
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (file.isFile()) hash.update(readFileSync(path.join(file.parentPath, file.name)))
    }
  }
  return hash.digest('hex').slice(0, 12)
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function run(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
