/** A hundred thousand releases in one file, written as they are read: how many a second, and what memory the server takes for it. */
import { get } from 'node:http'
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { startApp } from '#test/app.ts'
import { type Measure, report } from './measure.ts'

const wanted = 100_000
const megabyte = 1_048_576

const { database, origin, close } = await startApp()

/** The releases of the demonstration world again and again, each a second after the one before. */
async function fill(): Promise<void> {
  await writeAs(database.db, system, async (db) => {
    await sql`insert into opendata.release (id, reference, date, tag, body)
      select id || '-' || copy, reference, date + copy * interval '1 second', tag, body
      from opendata.release, generate_series(1, (select ${wanted} / count(*) + 1 from opendata.release)) as copy
      limit ${wanted}`.execute(db)
  })
  await sql`analyze opendata.release`.execute(database.db)
}

interface Read {
  readonly lines: number
  readonly bytes: number
  readonly seconds: number
  /** At its highest while it was read, beyond what the process held before. */
  readonly memory: number
}

/** Read and thrown away by packets, so that what is measured is the server's. */
function readBulk(path: string): Promise<Read> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const startedAt = performance.now()
  const read = { lines: 0, bytes: 0 }
  let highest = before
  return new Promise((resolve, reject) => {
    get(`${origin}${path}`, (answer) => {
      answer.on('data', (packet: Buffer) => {
        read.bytes += packet.length
        for (const byte of packet) if (byte === 10) read.lines += 1
        highest = Math.max(highest, process.memoryUsage.rss())
      })
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          ...read,
          seconds: (performance.now() - startedAt) / 1000,
          memory: (highest - before) / megabyte,
        }),
      )
    }).on('error', reject)
  })
}

function tell(name: string, { lines, bytes, seconds, memory }: Read, count = lines): Measure[] {
  const one = (what: string, unit: string, value: number, aim: string): Measure => ({
    ...{ name: `${name}, ${what}`, unit, median: value, p95: value, aim },
  })
  return [
    one('publications', '/s', count / seconds, '3 000 par seconde'),
    one('mémoire prise en plus', 'Mo', memory, 'moins de 150 Mo'),
    one('taille', 'Mo', bytes / megabyte, '–'),
  ]
}

try {
  await fill()
  const plain = await readBulk('/donnees/ocds/releases.jsonl')
  if (plain.lines < wanted) throw new Error(`${plain.lines} publications`)
  const zipped = await readBulk('/donnees/ocds/releases.jsonl.gz')
  report([
    ...tell('100 000 publications', plain),
    ...tell('les mêmes, compressées', zipped, plain.lines),
    {
      ...{ name: 'mémoire du processus entier, à la fin', unit: 'Mo', aim: '–' },
      ...{
        median: process.memoryUsage.rss() / megabyte,
        p95: process.memoryUsage.rss() / megabyte,
      },
    },
  ])
} finally {
  await close()
}
