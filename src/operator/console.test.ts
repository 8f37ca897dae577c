import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Connection, connect } from '#platform/database.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createConsole } from './console.ts'

describe('the operator’s prompt', () => {
  let database: TestDatabase
  let reading: Connection

  before(async () => {
    database = await useDatabase({ demo: true })
    reading = connect(database.url, { max: 1, readsOnly: true })
  })
  after(async () => {
    await reading.close()
    await database.close()
  })

  const open = (reason: string | null) =>
    createConsole({ reading: reading.db, platform: { db: database.db }, reason })

  test('reads what no visitor sees', async () => {
    const { db, ask } = open(null)
    const drafts = await db
      .selectFrom('collaboration.need')
      .select('id')
      .where('status', '=', 'draft')
      .execute()
    assert.ok(drafts.length > 0)
    assert.equal(await ask`select 1 as one where ${true}`, 1)
  })

  test('refuses every change, in a transaction too, and offers none', async () => {
    const { db, ...rest } = open(null)
    const change = (on: typeof db) =>
      on.updateTable('identity.person').set({ fullName: 'Autre Nom' }).execute()
    await assert.rejects(change(db), /read-only transaction/)
    await assert.rejects(db.transaction().execute(change), /read-only transaction/)
    await assert.rejects(
      sql`drop schema collaboration cascade`.execute(db),
      /read-only transaction/,
    )
    assert.ok(!('write' in rest))
  })

  test('writes with a reason, and the journal keeps it; what fails leaves nothing', async () => {
    const reason = 'Doublon signalé par la commune'
    const console = open(reason)
    assert.ok('write' in console)
    const rename = (fullName: string) => (db: typeof console.db) =>
      db
        .updateTable('identity.person')
        .set({ fullName })
        .where('email', '=', 'ancb@demo.example')
        .execute()
    await console.write(rename('Nouveau Nom'))
    await assert.rejects(console.write(rename('x')))
    const lines = await console.db
      .selectFrom('platform.auditLine')
      .select(['chain', 'details'])
      .where('action', '=', 'console.write')
      .execute()
    assert.equal(lines.length, 1)
    assert.equal((lines[0]?.details as { reason?: string } | undefined)?.reason, reason)
  })
})
