import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { actors, organisationIds } from '#test/factories/actors.ts'
import { system } from './actor.ts'
import { type AuditEntry, recordAudit, verifyAudit } from './audit.ts'
import { writeAs } from './database.ts'
import { createId } from './id.ts'

const now = new Date('2026-11-23T09:00:00.123Z')
const { glazoue, bohicon } = organisationIds

describe('the audit journal', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase()
  })
  after(() => database.close())

  const describeAct = (organisationId: string | null = glazoue): AuditEntry => ({
    actor: actors.seGlazoue,
    organisationId,
    action: 'need.publish',
    subjectKind: 'need',
    subjectId: createId(),
    details: { to: 'published', from: 'draft', count: 3, isUrgent: false, reason: null },
  })
  const record = (entry: AuditEntry) =>
    writeAs(database.db, system, (db) => recordAudit(db, entry, now))

  /** As whoever owns the tables could, the trigger out of the way. */
  async function tamper(statement: string): Promise<void> {
    const client = await database.pool.connect()
    await client.query('alter table platform.audit_line disable trigger audit_is_append_only')
    await client.query(statement)
    await client.query('alter table platform.audit_line enable trigger audit_is_append_only')
    client.release()
  }

  async function withTampering(statement: string, repair: string) {
    await tamper(statement)
    const { faults } = await verifyAudit(database.db)
    await tamper(repair)
    assert.deepEqual((await verifyAudit(database.db)).faults, [], 'repaired')
    return faults
  }

  test('of a platform where nothing happened is whole', async () => {
    assert.deepEqual(await verifyAudit(database.db), { lines: 0, faults: [] })
  })

  test('keeps one chain for each organisation, and one for the platform', async () => {
    for (const chain of [glazoue, glazoue, bohicon, null]) await record(describeAct(chain))
    assert.deepEqual(await verifyAudit(database.db), { lines: 4, faults: [] })
    const heads = await database.db
      .selectFrom('platform.auditHead')
      .select(['chain', 'sequence'])
      .orderBy('chain')
      .execute()
    assert.deepEqual(heads, [
      { chain: glazoue, sequence: 2 },
      { chain: bohicon, sequence: 1 },
      { chain: 'platform', sequence: 1 },
    ])
  })

  test('stays one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => record(describeAct())))
    assert.deepEqual(await verifyAudit(database.db), { lines: 16, faults: [] })
  })

  test('keeps nothing of what did not happen', async () => {
    const failed = writeAs(database.db, system, async (db) => {
      await recordAudit(db, describeAct(), now)
      throw new Error('undone')
    })
    await assert.rejects(failed, /undone/)
    assert.equal((await verifyAudit(database.db)).lines, 16)
  })

  test('does not let itself be changed', async () => {
    for (const statement of [
      "update platform.audit_line set action = 'need.withdraw'",
      'delete from platform.audit_line',
      'truncate platform.audit_line',
      'truncate platform.audit_head',
    ])
      await assert.rejects(database.pool.query(statement), /ne se modifie pas/)
  })

  test('tells which line was changed, in any of its columns', async () => {
    const where = `where chain = '${glazoue}' and sequence = 5`
    const changes = {
      action: "'need.withdraw'",
      details: `'{"to": "draft"}'`,
      occurred_at: "'2020-01-01'",
      actor_id: 'null',
      organisation_id: `'${bohicon}'`,
      subject_id: `'${createId()}'`,
      previous_hash: "repeat('0', 64)",
    }
    await tamper('create table kept_lines as select * from platform.audit_line')
    for (const [column, value] of Object.entries(changes)) {
      const faults = await withTampering(
        `update platform.audit_line set ${column} = ${value} ${where}`,
        `update platform.audit_line set ${column} = (select ${column} from kept_lines ${where}) ${where}`,
      )
      assert.deepEqual(faults, [{ chain: glazoue, sequence: 5, because: 'hash' }], column)
    }
  })

  test('tells where a line was taken out, and where the last one was', async () => {
    const cut = (sequence: number) => {
      const where = `where chain = '${glazoue}' and sequence = ${sequence}`
      return withTampering(
        `delete from platform.audit_line ${where}`,
        `insert into platform.audit_line select * from kept_lines ${where}`,
      )
    }
    assert.deepEqual(await cut(7), [{ chain: glazoue, sequence: 8, because: 'gap' }])
    assert.deepEqual(await cut(14), [{ chain: glazoue, sequence: 14, because: 'head' }])
  })

  test('tells when the head of a chain was taken away', async () => {
    await tamper('create table kept_heads as select * from platform.audit_head')
    const faults = await withTampering(
      `delete from platform.audit_head where chain = '${bohicon}'`,
      `insert into platform.audit_head select * from kept_heads where chain = '${bohicon}'`,
    )
    assert.deepEqual(faults, [{ chain: bohicon, sequence: 0, because: 'head' }])
  })
})
