/** Starts the process: database, reference data, jobs, pages; and stops them in the reverse order. */
import { readConfig } from '#platform/config.ts'
import { openPlatform } from '#platform/open-platform.ts'
import { listenForChanges } from '#platform/web/content-changes.ts'
import { createApp, startBackgroundWork } from './app.ts'
import { loadWorld } from './load-world.ts'

const config = readConfig()
const opened = await openPlatform(config)
const { platform } = opened
await loadWorld(platform)
const { app, site } = await createApp(platform)
const changes = await listenForChanges(opened.url, site.pages, platform.log)
const jobs = await startBackgroundWork(opened)
await app.listen({ port: config.port, host: config.host })
platform.log.info({ origin: config.origin }, 'Cauri est prêt')

let isStopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())

/** What is under way is finished first: requests, then jobs, then the database. */
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await app.close()
  await jobs.stop()
  await changes.stop()
  await opened.close()
  process.exit(0)
}
