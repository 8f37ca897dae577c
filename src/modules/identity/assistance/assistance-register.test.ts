/** What the commune knows of an assistance, what it chooses, and what the database itself refuses. */

import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Actor } from '#platform/actor.ts'
import { verifyAudit } from '#platform/audit.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { createId } from '#platform/id.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor } from '#test/factories/acting.ts'
import { assistanceReason, createAssisting, createPeople } from '#test/factories/assisting.ts'
import { listMessagesOf } from '#test/factories/messages.ts'
import { chooseAssistance, leaveAssistance } from './assistance.actions.ts'
import { getAssistance } from './assistance.queries.ts'
import { findState } from './assistance.rules.ts'
import { stopAssistance, tellOfElapsed } from './end-assistance.ts'

let database: TestDatabase
let assisting: ReturnType<typeof createAssisting>
let people: Awaited<ReturnType<typeof createPeople>>

before(async () => {
  database = await useDatabase()
  assisting = createAssisting(database)
})
beforeEach(async () => {
  people = await createPeople(database)
})
after(() => database.close())

const subjectsTo = async (person: Actor) =>
  (await listMessagesOf(database.db, person)).map(({ subject }) => subject)
const ended = 'L’assistance de l’ANCB est terminée'

describe('the commune', () => {
  test('is told of the beginning and of the end, once each, everybody there', async () => {
    const visit = await assisting.signIn(people.staff)
    const assistance = await assisting.start(visit, people.commune.id)
    for (const person of [people.mayor, people.agent]) {
      const [message] = await listMessagesOf(database.db, person)
      assert.equal(message?.subject, 'L’ANCB assiste votre commune')
      assert.match(message?.body ?? '', /pour le compte de la commune d’Avrankou/)
      assert.match(message?.body ?? '', new RegExp(assistanceReason))
    }
    await visit.act((context) => stopAssistance(context, assistance))
    await visit.act((context) => stopAssistance(context, assistance))
    await tellOfElapsed(database.db, addDays(visit.now, 1))
    assert.deepEqual(
      (await subjectsTo(people.agent)).filter((subject) => subject === ended),
      [ended],
    )
  })

  test('is told when the clock ended it, and not before', async () => {
    const visit = await assisting.signIn(people.staff)
    const { endsAt } = await assisting.start(visit, people.commune.id, '1')
    await tellOfElapsed(database.db, new Date(endsAt.getTime() - 1))
    assert.equal((await subjectsTo(people.mayor)).includes(ended), false)
    await tellOfElapsed(database.db, endsAt)
    await tellOfElapsed(database.db, new Date(endsAt.getTime() + 300_000))
    assert.equal((await subjectsTo(people.mayor)).filter((subject) => subject === ended).length, 1)
  })

  test('that no longer wants it ends what is under way, and the database refuses the next', async () => {
    const [visit, executive] = [
      await assisting.signIn(people.staff),
      await assisting.signIn(people.mayor),
    ]
    const assistance = await assisting.start(visit, people.commune.id)
    await executive.act((context) => chooseAssistance(context, false))
    const stored = await readAs(database.db, people.mayor, (db) => getAssistance(db, assistance.id))
    assert.equal(findState(stored, visit.now), 'stopped')
    await assisting.recognise(visit)
    await assert.rejects(assisting.start(visit, people.commune.id), /row-level security/)
    await executive.act((context) => chooseAssistance(context, true))
    await assisting.start(visit, people.commune.id)
    assert.equal(visit.actor.role, 'drafter')
  })

  test('alone reads its lines, beside the association', async () => {
    const elsewhere = { id: createId(), kind: 'commune', name: 'Kouandé' } as const
    const neighbour = await createActor(database.db, 'Bio', {
      organisation: elsewhere,
      role: 'mayor',
    })
    const { id } = await assisting.start(await assisting.signIn(people.staff), people.commune.id)
    const sees = (actor: Actor) =>
      readAs(database.db, actor, (db) => getAssistance(db, id)).then(
        () => true,
        () => false,
      )
    assert.equal(await sees(people.agent), true)
    assert.equal(await sees(people.staff), true)
    assert.equal(await sees(neighbour), false)
  })
})

describe('the database', () => {
  const row = () => {
    const startedAt = new Date('2026-11-23T09:00:00Z')
    const endsAt = new Date('2026-11-23T11:00:00Z')
    const who = {
      communeId: people.commune.id,
      associationId: people.associationId,
      personId: people.staff.id ?? '',
    }
    return { id: createId(), ...who, reason: assistanceReason, startedAt, endsAt }
  }
  const insert = (actor: Actor, values: ReturnType<typeof row>) =>
    writeAs(database.db, actor, (db) =>
      db.insertInto('identity.assistance').values(values).execute(),
    )

  test('lets nobody but the secretariat start one, in their own name, for four hours at most', async () => {
    await insert(people.staff, row())
    await assert.rejects(insert(people.mayor, row()), /row-level security/)
    await assert.rejects(
      insert(people.staff, { ...row(), personId: people.agent.id ?? '' }),
      /row-level security/,
    )
    const endsAt = new Date('2026-11-23T13:00:01Z')
    await assert.rejects(insert(people.staff, { ...row(), endsAt }), /check constraint/)
  })

  test('keeps whoever assists from allowing it in the commune’s place', async () => {
    const visit = await assisting.signIn(people.staff)
    await assisting.start(visit, people.commune.id)
    await assert.rejects(
      visit.act((context) => chooseAssistance(context, true)),
      /row-level security/,
    )
  })
})

test('the journal of the commune tells who assisted it, and holds', async () => {
  const visit = await assisting.signIn(people.staff)
  const { id } = await assisting.start(visit, people.commune.id)
  await visit.act(async (context) => leaveAssistance(context, await getAssistance(context.db, id)))
  const lines = await database.db
    .selectFrom('platform.auditLine')
    .select(['action', 'actorId', 'details'])
    .where('chain', '=', people.commune.id)
    .orderBy('sequence')
    .execute()
  assert.deepEqual(lines, [
    { action: 'assistance.start', actorId: people.staff.id, details: { hours: 2 } },
    { action: 'assistance.stop', actorId: people.staff.id, details: { assistanceId: id } },
  ])
  assert.deepEqual((await verifyAudit(database.db)).faults, [])
})
