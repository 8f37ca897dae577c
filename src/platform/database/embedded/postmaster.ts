/** The PostgreSQL process: started, found again after a kill -9 of ours, and stopped cleanly. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Owner } from './owner.ts'
import type { Place } from './place.ts'
import { isAlive, readCommand, readName, worksIn } from './running-process.ts'

interface Trace {
  readonly pid: number
  readonly port: number
  readonly isStopping: boolean
}

/** The postgres that serves this folder, perhaps since a killed Cauri; null when there is none. */
export async function findRunning({ cluster }: Place): Promise<Trace | null> {
  const trace = readTrace(describeTrace(cluster))
  if (trace === null || !isPostgresOf(trace.pid, cluster)) return null
  if (!trace.isStopping) return trace
  await waitForEnd(trace.pid, 60_000)
  return null
}

/**
 * Removes, for who holds the lock, a trace that would keep PostgreSQL from starting: empty, or of another program.
 * The trace of a dead postgres is left to PostgreSQL, which looks whether a child of it still writes.
 */
export function removeFalseTrace({ cluster }: Place): void {
  const file = describeTrace(cluster)
  const trace = readTrace(file)
  if (trace === null || (isAlive(trace.pid) && !isPostgres(trace.pid)))
    rmSync(file, { force: true })
}

function describeTrace(cluster: string): string {
  return path.join(cluster, 'postmaster.pid')
}

/** Null when there is none, or one that a power cut left empty. */
function readTrace(file: string): Trace | null {
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!(pid > 0)) return null
  return { pid, port: Number(lines[3] ?? 0), isStopping: lines[7]?.trim() === 'stopping' }
}

function isPostgres(pid: number): boolean {
  return readName(pid) === 'postgres'
}

function isPostgresOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid) || !isPostgres(pid)) return false
  const command = `${readCommand(pid)} `
  const isNamed = [cluster, realpathSync(cluster)].some((name) => command.includes(` ${name} `))
  return isNamed || worksIn(pid, cluster)
}

interface Start {
  readonly home: string
  readonly owner: Owner | null
  readonly place: Place
  readonly port: number
  readonly options: readonly string[]
}

/** Its own process group: Ctrl-C reaches Cauri first, which ends its requests before it stops the database. */
export function startPostgres({ home, owner, place, port, options }: Start): ChildProcess {
  const log = openSync(path.join(place.directory, 'postgres.log'), 'a', 0o600)
  const given = [
    'shared_buffers=64MB',
    'max_connections=60',
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
    'log_checkpoints=off',
    ...options,
  ].flatMap((option) => ['-c', option])
  const child = spawn(
    path.join(home, 'bin/postgres'),
    ['-D', place.cluster, '-p', String(port), ...given],
    { ...owner, cwd: '/', detached: true, stdio: ['ignore', log, log], env: environment() },
  )
  closeSync(log)
  child.on('error', () => {})
  child.unref()
  return child
}

/** Fast shutdown: connections are ended, what is committed is kept. One that hangs is cut, and recovers at its next start. */
export async function stopPostgres(pid: number, { cluster }: Place): Promise<void> {
  if (!isPostgresOf(pid, cluster)) return
  process.kill(pid, 'SIGINT')
  if (await waitForEnd(pid, 30_000)) return
  process.kill(pid, 'SIGQUIT')
  await waitForEnd(pid, 10_000)
}

async function waitForEnd(pid: number, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs && isAlive(pid); waited += 20) await sleep(20)
  return !isAlive(pid)
}

/** Nothing of ours reaches it: no secret, no locale. */
export function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'UTC' }
}
