/** Reads a backup into an empty database: all of it, or nothing. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import type { OpenPlatform } from '../open-platform.ts'
import { replaceSecret } from '../secret.ts'
import { BackupReader, NotRestored, readLines } from './backup-reader.ts'
import { listTables, type Table } from './tables.ts'

export async function restoreBackup(
  { platform, connection }: Pick<OpenPlatform, 'platform' | 'connection'>,
  source: string,
): Promise<{ rows: number; files: number }> {
  const client = await connection.pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('cauri.kind', 'system', true)")
    const tables = await listTables(client)
    await refuseFull(client, tables)
    const reader = new BackupReader(client, tables, platform.files)
    const { secret } = await reader.readAll(readLines(open(source)))
    await queueAgain(client)
    await client.query('commit')
    if (secret !== null && platform.config.secret === null)
      replaceSecret(platform.config, Buffer.from(secret, 'base64'))
    return reader.counts
  } finally {
    client.release(true)
  }
}

function open(source: string): AsyncIterable<string> {
  const bytes = createReadStream(source)
  const text = createGunzip().setEncoding('utf8')
  bytes.on('error', (error) => text.destroy(error))
  return bytes.pipe(text)
}

async function refuseFull(client: ClientBase, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select 1 from ${name} limit 1`)
    if (rowCount)
      throw new NotRestored(
        `La base n’est pas vide (${name}) : restaurez dans une base neuve, par un autre CAURI_DATA_DIR ou un autre DATABASE_URL.`,
      )
  }
}

async function queueAgain(client: ClientBase): Promise<void> {
  await client.query(
    `select graphile_worker.add_job('send-message', json_build_object('messageId', id))
     from platform.message where sent_at is null`,
  )
  await client.query(
    `select graphile_worker.add_job('deliver-event', json_build_object('eventId', id))
     from platform.event where delivered_at is null`,
  )
}
