/** Reads a backup into an empty database, or in the place of what it holds: all of it, or nothing. */
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
  { replaces = false } = {},
): Promise<{ rows: number; files: number }> {
  const client = await connection.pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('cauri.kind', 'system', true)")
    const tables = await listTables(client)
    if (!replaces) await refuseFull(client, tables)
    await setGuards(client, tables, 'disable')
    if (replaces) await empty(client, tables)
    const reader = new BackupReader(client, tables, platform.files)
    const { secret } = await reader.readAll(readLines(open(source)))
    await setGuards(client, tables, 'enable')
    await moveCountersOn(client)
    await queueAgain(client)
    await client.query('commit')
    if (secret !== null && platform.config.secret === null)
      replaceSecret(platform.config, Buffer.from(secret, 'base64'))
    return reader.counts
  } finally {
    client.release(true)
  }
}

/** What counts its own rows goes on after the last that came back. */
async function moveCountersOn(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(`
    select attrelid::regclass::text as "table", attname as "column" from pg_attribute
      join pg_class on pg_class.oid = attrelid
    where attidentity <> '' and relkind = 'r' and relnamespace::regnamespace::text not like 'graphile_worker%'`)
  for (const { table, column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${column}), 0) + 1, false) from ${table}`,
      [table, column],
    )
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

/**
 * The owner of the tables sets aside, for this transaction, the guards that keep everybody else from emptying them, or from
 * writing what was published and signed: a backup brings rows back as they were.
 */
async function setGuards(
  client: ClientBase,
  tables: readonly Table[],
  state: 'enable' | 'disable',
): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${name} ${state} trigger user`)
}

async function empty(client: ClientBase, tables: readonly Table[]): Promise<void> {
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  await client.query('delete from graphile_worker._private_jobs')
  await client.query("select pg_notify('cauri_content', '')")
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
