import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildAll } from '../script/build.ts'
import { Client } from './client.ts'
import { findFreePort, startServer, stopServer } from './running-server.ts'

/** Clients that write all the time, and how often the server is killed under them. */
const writers = 6
const cuts = 3

describe('couper le serveur pendant qu’on écrit', () => {
  let directory = ''
  let port = 0
  let server: ChildProcess

  before(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'cauri-cut-'))
    port = await findFreePort()
    if (!existsSync('dist/main.js')) await buildAll()
  })
  after(async () => {
    await stopServer(server)
    rmSync(directory, { recursive: true, force: true })
  })

  const start = async () => {
    server = await startServer({ directory, port })
  }

  test('rien de ce qui a été confirmé ne manque, rien n’est en double, après chaque SIGKILL', async () => {
    await start()
    const client = new Client(`http://localhost:${port}`)
    await client.signIn('agent.glazoue@demo.example')
    const confirmed = new Set<string>()
    for (let cut = 0; cut < cuts; cut++) {
      const isOver = { value: false }
      const work = Array.from({ length: writers }, () => writeUntil(client, isOver, confirmed))
      const enough = confirmed.size + writers * (cut + 1)
      while (confirmed.size < enough) await sleep(20)
      await sleep(cut * 30)
      server.kill('SIGKILL')
      isOver.value = true
      await Promise.all(work)
      await start()
    }
    assert.ok(confirmed.size >= cuts * writers, `${confirmed.size} besoins confirmés`)
    const { html } = await client.get('/espace/besoins')
    for (const id of [...confirmed].slice(-150))
      assert.ok(html.includes(id), `le besoin ${id} a été confirmé, puis perdu`)
  })
})

/** Starts needs one after the other; remembers those the server confirmed. */
async function writeUntil(
  client: Client,
  isOver: { value: boolean },
  confirmed: Set<string>,
): Promise<void> {
  while (!isOver.value) {
    try {
      const { url } = await client.submit('/espace/besoins', '/espace/besoins/nouveau', {})
      const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(url)?.[0]
      if (id) confirmed.add(id)
    } catch {
      return
    }
  }
}
