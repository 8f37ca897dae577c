/** A real PostgreSQL that comes with the project, for development, tests and small installations. */
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { prepareBinaries } from './embedded/binaries.ts'
import { createCluster } from './embedded/cluster.ts'
import { readHolder, takeLock } from './embedded/lock.ts'
import { chooseOwner, type Owner } from './embedded/owner.ts'
import { describePlace, type Place, preparePlace } from './embedded/place.ts'
import { choosePort } from './embedded/port.ts'
import {
  findRunning,
  removeFalseTrace,
  startPostgres,
  stopPostgres,
} from './embedded/postmaster.ts'
import { createOwnDatabase, waitUntilReady } from './embedded/readiness.ts'
import { isAlive } from './embedded/running-process.ts'
import { keepSettings, readSettings, type Settings } from './embedded/settings.ts'

export interface EmbeddedDatabase {
  /** For the role « cauri », which owns its database and is no superuser: row-level security binds it. */
  readonly url: string
  /** For the superuser, who creates and drops databases in tests. */
  readonly adminUrl: string
  /** Of PostgreSQL's main process. */
  readonly pid: number
  /** The wanted folder, or the one within reach of its account. */
  readonly directory: string
  stop(): Promise<void>
}

interface Options {
  readonly directory: string
  /** True when the operator named the folder: then it is never moved elsewhere. */
  readonly isDirectoryChosen?: boolean
  /** True for a command beside the server: it uses the running database, and leaves it running. */
  readonly mayJoin?: boolean
  readonly log: (line: string) => void
  /** Extra settings of postgresql.conf, such as 'fsync=off' for tests. */
  readonly options?: readonly string[]
}

export async function startEmbeddedDatabase({
  directory,
  isDirectoryChosen = false,
  mayJoin = false,
  log,
  options = [],
}: Options): Promise<EmbeddedDatabase> {
  const owner = chooseOwner(describePlace(directory).cluster)
  const place = preparePlace(directory, isDirectoryChosen, owner, log)
  const lock = path.join(place.directory, 'server.lock')
  const unlock = takeLock(lock)
  if (unlock === null) {
    const running = mayJoin ? await findRunning(place) : null
    if (running) return join(place, running.pid)
    throw new Error(
      `Un autre serveur Cauri (processus ${readHolder(lock)}) utilise déjà ${place.directory}. Arrêtez-le, ou choisissez un autre CAURI_DATA_DIR.`,
    )
  }
  try {
    const database = await open(place, owner, options)
    return { ...database, stop: () => database.stop().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

async function join(place: Place, pid: number): Promise<EmbeddedDatabase> {
  const urls = describeUrls(readSettings(place.directory))
  await waitUntilReady(urls.url, () => isAlive(pid))
  return { ...urls, pid, directory: place.directory, stop: async () => {} }
}

/** Finds the server that a killed Cauri left, or starts one. */
async function open(
  place: Place,
  owner: Owner | null,
  options: readonly string[],
): Promise<EmbeddedDatabase> {
  const home = await prepareBinaries(owner)
  removeFalseTrace(place)
  const running = await findRunning(place)
  const kept = readSettings(place.directory)
  const settings = { ...kept, port: running?.port || (await choosePort(kept.port)) }
  keepSettings(place.directory, settings)
  createCluster({ home, owner, place, password: settings.password })
  const urls = describeUrls(settings)
  const launch = () => startPostgres({ home, owner, place, port: settings.port, options })
  const pid =
    running && (await waitUntilReady(urls.adminUrl, () => isAlive(running.pid)))
      ? running.pid
      : await insist(launch, urls.adminUrl, place)
  const stop = () => stopPostgres(pid, place)
  try {
    await createOwnDatabase(urls.adminUrl, settings.password)
  } catch (error) {
    await stop()
    throw error
  }
  return { ...urls, pid, directory: place.directory, stop }
}

/** A child of a killed server may still be writing for a moment, and PostgreSQL refuses to start meanwhile. */
async function insist(
  launch: () => ReturnType<typeof startPostgres>,
  url: string,
  place: Place,
): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const child = launch()
    const { pid = 0 } = child
    const isRunning = () => pid > 0 && child.exitCode === null && child.signalCode === null
    try {
      if (await waitUntilReady(url, isRunning)) return pid
    } catch (error) {
      await stopPostgres(pid, place)
      throw error
    }
    await sleep(100)
  }
  throw new Error(`PostgreSQL ne démarre pas : lisez ${place.directory}/postgres.log`)
}

function describeUrls({ port, password }: Settings): { url: string; adminUrl: string } {
  const server = `${password}@127.0.0.1:${port}`
  return {
    url: `postgres://cauri:${server}/cauri`,
    adminUrl: `postgres://postgres:${server}/postgres`,
  }
}
