/** Writes everything into one file, as it stood at one moment, while the server goes on. */
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { readInBatches } from '../database/read-rows.ts'
import { NotFound } from '../errors.ts'
import { type Holder, listHolders } from '../files/file-records.ts'
import type { OpenPlatform } from '../open-platform.ts'
import type { Platform } from '../web.ts'
import { listMigrations, listTables } from './tables.ts'

export interface Counts {
  rows: number
  files: number
  /** Files that rows name and the store has lost. */
  lost: number
}

export async function writeBackup(
  { platform, connection }: Pick<OpenPlatform, 'platform' | 'connection'>,
  target: string,
): Promise<Counts> {
  const counts = { rows: 0, files: 0, lost: 0 }
  const draft = `${target}.part`
  const client = await connection.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query("select set_config('cauri.kind', 'system', true)")
    const sink = createWriteStream(draft, { mode: 0o600, flush: true })
    await pipeline(Readable.from(writeLines(client, platform, counts)), createGzip(), sink)
    await rename(draft, target)
  } finally {
    await rm(draft, { force: true })
    client.release(true)
  }
  return counts
}

async function* writeLines(client: PoolClient, platform: Platform, counts: Counts) {
  const secret = platform.config.secret === null ? platform.secret.toString('base64') : null
  const header = { version: 1, migrations: await listMigrations(client), secret }
  yield `H ${JSON.stringify(header)}\n`
  for (const table of await listTables(client)) {
    yield `T ${table.name}\n`
    const query = `select row_to_json(r)::text as row from ${table.name} as r`
    for await (const rows of readInBatches<{ row: string }>(client, query)) {
      counts.rows += rows.length
      yield rows.map(({ row }) => `R ${row}\n`).join('')
    }
  }
  for (const sha256 of await listContents(client)) yield* writeFile(platform, sha256, counts)
  yield `E ${JSON.stringify({ rows: counts.rows, files: counts.files })}\n`
}

async function listContents(client: PoolClient): Promise<string[]> {
  const { rows: holders } = await client.query<Holder>(listHolders)
  const each = holders.map(({ table, column }) => `select ${column} as sha256 from ${table}`)
  const { rows } = await client.query<{ sha256: string }>(`${each.join(' union ')} order by sha256`)
  return rows.map(({ sha256 }) => sha256)
}

async function* writeFile({ files }: Platform, sha256: string, counts: Counts) {
  const content = await files.open(sha256).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  if (content === null) {
    counts.lost++
    return
  }
  counts.files++
  yield `F ${sha256}\n`
  for await (const chunk of content) yield `B ${(chunk as Buffer).toString('base64')}\n`
}
