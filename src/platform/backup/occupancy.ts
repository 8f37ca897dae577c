/** What already stands in a database, and whether somebody works on it. */

import { serverName } from '../database/connect.ts'
import type { Connection } from '../database.ts'
import { listTables } from './tables.ts'

export async function countRows({ pool }: Connection): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin read only')
    await client.query("select set_config('cauri.kind', 'system', true)")
    let total = 0
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${name}`)
      total += rows[0]?.n ?? 0
    }
    return total
  } finally {
    client.release(true)
  }
}

/** A server keeps its secret, its sessions and its pages in memory: what it serves must not change under it. */
export async function isServed({ pool }: Connection): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select 1 from pg_stat_activity where datname = current_database() and application_name = $1 limit 1',
    [serverName],
  )
  return rowCount !== 0
}
