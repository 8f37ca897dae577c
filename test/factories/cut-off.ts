/** What a server that is killed does to the transaction it was in. */
import { sql } from 'kysely'
import type { Context } from '#platform/web.ts'
import type { TestApp } from '../app.ts'

/** The act has done everything but end; from here on nothing reaches the database any more. */
export async function cutOff({ database }: TestApp, { db }: Pick<Context, 'db'>): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  await database.counters.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await sql`select 1`.execute(db)
}
