/** The whole application on a port of its own, over a database of its own: for route tests and journeys. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { storeDemoFiles } from '#demo/files/load-files.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { createFileStore } from '#platform/files/file-store.ts'
import { createLog } from '#platform/log.ts'
import { createRateLimiter } from '#platform/rate-limit.ts'
import type { Platform } from '#platform/web.ts'
import { buildAssets } from '../script/build.ts'
import { createApp } from '../src/app.ts'
import { type TestDatabase, testSecret, useDatabase } from './database.ts'

export interface TestApp {
  readonly platform: Platform
  readonly database: TestDatabase
  readonly origin: string
  readonly app: Awaited<ReturnType<typeof createApp>>['app']
  readonly site: Awaited<ReturnType<typeof createApp>>['site']
  close(): Promise<void>
}

interface Options {
  readonly demo?: boolean
  readonly config?: Partial<Config>
}

/** With `demo`, the demonstration world is there, and its accounts with the password « cauri-demo ». */
export async function startApp({ demo = true, config = {} }: Options = {}): Promise<TestApp> {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-app-'))
  const assets = process.env.CAURI_TEST_ASSETS ?? path.join(directory, 'assets')
  if (!process.env.CAURI_TEST_ASSETS) await buildAssets(assets)
  const database = await useDatabase({ demo })
  const settings: Config = {
    ...readConfig({ CAURI_DATA_DIR: directory, CAURI_LOG: 'silent' }),
    port: 0,
    ...config,
  }
  const platform: Platform = {
    config: settings,
    log: createLog(settings.logLevel),
    db: database.db,
    files: createFileStore(settings),
    rateLimiter: createRateLimiter(database.counters),
    secret: testSecret,
  }
  if (demo) await storeDemoFiles(platform.files)
  const { app, site } = await createApp(platform, assets)
  const origin = (await app.listen({ port: 0, host: '127.0.0.1' })).replace(
    '127.0.0.1',
    'localhost',
  )
  const close = async () => {
    await app.close()
    await database.close()
    rmSync(directory, { recursive: true, force: true })
  }
  return { platform, database, origin, app, site, close }
}
