import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildAll } from '../script/build.ts'
import { Client } from './client.ts'

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
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
    rmSync(directory, { recursive: true, force: true })
  })

  const start = async () => {
    const env = {
      ...process.env,
      PORT: String(port),
      CAURI_DATA_DIR: directory,
      CAURI_LOG: 'silent',
    }
    server = spawn(process.execPath, ['dist/main.js'], { env, stdio: 'ignore' })
    for (let waited = 0; waited < 60_000; waited += 100) {
      if (
        await fetch(`http://localhost:${port}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return
      await sleep(100)
    }
    throw new Error('Le serveur ne démarre pas')
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

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
