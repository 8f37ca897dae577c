/** The tables that a backup holds: those of every module, each after the ones it refers to. */
import type { ClientBase } from 'pg'

export interface Table {
  /** Quoted, with its schema. */
  readonly name: string
  /** Quoted; without those that PostgreSQL computes. */
  readonly columns: string
}

interface Found extends Table {
  readonly refersTo: readonly string[]
}

const notOurs = ['public', 'information_schema', 'graphile_worker']

export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Found>(
    `select table_class.oid::regclass::text as name,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = table_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      array(select distinct confrelid::regclass::text from pg_constraint
        where contype = 'f' and conrelid = table_class.oid and confrelid <> conrelid) as "refersTo"
    from pg_class as table_class join pg_namespace as space on space.oid = relnamespace
    where relkind = 'r' and nspname !~ '^pg_' and nspname <> all ($1)
    order by 1`,
    [notOurs],
  )
  return sortByReference(rows)
}

function sortByReference(tables: readonly Found[]): Table[] {
  const sorted: Found[] = []
  const isReady = ({ refersTo }: Found) =>
    refersTo.every((name) => sorted.some((table) => table.name === name))
  while (sorted.length < tables.length) {
    const next = tables.find((table) => !sorted.includes(table) && isReady(table))
    if (!next) throw new Error('tables refer to each other in a circle')
    sorted.push(next)
  }
  return sorted
}

export interface AppliedMigration {
  readonly name: string
  readonly sha256: string
}

export async function listMigrations(client: ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select name, sha256 from public.cauri_migration order by name',
  )
  return rows
}
