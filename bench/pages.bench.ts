/** Pages a second on one process, compressed, against the demonstration world; and the memory it takes. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { buildAll } from '../script/build.ts'
import { type Measure, report } from './measure.ts'

const port = 3950
const origin = `http://localhost:${port}`
const pages = [
  '/',
  '/communes',
  '/solutions',
  '/solutions?domaine=markets',
  '/startups',
  '/besoins',
]
const seconds = 8

await buildAll()
const directory = mkdtempSync(path.join(tmpdir(), 'cauri-bench-'))
const env = { ...process.env, PORT: String(port), CAURI_DATA_DIR: directory, CAURI_LOG: 'warn' }
const server = spawn(process.execPath, ['dist/main.js'], { env, stdio: 'inherit' })
try {
  await waitUntilReady()
  const measures: Measure[] = []
  for (const page of pages) measures.push(await load(page))
  measures.push({
    name: 'mémoire résidente après la charge',
    unit: 'Mo',
    ...(await readMemory()),
    aim: 'moins de 250 Mo',
  })
  report(measures)
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(directory, { recursive: true, force: true })
}

async function waitUntilReady(): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    const isReady = await fetch(`${origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await sleep(200)
  }
  throw new Error('Le serveur ne répond pas')
}

async function load(page: string): Promise<Measure> {
  const headers = { 'accept-encoding': 'br' }
  const { requests, non2xx } = await autocannon({
    url: origin + page,
    connections: 20,
    duration: seconds,
    headers,
  })
  if (non2xx > 0) throw new Error(`${page} : ${non2xx} réponses en erreur`)
  return {
    name: `pages par seconde : ${page}`,
    unit: '/s',
    median: requests.p50,
    p95: requests.p2_5,
    aim: 'au moins 1 000 /s',
  }
}

async function readMemory(): Promise<{ median: number; p95: number }> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1])
  return { median: bytes / 1_000_000, p95: bytes / 1_000_000 }
}
