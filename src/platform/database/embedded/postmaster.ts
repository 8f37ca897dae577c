/** The PostgreSQL process: started, found again after a kill -9 of ours, and stopped cleanly. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Owner } from './owner.ts'
import { isAlive, type Place, readCommand, type Settings } from './place.ts'

interface Server {
  readonly home: string
  readonly owner: Owner | null
  readonly place: Place
  readonly settings: Settings
}

/** Makes the data directory once, beside its final name, so that a cut half-way leaves nothing behind that looks whole. */
export function createCluster({ home, owner, place, settings }: Server): void {
  if (existsSync(path.join(place.cluster, 'PG_VERSION'))) return
  const draft = `${place.cluster}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = path.join(place.directory, 'initdb.password')
  writeFileSync(passwordFile, settings.password, { mode: 0o600 })
  if (owner) for (const file of [draft, passwordFile]) chownSync(file, owner.uid, owner.gid)
  const result = spawnSync(
    path.join(home, 'bin/initdb'),
    [
      '-D',
      draft,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=icu',
      '--icu-locale=fr',
      '-k',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
    ],
    { ...owner, cwd: '/', encoding: 'utf8', env: environment() },
  )
  rmSync(passwordFile, { force: true })
  if (result.status !== 0)
    throw new Error(
      `La base de données n’a pas pu être créée : ${result.stderr || result.error?.message}`,
    )
  renameSync(draft, place.cluster)
}

/** The postgres that still serves this folder since a killed Cauri; null when there is none. A stale trace is removed. */
export function findRunning({ cluster }: Place): { pid: number; port: number } | null {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid = 0, , , port = 0] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (pid > 0 && isAlive(pid) && readCommand(pid).includes('postgres')) return { pid, port }
  rmSync(file, { force: true })
  return null
}

/** Its own process group: Ctrl-C reaches Cauri first, which ends its requests before it stops the database. */
export function startPostgres(
  { home, owner, place, settings }: Server,
  options: readonly string[],
): ChildProcess {
  const logFile = openSync(path.join(place.directory, 'postgres.log'), 'a')
  const given = [
    'shared_buffers=64MB',
    'max_connections=60',
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
    ...options,
  ]
  const child = spawn(
    path.join(home, 'bin/postgres'),
    [
      '-D',
      place.cluster,
      '-p',
      String(settings.port),
      ...given.flatMap((option) => ['-c', option]),
    ],
    { ...owner, cwd: '/', detached: true, stdio: ['ignore', logFile, logFile], env: environment() },
  )
  child.unref()
  return child
}

/** Fast shutdown: connections are ended, what is committed is kept. */
export async function stopPostgres(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isAlive(pid) && waited < 15_000; waited += 50) await sleep(50)
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'UTC' }
}
