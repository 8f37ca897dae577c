/** Writes src/platform/database/tables.ts from the migrations, on a database made for it. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { migrate } from '#platform/database/migrate.ts'
import { startTestServer } from '#test/database.ts'

export const tablesFile = 'src/platform/database/tables.ts'

const options = [
  ['--dialect', 'postgres'],
  ['--camel-case'],
  ['--date-parser', 'string'],
  ['--numeric-parser', 'number'],
  ['--type-mapping', '{"int8":"number"}'],
  ['--default-schema', 'none'],
  ['--include-pattern', '*.*'],
  ['--exclude-pattern', 'graphile_worker.*'],
].flat()

/** The types of a migrated database. */
export function generateTypes(url: string, file: string): void {
  const { status } = spawnSync(
    'npx',
    ['kysely-codegen', ...options, '--url', url, '--out-file', file],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (status !== 0) throw new Error('Les types n’ont pas pu être écrits')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('export interface DB {', 'export interface Tables {'),
  )
}

async function writeTables(): Promise<void> {
  const server = await startTestServer()
  try {
    await migrate(server.url)
    generateTypes(server.url, tablesFile)
  } finally {
    await server.stop()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeTables()
