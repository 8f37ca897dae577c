import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { listNamesPerhapsIn } from './catalogue-names.queries.ts'

describe('the names of the catalogue', () => {
  let database: TestDatabase
  const list = (text: string) => listNamesPerhapsIn(database.db, text)

  before(async () => {
    database = await useDatabase({ demo: true })
  })
  after(() => database.close())

  test('are all found where they are written, with or without accents, capitals and brackets', async () => {
    const rows = await database.db
      .selectFrom('directory.catalogueEntry')
      .select(['name', 'startupName'])
      .execute()
    const names = [...new Set(rows.flatMap(({ name, startupName }) => [name, startupName]))]
    assert.ok(names.length > 30)
    for (const name of names) {
      const bare = name.replace(/\s*\([^)]*\)/g, '')
      for (const written of [bare, bare.toUpperCase(), bare.normalize('NFD')])
        assert.ok((await list(`Nous pensons à ${written}.`)).includes(name), written)
    }
  })

  test('are left out when nothing of them is written', async () => {
    assert.deepEqual(await list('Xyzzy, rien que xyzzy : 42 !'), [])
    assert.deepEqual(await list(''), [])
  })

  test('are found wherever they stand in a long catalogue, by an index', async () => {
    await database.pool.query(
      'alter table directory.catalogue_entry drop constraint catalogue_entry_solution_id_fkey',
    )
    const { rows: columns } = await database.pool.query<{ list: string }>(`
        select string_agg(quote_ident(column_name), ', ') as list from information_schema.columns
        where table_schema = 'directory' and table_name = 'catalogue_entry'
          and column_name not in ('solution_id', 'name', 'cost')`)
    const others = columns[0]?.list
    await database.pool.query(`
        insert into directory.catalogue_entry (solution_id, name, ${others})
        select gen_random_uuid(), 'Zzz' || number || ' Ɛgbɛ́ Service', ${others}
        from generate_series(1, 12000) as number,
          (select * from directory.catalogue_entry limit 1) as one`)
    await database.pool.query('analyze directory.catalogue_entry')
    for (const number of [1, 5999, 12000])
      assert.deepEqual(await list(`Confier cela à zzz${number} Ɛgbɛ Service`), [
        `Zzz${number} Ɛgbɛ́ Service`,
      ])
    const { rows } = await database.pool.query<Record<'QUERY PLAN', string>>(
      "explain select name from directory.catalogue_entry where directory.first_word(name) = any(array(select 'zzz7'))",
    )
    assert.match(rows.map((row) => row['QUERY PLAN']).join('\n'), /catalogue_name_word/)
  })
})
