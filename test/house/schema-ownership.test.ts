import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { checkSchemas, findForeignNames, schemas } from './schema-ownership.rules.ts'
import { isTest, listSources } from './sources.ts'

const generated = 'src/platform/database/tables.ts'

describe('the sources', () => {
  const sources = listSources(['src']).filter((source) => !isTest(source))

  test('of a module name its own schema only, and those of the root none', () => {
    assert.deepEqual(sources.filter(({ file }) => file !== generated).flatMap(checkSchemas), [])
  })

  test('of every module are known here', () => {
    const modules = readdirSync('src/modules').map((folder) => folder.replace('-', ''))
    assert.deepEqual(modules.sort(), schemas.slice(1).toSorted())
  })

  test('are seen to name what they should not, wherever they name it', () => {
    const file = 'src/modules/directory/a.ts'
    for (const text of [
      "db.selectFrom('identity.person')",
      "db.selectFrom('identity.person as who')",
      'sql`select * from collaboration.need`',
      `sql\`select \${1} from platform.audit_line where \${2}\``,
      `sql\`select \${1} where \${2} in (select id from identity.person)\``,
      "const table = 'platform.auditLine'",
    ])
      assert.equal(checkSchemas({ file, text }).length, 1, text)
    for (const text of [
      "db.selectFrom('directory.startup')",
      'sql`select platform.fold(name) from directory.startup`',
      'context.platform.rateLimiter',
      "export * from '../platform.ts'",
    ])
      assert.deepEqual(checkSchemas({ file, text }), [], text)
    assert.equal(checkSchemas({ file: 'src/app.ts', text: "'directory.startup'" }).length, 1)
  })
})

describe('the migrated database', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase()
  })
  after(() => database.close())

  const rank = (schema: string) => schemas.indexOf(schema as (typeof schemas)[number])

  async function listBackwardKeys(): Promise<string[]> {
    const { rows } = await database.pool.query<{ name: string; from: string; to: string }>(`
      select conname as name, holder.relnamespace::regnamespace::text as from,
        target.relnamespace::regnamespace::text as to
      from pg_constraint join pg_class holder on holder.oid = conrelid join pg_class target on target.oid = confrelid
      where contype = 'f' and holder.relnamespace::regnamespace::text <> 'graphile_worker'`)
    assert.ok(rows.length > 30)
    return rows
      .filter(({ from, to }) => rank(to) > rank(from) || rank(to) < 0)
      .map(({ name }) => name)
  }

  test('has foreign keys to earlier modules only', async () => {
    assert.deepEqual(await listBackwardKeys(), [])
    await database.pool.query(
      'alter table identity.person add column favourite uuid constraint backward references directory.solution',
    )
    assert.deepEqual(await listBackwardKeys(), ['backward'])
  })

  test('has policies, functions, triggers and indexes that read their own schema only', async () => {
    const { rows } = await database.pool.query<{ schema: string; name: string; text: string }>(
      `select schemaname as schema, tablename || ': ' || policyname as name, concat(qual, ' ', with_check) as text
         from pg_policies
       union all select schemaname, indexname, indexdef from pg_indexes
       union all select pronamespace::regnamespace::text, proname, prosrc from pg_proc
       union all select relnamespace::regnamespace::text, tgname, pg_get_triggerdef(pg_trigger.oid)
         from pg_trigger join pg_class on pg_class.oid = tgrelid where not tgisinternal`,
    )
    const ours = rows.filter(({ schema }) => rank(schema) >= 0)
    assert.ok(ours.length > 100)
    assert.deepEqual(
      ours.flatMap(({ schema, name, text }) =>
        findForeignNames(text, schema).map((foreign) => `${schema}.${name}: ${foreign}`),
      ),
      [],
    )
  })
})
