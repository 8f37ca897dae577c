/** Listens for committed changes and lets kept pages go; while nobody listens, nothing is kept. */
import pg from 'pg'
import type { Log } from '../log.ts'
import type { PageCache } from './page-cache.ts'

const retryAfterMs = 1000

export async function listenForChanges(
  url: string,
  pages: PageCache,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | null = null
  let isStopped = false

  const listen = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'cauri-content' })
    next.on('notification', () => pages.clear())
    next.on('error', lose)
    next.on('end', lose)
    await next.connect()
    await next.query('listen cauri_content')
    client = next
    pages.clear()
    pages.isListening = true
  }

  const lose = () => {
    pages.isListening = false
    pages.clear()
    if (isStopped || client === null) return
    client = null
    retry()
  }

  const retry = () => {
    if (isStopped) return
    setTimeout(() => {
      listen().catch((error: Error) => {
        log.warn({ err: error }, 'content notifications are not heard')
        retry()
      })
    }, retryAfterMs).unref()
  }

  await listen()
  return {
    async stop() {
      isStopped = true
      await client?.end()
    },
  }
}
