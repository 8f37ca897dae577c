/** Brings the database to the newest schema: SQL files in order, each once, whoever starts first. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

export interface Migration {
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

/** Any number will do, as long as every process takes the same. */
const lockNumber = 7_729_411

/** Applies what is missing, each file in a transaction of its own. Refuses when an applied file has changed. */
export async function migrate(
  url: string,
  directory = path.resolve('database/migrations'),
): Promise<string[]> {
  const migrations = await readMigrations(directory)
  const client = new pg.Client({ connectionString: url, application_name: 'cauri-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    return await applyMissing(client, migrations)
  } finally {
    await client.end()
  }
}

export async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(directory, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(`create table if not exists public.cauri_migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.cauri_migration',
  )
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  refuseChanged(migrations, applied)
  const missing = migrations.filter((migration) => !applied.has(migration.name))
  for (const migration of missing) await apply(client, migration)
  return missing.map((migration) => migration.name)
}

function refuseChanged(migrations: Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]))
  for (const [name, sha256] of applied) {
    if (!known.has(name))
      throw new Error(
        `La base a reçu la migration ${name}, que cette version ne connaît pas : elle est plus récente.`,
      )
    if (known.get(name) !== sha256)
      throw new Error(
        `La migration ${name} a été modifiée après son application. Ajoutez plutôt un nouveau fichier.`,
      )
  }
}

async function apply(client: pg.Client, { name, sha256, sql }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into public.cauri_migration (name, sha256) values ($1, $2)', [
      name,
      sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`La migration ${name} a échoué`, { cause: error })
  }
}
