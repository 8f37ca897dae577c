/** The secretariat acts for a commune for a while: how it begins, what it changes, and every way in which it ends. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { join } from '#test/factories/acting.ts'
import { createAssisting, createPeople } from '#test/factories/assisting.ts'
import type { Visit } from '#test/factories/visits.ts'
import { switchTo } from '../organisations/organisation.actions.ts'
import { welcome } from '../sessions/finish-sign-in.ts'
import { exchangeSession, revokeOtherSessions, revokeSession } from '../sessions/session.ts'
import { leaveAssistance } from './assistance.actions.ts'
import { getAssistance } from './assistance.queries.ts'
import { findState } from './assistance.rules.ts'
import { stopAssistance } from './end-assistance.ts'

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

const getStored = ({ id }: { id: string }) =>
  readAs(database.db, system, (db) => getAssistance(db, id))
const stateOf = async (assistance: { id: string }, { now }: Visit) =>
  findState(await getStored(assistance), now)

describe('while it lasts', () => {
  test('the session acts for the commune, as a drafter, until the clock ends it', async () => {
    const visit = await assisting.signIn(people.staff)
    const assistance = await assisting.start(visit, people.commune.id, '2')
    assert.deepEqual(visit.actor, {
      kind: 'person',
      id: people.staff.id,
      name: 'Ablawa',
      organisation: people.commune,
      role: 'drafter',
      assistance: { id: assistance.id, endsAt: new Date(visit.now.getTime() + 7_200_000) },
    })
    visit.later(7199)
    assert.equal((await assisting.recognise(visit)).role, 'drafter')
    visit.later(1)
    assert.deepEqual(await assisting.recognise(visit), people.staff)
  })

  test('another session of the same person stays the association’s', async () => {
    const [office, phone] = [
      await assisting.signIn(people.staff),
      await assisting.signIn(people.staff),
    ]
    await assisting.start(office, people.commune.id)
    assert.deepEqual(await assisting.recognise(phone), people.staff)
  })

  test('a new password keeps it in the session that changed it', async () => {
    const visit = await assisting.signIn(people.staff)
    const assistance = await assisting.start(visit, people.commune.id)
    await visit.act(async (context) => {
      await revokeOtherSessions(context, people.staff.id ?? '', visit.session?.id ?? null)
      await exchangeSession(context)
    })
    assert.equal((await assisting.recognise(visit)).role, 'drafter')
    await visit.act((context) =>
      revokeOtherSessions(context, people.staff.id ?? '', visit.session?.id ?? null),
    )
    assert.equal((await assisting.recognise(visit)).role, 'drafter')
    assert.equal(await stateOf(assistance, visit), 'open')
  })

  test('leaving the secretariat takes it away', async () => {
    const visit = await assisting.signIn(people.staff)
    await assisting.start(visit, people.commune.id)
    await database.db
      .updateTable('identity.membership')
      .set({ endedAt: visit.now })
      .where('personId', '=', people.staff.id ?? '')
      .execute()
    assert.equal((await assisting.recognise(visit)).organisation, null)
  })
})

describe('it ends', () => {
  test('when the one who assists stops: the session is the association’s again', async () => {
    const visit = await assisting.signIn(people.staff)
    const assistance = await assisting.start(visit, people.commune.id)
    await visit.act((context) => leaveAssistance(context, assistance))
    assert.deepEqual(await assisting.recognise(visit), people.staff)
    assert.equal(await stateOf(assistance, visit), 'stopped')
  })

  test('when the executive of the commune says so, at once', async () => {
    const [visit, executive] = [
      await assisting.signIn(people.staff),
      await assisting.signIn(people.mayor),
    ]
    const assistance = await assisting.start(visit, people.commune.id)
    await executive.act((context) => stopAssistance(context, assistance))
    assert.deepEqual(await assisting.recognise(visit), people.staff)
    const stored = await getStored(assistance)
    assert.equal(stored.stoppedBy, people.mayor.id)
  })

  test('with the session: signing out, somebody else on the computer, a lost password', async () => {
    const leave: ((visit: Visit) => Promise<unknown>)[] = [
      (visit) => visit.act((context) => revokeSession(context, visit.session?.id ?? '')),
      (visit) => visit.act((context) => welcome(context, people.agent.id ?? '', false)),
      () =>
        assisting
          .open()
          .act((context) => revokeOtherSessions(context, people.staff.id ?? '', null)),
    ]
    for (const end of leave) {
      const visit = await assisting.signIn(people.staff)
      const assistance = await assisting.start(visit, people.commune.id)
      await end(visit)
      assert.equal(await stateOf(assistance, visit), 'stopped')
      const stored = await getStored(assistance)
      assert.equal(stored.stoppedBy, people.staff.id)
    }
  })

  test('when the person chooses to act for another organisation, or for none', async () => {
    const startup = { id: createId(), kind: 'startup', name: 'Kpakpato Labs' } as const
    await join(database.db, people.staff.id ?? '', { organisation: startup, role: 'member' })
    const visit = await assisting.signIn(people.staff)
    const assistance = await assisting.start(visit, people.commune.id)
    await visit.act((context) => switchTo(context, null))
    assert.equal((await assisting.recognise(visit)).organisation, null)
    assert.equal(await stateOf(assistance, visit), 'stopped')
  })
})
