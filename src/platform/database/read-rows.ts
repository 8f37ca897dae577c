/** Reads what may not fit in memory, a batch at a time, in the transaction that is open. */
import type { ClientBase } from 'pg'

const rowsAtOnce = 500

export async function* readInBatches<Row extends object>(
  client: ClientBase,
  query: string,
): AsyncGenerator<Row[]> {
  await client.query(`declare read_rows no scroll cursor for ${query}`)
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${rowsAtOnce} from read_rows`)
    if (rows.length > 0) yield rows
    if (rows.length < rowsAtOnce) break
  }
  await client.query('close read_rows')
}
