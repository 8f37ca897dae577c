/** A real PostgreSQL that comes with the project, for development, tests and small installations. */
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { prepareBinaries } from './embedded/binaries.ts'
import { chooseOwner } from './embedded/owner.ts'
import {
  choosePlace,
  findHolder,
  keepSettings,
  lock,
  type Place,
  readSettings,
  type Settings,
} from './embedded/place.ts'
import { createCluster, findRunning, startPostgres, stopPostgres } from './embedded/postmaster.ts'

export interface EmbeddedDatabase {
  /** For the role « cauri », which owns its database and is no superuser: row-level security binds it. */
  readonly url: string
  /** For the superuser, who creates and drops databases in tests. */
  readonly adminUrl: string
  /** Of PostgreSQL's main process. */
  readonly pid: number
  stop(): Promise<void>
}

interface Options {
  readonly directory: string
  /** True when the operator named the folder: then it is never moved elsewhere. */
  readonly isDirectoryChosen?: boolean
  readonly log: (line: string) => void
  /** Work beside a Cauri that already serves this folder, on its database, instead of refusing. */
  readonly mayJoin?: boolean
  /** Extra settings of postgresql.conf, such as 'fsync=off' for tests. */
  readonly options?: readonly string[]
}

export async function startEmbeddedDatabase({
  directory,
  isDirectoryChosen = false,
  log,
  mayJoin = false,
  options = [],
}: Options): Promise<EmbeddedDatabase> {
  const owner = chooseOwner()
  const home = await prepareBinaries(owner)
  const place = choosePlace(directory, isDirectoryChosen, owner, log)
  const served = mayJoin && findHolder(place) !== null ? findRunning(place) : null
  if (served) {
    const settings = { ...readSettings(place, served.port), port: served.port }
    return { ...address(settings), pid: served.pid, stop: async () => {} }
  }
  const unlock = lock(place)
  const kept = readSettings(place, await findFreePort())
  const running = findRunning(place)
  const settings = running ? { ...kept, port: running.port } : await withFreePort(place, kept)
  const server = { home, owner, place, settings }
  createCluster(server)
  const pid = running?.pid ?? startPostgres(server, options).pid ?? 0
  const { url, adminUrl } = address(settings)
  await waitUntilReady(adminUrl, place)
  await createOwnDatabase(adminUrl, settings)
  const stop = async () => {
    await stopPostgres(pid)
    unlock()
  }
  return { url, adminUrl, pid, stop }
}

function address({ port, password }: Settings): { url: string; adminUrl: string } {
  const at = (role: string) => `postgres://${role}:${password}@127.0.0.1:${port}`
  return { url: `${at('cauri')}/cauri`, adminUrl: `${at('postgres')}/postgres` }
}

async function withFreePort(place: Place, settings: Settings): Promise<Settings> {
  if (await isFree(settings.port)) return settings
  const moved = { ...settings, port: await findFreePort() }
  keepSettings(place, moved)
  return moved
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

async function waitUntilReady(url: string, place: Place): Promise<void> {
  let lastError: unknown
  for (let waited = 0; waited < 30_000; waited += 50) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      lastError = error
      await sleep(50)
    }
  }
  throw new Error(`PostgreSQL ne démarre pas : lisez ${place.directory}/postgres.log`, {
    cause: lastError,
  })
}

async function createOwnDatabase(adminUrl: string, { password }: Settings): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const roles = await client.query("select 1 from pg_roles where rolname = 'cauri'")
    if (roles.rowCount === 0) await client.query(`create role cauri login password '${password}'`)
    const databases = await client.query("select 1 from pg_database where datname = 'cauri'")
    if (databases.rowCount === 0) await client.query('create database cauri owner cauri')
  } finally {
    await client.end()
  }
}
