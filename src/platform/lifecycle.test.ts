import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { actors, organisationIds } from '#test/factories/actors.ts'
import { type Actor, worksFor } from './actor.ts'
import { verifyAudit } from './audit.ts'
import { type Db, writeAs } from './database.ts'
import { Conflict, Forbidden, NotFound } from './errors.ts'
import { createId } from './id.ts'
import { type Lifecycle, moveThrough, recordCreation } from './lifecycle.ts'
import { associationStaff, type Rule } from './policy.ts'
import { defineWorkflow } from './workflow.ts'

const now = new Date('2026-11-23T09:00:00Z')
const later = new Date('2026-11-24T09:00:00Z')

interface Permit {
  readonly id: string
  readonly communeId: string
  readonly status: string
  readonly note: string | null
}

const ofTheCommune: Rule<Permit> = (actor, permit) => worksFor(actor, permit.communeId)

const workflow = defineWorkflow<'draft' | 'sent' | 'granted', 'send' | 'grant', 'isPaid'>({
  initial: 'draft',
  steps: {
    send: { from: ['draft'], to: 'sent', requires: ['isPaid'] },
    grant: { from: ['sent'], to: 'granted' },
  },
})

const permits: Lifecycle<Permit, 'draft' | 'sent' | 'granted', 'send' | 'grant', 'isPaid'> = {
  kind: 'permit',
  table: 'test.permit',
  historyTable: 'test.permitEvent',
  workflow,
  policy: { send: ofTheCommune, grant: associationStaff },
  historyOf: ({ id }) => ({ permitId: id }),
  journalOf: ({ communeId }) => communeId,
  missing: { isPaid: 'Payez d’abord.' },
}

describe('a change of status', () => {
  let database: TestDatabase
  let permitId = ''

  before(async () => {
    database = await useDatabase()
    await database.pool.query(`create schema test;
      create table test.permit (id uuid primary key, commune_id uuid not null, status text not null,
        note text, updated_at timestamptz not null default now());
      create table test.permit_event (id uuid primary key, permit_id uuid not null, step text not null,
        from_status text, to_status text not null, reason text, actor_id uuid, organisation_id uuid,
        occurred_at timestamptz not null)`)
  })
  beforeEach(async () => {
    permitId = createId()
    await as(actors.seGlazoue, async (db) => {
      const row = { id: permitId, communeId: organisationIds.glazoue, status: 'draft', note: null }
      await (db as AnyDb).insertInto('test.permit').values(row).execute()
      await recordCreation({ db, actor: actors.seGlazoue, now }, permits, row)
    })
  })
  after(() => database.close())

  // biome-ignore lint/suspicious/noExplicitAny: the table belongs to this test alone
  type AnyDb = Kysely<any>
  const as = <T>(actor: Actor, work: (db: Db) => Promise<T>) => writeAs(database.db, actor, work)

  function move(
    actor: Actor,
    step: 'send' | 'grant',
    options: Parameters<typeof moveThrough<Permit, never, never, 'isPaid'>>[4] = {},
  ) {
    return as(actor, (db) =>
      moveThrough({ db, actor, now: later }, permits, permitId, step, options),
    )
  }
  const isPaid = { facts: { isPaid: true } }

  async function readTraces() {
    const db = database.db as AnyDb
    const lines = (table: string, column: string) =>
      db.selectFrom(table).selectAll().where(column, '=', permitId).orderBy('occurredAt').execute()
    const [permit] = await db
      .selectFrom('test.permit')
      .selectAll()
      .where('id', '=', permitId)
      .execute()
    return {
      status: permit?.status as string,
      history: await lines('test.permitEvent', 'permitId'),
      audit: await lines('platform.auditLine', 'subjectId'),
      events: await lines('platform.event', 'subjectId'),
    }
  }
  const countTraces = async () => {
    const { status, history, audit, events } = await readTraces()
    return [status, history.length, audit.length, events.length]
  }

  test('begins with the creation, in the history, the journal and the events', async () => {
    assert.deepEqual(await countTraces(), ['draft', 1, 1, 1])
  })

  test('is written with its history line, its journal line and its event', async () => {
    const moved = await move(actors.seGlazoue, 'send', { ...isPaid, reason: 'complet' })
    assert.equal(moved.status, 'sent')
    const { status, history, audit, events } = await readTraces()
    assert.equal(status, 'sent')
    const { id: _, ...line } = history[1] ?? {}
    assert.deepEqual(line, {
      permitId,
      step: 'send',
      fromStatus: 'draft',
      toStatus: 'sent',
      reason: 'complet',
      actorId: actors.seGlazoue.id,
      organisationId: organisationIds.glazoue,
      occurredAt: later,
    })
    assert.equal(audit[1]?.action, 'permit.send')
    assert.equal(audit[1]?.chain, organisationIds.glazoue)
    assert.deepEqual(audit[1]?.details, { step: 'send', from: 'draft', to: 'sent' })
    assert.equal(events[1]?.kind, 'permit.send')
    assert.deepEqual((await verifyAudit(database.db)).faults, [])
  })

  test('leaves no trace when its request is undone', async () => {
    const undone = as(actors.seGlazoue, async (db) => {
      const context = { db, actor: actors.seGlazoue, now: later }
      await moveThrough(context, permits, permitId, 'send', isPaid)
      throw new Error('undone')
    })
    await assert.rejects(undone, /undone/)
    assert.deepEqual(await countTraces(), ['draft', 1, 1, 1])
  })

  test('is refused to those whom the policy does not name, whatever the status', async () => {
    for (const actor of [actors.seBohicon, actors.responsableA, actors.visiteur])
      await assert.rejects(move(actor, 'send', isPaid), Forbidden)
    await assert.rejects(move(actors.seGlazoue, 'grant'), Forbidden)
    assert.deepEqual(await countTraces(), ['draft', 1, 1, 1])
  })

  test('is refused from another status, and says that the situation changed', async () => {
    await assert.rejects(move(actors.secretariatAncb, 'grant'), (error: Error) => {
      assert.ok(error instanceof Conflict)
      assert.match(error.message, /la situation a changé/)
      return true
    })
    assert.deepEqual(await countTraces(), ['draft', 1, 1, 1])
  })

  test('is refused without its fact, and says what is missing', async () => {
    for (const facts of [{}, { isPaid: false }])
      await assert.rejects(move(actors.seGlazoue, 'send', { facts }), {
        constructor: Conflict,
        message: 'Payez d’abord.',
      })
    assert.deepEqual(await countTraces(), ['draft', 1, 1, 1])
  })

  test('of something that does not exist is not found', async () => {
    permitId = createId()
    await assert.rejects(move(actors.seGlazoue, 'send', isPaid), NotFound)
  })

  test('happens once when two ask for it at once', async () => {
    const slowly = as(actors.seGlazoue, async (db) => {
      const context = { db, actor: actors.seGlazoue, now: later }
      const moved = await moveThrough(context, permits, permitId, 'send', isPaid)
      await sql`select pg_sleep(0.1)`.execute(db)
      return moved
    })
    const outcomes = await Promise.allSettled([slowly, move(actors.seGlazoue, 'send', isPaid)])
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    assert.ok(refused?.reason instanceof Conflict)
    assert.deepEqual(await countTraces(), ['sent', 2, 2, 2])
  })

  test('may set other columns, but never another status', async () => {
    const set = { note: 'vu', status: 'granted' }
    const moved = await move(actors.seGlazoue, 'send', { ...isPaid, set })
    assert.deepEqual([moved.note, moved.status], ['vu', 'sent'])
  })
})
