/** Writes src/platform/database/tables.ts from the migrations, on a database made for it. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { migrate } from '#platform/database/migrate.ts'
import { startTestServer } from '#test/database.ts'

const file = 'src/platform/database/tables.ts'

const server = await startTestServer()
try {
  await migrate(server.url)
  const { status } = spawnSync(
    'npx',
    [
      'kysely-codegen',
      '--dialect',
      'postgres',
      '--camel-case',
      '--date-parser',
      'string',
      '--numeric-parser',
      'number',
      '--type-mapping',
      '{"int8":"number"}',
      '--default-schema',
      'none',
      '--include-pattern',
      '*.*',
      '--url',
      server.url,
      '--out-file',
      file,
    ],
    { stdio: 'inherit' },
  )
  if (status !== 0) throw new Error('Les types n’ont pas pu être écrits')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('export interface DB {', 'export interface Tables {'),
  )
} finally {
  await server.stop()
}
