/**
 * Whoever assists a commune is let into a table only by a policy that names them (platform.drafts_for): a new table that
 * says nothing of them is closed. What is open is listed here, so that opening one more is a decision somebody reads.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { demoId, organisationId, personId } from '#demo/ids.ts'
import { type Actor, visitor } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'

const read = [
  'collaboration.contact',
  'collaboration.contact_event',
  'collaboration.contact_message',
  'collaboration.need',
  'collaboration.need_event',
  'identity.assistance',
  'planning.budget',
  'planning.budget_event',
  'planning.budget_line',
  'planning.diagnosis',
  'planning.diagnosis_answer',
  'planning.diagnosis_event',
  'planning.letter',
  'planning.letter_ceiling',
  'planning.letter_date',
  'planning.letter_event',
  'planning.letter_line',
  'planning.letter_section',
  'planning.letter_signature',
  'planning.link',
  'planning.measurement',
  'planning.outage',
  'planning.plan',
  'planning.plan_action',
  'planning.plan_action_dependency',
  'planning.plan_event',
  'planning.plan_indicator',
  'planning.plan_risk',
  'planning.plan_section',
  'planning.plan_version',
  'planning.site',
]
const changed = [
  'collaboration.contact',
  'collaboration.need',
  'identity.assistance',
  'planning.budget',
  'planning.budget_line',
  'planning.commune_state',
  'planning.diagnosis',
  'planning.diagnosis_answer',
  'planning.letter',
  'planning.letter_ceiling',
  'planning.letter_date',
  'planning.letter_line',
  'planning.letter_section',
  'planning.link',
  'planning.link_state',
  'planning.measurement',
  'planning.outage',
  'planning.plan',
  'planning.plan_action',
  'planning.plan_action_dependency',
  'planning.plan_indicator',
  'planning.plan_risk',
  'planning.plan_section',
  'planning.site',
  'planning.site_state',
]

const glazoue = { id: organisationId('glazoue'), kind: 'commune', name: 'Glazoué' } as const
const drafter: Actor = {
  kind: 'person',
  id: personId('ancb'),
  name: 'Ablawa Démo',
  organisation: glazoue,
  role: 'drafter',
  assistance: { id: demoId('assistance:glazoue'), endsAt: new Date('2026-11-23T13:00:00Z') },
}
const secretary: Actor = {
  kind: 'person',
  id: personId('se.glazoue'),
  name: 'Sènami Fictif',
  organisation: glazoue,
  role: 'secretary',
}

describe('what the database lets whoever assists Glazoué', () => {
  let database: TestDatabase
  let tables: string[]
  before(async () => {
    database = await useDatabase({ demo: true })
    const { rows } = await sql<{ name: string }>`
      select relnamespace::regnamespace || '.' || relname as name from pg_class
      where relforcerowsecurity and relkind in ('r', 'p') order by name`.execute(database.db)
    tables = rows.map(({ name }) => name)
  })
  after(() => database.close())

  const count = async (actor: Actor, table: string) => {
    const query = sql<{ count: number }>`select count(*)::int as count from ${sql.raw(table)}`
    const { rows } = await readAs(database.db, actor, (db) => query.execute(db))
    return rows[0]?.count ?? 0
  }

  /** How many rows may be changed, without changing any: undone at the end. */
  async function countChanged(table: string): Promise<bigint> {
    const undo = new Error('undo')
    let changedRows = 0n
    const column = await findKey(database.db, table)
    const update: RawBuilder<unknown> = sql`update ${sql.raw(table)} set ${sql.ref(column)} = ${sql.ref(column)}`
    await writeAs(database.db, drafter, async (db) => {
      changedRows = (await update.execute(db)).numAffectedRows ?? 0n
      throw undo
    }).catch((error) => assert.equal(error, undo, `${table} : ${error}`))
    return changedRows
  }

  test('there is much that the commune itself reads', async () => {
    assert.ok(tables.length >= 15)
    const seen = await Promise.all(tables.map((table) => count(secretary, table)))
    assert.ok(seen.filter((rows) => rows > 0).length > read.length)
  })

  test('shows them more than a visitor in these tables only', async () => {
    const more: string[] = []
    for (const table of tables)
      if ((await count(drafter, table)) > (await count(visitor, table))) more.push(table)
    assert.deepEqual(more, read)
  })

  test('and lets them change rows in these only', async () => {
    const open: string[] = []
    for (const table of tables) if ((await countChanged(table)) > 0n) open.push(table)
    assert.deepEqual(open, changed)
  })

  test('a contact is theirs to answer, its status is not', async () => {
    const decide = writeAs(database.db, drafter, (db) =>
      db
        .updateTable('collaboration.contact')
        .set({ status: 'withdrawn' })
        .where('id', '=', demoId('contact:1'))
        .execute(),
    )
    await assert.rejects(decide, /La commune décide elle-même/)
  })

  test('a need is theirs to submit, not to publish', async () => {
    const move = (status: string) =>
      writeAs(database.db, drafter, (db) =>
        db
          .updateTable('collaboration.need')
          .set({ status })
          .where('id', '=', demoId('need:glazoue:Savoir ce que la commune possède'))
          .execute(),
      )
    await assert.rejects(move('published'), /row-level security/)
    await move('submitted')
  })
})

async function findKey(db: Db, table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
    where indrelid = ${table}::regclass and indisunique order by indisprimary desc limit 1`.execute(
    db,
  )
  return rows[0]?.name ?? 'id'
}
