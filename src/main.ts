/** Starts the process: database, reference data, jobs, pages; and stops them in the reverse order. */
import { startFedapaySimulator, startKkiapaySimulator } from '#modules/services/index.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { warmUpPrinter } from '#platform/documents.ts'
import { openPlatform } from '#platform/open-platform.ts'
import { listenForChanges } from '#platform/web/content-changes.ts'
import { createApp, startBackgroundWork } from './app.ts'
import { loadWorld } from './load-world.ts'

const config = await addSimulator(readConfig())
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
warmUpPrinter().catch((error) => platform.log.error({ err: error }, 'Papiers : imprimeur'))

/** The demonstration world has no money of its own: its gateways are some that pretend. */
async function addSimulator(settings: Config): Promise<Config> {
  if (!settings.hasDemo || settings.fedapay || settings.kkiapay) return settings
  const noticeUrl = (name: string) => () => `http://127.0.0.1:${settings.port}/paiements/${name}`
  return {
    ...settings,
    fedapay: await startFedapaySimulator({ noticeUrl: noticeUrl('fedapay') }),
    kkiapay: await startKkiapaySimulator({ noticeUrl: noticeUrl('kkiapay') }),
  }
}

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
