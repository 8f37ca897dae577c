/** What every process needs before it serves or works: a migrated database, files, a secret, a log. */
import path from 'node:path'
import { type Config, readConfig } from './config.ts'
import { type Connection, connect, serverName } from './database/connect.ts'
import { startEmbeddedDatabase } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { createFileStore } from './files/file-store.ts'
import { prepareJobs } from './jobs.ts'
import { createLog } from './log.ts'
import { createRateLimiter } from './rate-limit.ts'
import { loadSecret } from './secret.ts'
import type { Platform } from './web.ts'

export interface OpenPlatform {
  readonly platform: Platform
  readonly connection: Connection
  readonly url: string
  close(): Promise<void>
}

interface Options {
  /** For commands: work on the embedded database of the server that may be running. */
  readonly mayJoin?: boolean
}

export async function openPlatform(
  config: Config = readConfig(),
  { mayJoin = false }: Options = {},
): Promise<OpenPlatform> {
  const log = createLog(config.logLevel)
  const embedded =
    config.databaseUrl === null
      ? await startEmbedded(config, mayJoin, (line) => log.info(line))
      : null
  const url = config.databaseUrl ?? embedded?.url ?? ''
  await migrate(url)
  const name = mayJoin ? 'cauri-operator' : serverName
  const connection = connect(url, { max: 16, name, log: (line) => log.warn(line) })
  // Counts are written beside the request's transaction: from the same pool, requests could wait for each other for ever.
  const counters = connect(url, { max: 4, name, log: (line) => log.warn(line) })
  await prepareJobs(connection.pool)
  const platform: Platform = {
    config,
    log,
    db: connection.db,
    files: createFileStore(config),
    rateLimiter: createRateLimiter(counters.pool),
    secret: loadSecret(config),
  }
  const close = async () => {
    await Promise.all([connection.close(), counters.close()])
    await embedded?.stop()
  }
  return { platform, connection, url, close }
}

function startEmbedded(config: Config, mayJoin: boolean, log: (line: string) => void) {
  const directory = path.join(config.dataDirectory, 'postgres')
  const isDirectoryChosen = config.isDataDirectoryChosen
  return startEmbeddedDatabase({ directory, isDirectoryChosen, mayJoin, log })
}
