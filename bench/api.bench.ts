/** Lists of the public interface, a second, on one process: as programs read them again, and as each must be read anew. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { buildAll } from '../script/build.ts'
import { type Measure, report } from './measure.ts'

const port = 3951
const origin = `http://localhost:${port}`
const seconds = 8

await buildAll()
const directory = mkdtempSync(path.join(tmpdir(), 'cauri-bench-'))
const env = {
  ...{ ...process.env, PORT: String(port), CAURI_DATA_DIR: directory, CAURI_LOG: 'warn' },
  // Each address has its own allowance: what is read anew is counted.
  CAURI_TRUST_PROXY: '1',
}
const server = spawn(process.execPath, ['dist/main.js'], { env, stdio: 'inherit' })
try {
  await waitUntilReady()
  const measures: Measure[] = []
  for (const list of ['besoins', 'communes', 'solutions', 'registre'])
    measures.push(await load(`liste relue : ${list}`, () => `/api/v1/${list}`))
  measures.push(await load('liste relue, jamais gardée : appels', () => '/api/v1/appels'))
  for (const list of ['besoins', 'solutions', 'communes'])
    measures.push(await load(`liste lue à neuf : ${list}`, (n) => `/api/v1/${list}?q=a${n}`))
  report(measures)
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(directory, { recursive: true, force: true })
}

async function waitUntilReady(): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 200) {
    const isReady = await fetch(`${origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await sleep(200)
  }
  throw new Error('Le serveur ne répond pas')
}

async function load(name: string, pathOf: (count: number) => string): Promise<Measure> {
  let count = 0
  const { requests, non2xx } = await autocannon({
    ...{ url: origin, connections: 20, duration: seconds },
    requests: [
      {
        setupRequest: (request) => {
          count += 1
          const address = `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`
          const headers = { 'accept-encoding': 'br', 'x-forwarded-for': address }
          return { ...request, path: pathOf(count), headers }
        },
      },
    ],
  })
  if (non2xx > 0) throw new Error(`${name} : ${non2xx} réponses en erreur`)
  return { name, unit: '/s', median: requests.p50, p95: requests.p2_5, aim: 'au moins 800 /s' }
}
