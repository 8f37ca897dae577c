/** One pool of connections, and Kysely over it: columns in snake_case there, in camelCase here. */
import { CamelCasePlugin, Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

export interface Connection {
  readonly pool: pg.Pool
  readonly db: Kysely<Tables>
  close(): Promise<void>
}

interface Options {
  readonly max?: number
  /** How PostgreSQL lists these connections. */
  readonly name?: string
  /** Sees everything and can change nothing, unless it sets out to: for an operator's prompt. */
  readonly readsOnly?: boolean
  /** Hears of slow queries and lost connections; never of parameters. */
  readonly log?: (line: string) => void
}

const readOnlyOptions = '-c default_transaction_read_only=on -c cauri.kind=system'

export const serverName = 'cauri'

const slowMs = 200

const numbers: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]
/** The same, several in one column. */
const numberLists: readonly number[] = [1016, 1231]

const toNumbers = (list: string) => (list === '{}' ? [] : list.slice(1, -1).split(',').map(Number))

/** Whole numbers stay numbers (no amount of FCFA comes near 2^53) and days stay days. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (numbers.includes(oid)) return Number
    if (numberLists.includes(oid)) return toNumbers
    if (oid === pg.types.builtins.DATE) return String
    return pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

export function connect(
  url: string,
  { max = 10, name = serverName, readsOnly = false, log = () => {} }: Options = {},
): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: name,
    ...(readsOnly && { options: readOnlyOptions }),
  })
  let isClosing = false
  const tell = (error: Error) => {
    if (!isClosing) log(`connection lost: ${error.message}`)
  }
  pool.on('error', tell)
  pool.on('connect', (client) => client.on('error', tell))
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
    log: (event) => logSlow(event, log),
  })
  const close = () => {
    isClosing = true
    return db.destroy()
  }
  return { pool, db, close }
}

function logSlow({ query, queryDurationMillis }: LogEvent, log: (line: string) => void): void {
  if (queryDurationMillis < slowMs) return
  log(
    `slow query, ${Math.round(queryDurationMillis)} ms: ${query.sql.replace(/\s+/g, ' ').slice(0, 500)}`,
  )
}
