import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Actor } from '#platform/actor.ts'
import { type Platform, sessionCookie } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor, join } from '#test/factories/acting.ts'
import { createTestPlatform, Visit } from '#test/factories/visits.ts'
import { createAuthenticate } from './authenticate.ts'
import { welcome } from './finish-sign-in.ts'
import { exchangeSession, listSessions, revokeOtherSessions, revokeSession } from './session.ts'

const startup = {
  id: '00000000-0000-7000-8000-0000000000aa',
  kind: 'startup',
  name: 'Kpakpato Labs',
} as const
const association = {
  id: '00000000-0000-7000-8000-0000000000ab',
  kind: 'association',
  name: 'Association d’essai',
} as const

let database: TestDatabase
let platform: Platform
let authenticate: ReturnType<typeof createAuthenticate>

before(async () => {
  database = await useDatabase()
  platform = createTestPlatform(database)
  authenticate = createAuthenticate(platform.log)
})
after(() => database.close())

/** Signs in on a new browser. */
async function signIn(person: Actor, device = 'Firefox, Linux'): Promise<Visit> {
  const visit = new Visit(platform, { device })
  await visit.act((context) => welcome(context, person.id ?? '', false))
  await recognise(visit)
  return visit
}

/** What the next request of this browser finds. */
async function recognise(visit: Visit, at = visit.now) {
  const token = visit.cookies.get(sessionCookie) ?? ''
  const found = await authenticate(database.db, token, at)
  visit.session = found.session
  visit.actor = found.session?.actor ?? visit.actor
  return found
}

const hours = (visit: Visit, count: number) => new Date(visit.now.getTime() + count * 3_600_000)

describe('a session', () => {
  test('knows who acts, for which organisation, in which role', async () => {
    const person = await createActor(database.db, 'Sènami', {
      organisation: startup,
      role: 'manager',
    })
    const visit = await signIn(person)
    assert.deepEqual(visit.actor, person)
  })

  test('is kept as a hash: what is in the database signs nobody in', async () => {
    const visit = await signIn(await createActor(database.db, 'Sènami'))
    const rows = await database.db.selectFrom('identity.session').select('tokenHash').execute()
    const token = visit.cookies.get(sessionCookie) ?? ''
    assert.ok(Buffer.from(token, 'base64url').length === 32)
    assert.ok(rows.every(({ tokenHash }) => tokenHash !== token))
    for (const { tokenHash } of rows)
      assert.equal((await authenticate(database.db, tokenHash, visit.now)).session, null)
  })

  test('that ended still tells whose it was', async () => {
    const person = await createActor(database.db, 'Sènami')
    const visit = await signIn(person)
    const { id } = visit.session ?? { id: '' }
    await visit.act((context) => revokeSession(context, id))
    assert.deepEqual(await recognise(visit), { session: null, lastPersonId: person.id })
  })

  test('of a person whose membership ended goes on, for nobody but themselves', async () => {
    const person = await createActor(database.db, 'Sènami', {
      organisation: startup,
      role: 'member',
    })
    const visit = await signIn(person)
    await database.db
      .updateTable('identity.membership')
      .set({ endedAt: visit.now })
      .where('personId', '=', person.id)
      .execute()
    await recognise(visit)
    assert.equal(visit.actor.organisation, null)
    assert.equal(visit.actor.role, null)
  })

  test('slides: each day of use gives another week', async () => {
    const visit = await signIn(await createActor(database.db, 'Sènami'))
    for (let day = 1; day <= 10; day++) {
      const at = hours(visit, 24 * day)
      assert.ok((await recognise(visit, at)).session, `jour ${day}`)
      await waitForTouch(visit, at)
    }
    assert.equal((await recognise(visit, hours(visit, 24 * 18))).session, null)
  })

  test('of the secretariat ends after a day without use, even when they act as citizens', async () => {
    const person = await createActor(database.db, 'Nadia')
    await join(database.db, person.id ?? '', { organisation: association, role: 'staff' })
    const visit = await signIn(person)
    await visit.act((context) => exchangeSession(context, { membershipId: null }))
    assert.ok((await recognise(visit, hours(visit, 23))).session)
    await waitForTouch(visit, hours(visit, 23))
    assert.equal((await recognise(visit, hours(visit, 48))).session, null)
  })
})

/** The last use is written beside the request. */
async function waitForTouch(visit: Visit, at: Date): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const row = await database.db
      .selectFrom('identity.session')
      .select('lastSeenAt')
      .where('id', '=', visit.session?.id ?? '')
      .executeTakeFirstOrThrow()
    if (row.lastSeenAt.getTime() === at.getTime()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  assert.fail('the session was not touched')
}

describe('signing in', () => {
  test('as somebody else on the same browser ends the session that was there', async () => {
    const [first, second] = [
      await createActor(database.db, 'Sènami'),
      await createActor(database.db, 'Koffi'),
    ]
    const visit = await signIn(first)
    await visit.act((context) => welcome(context, second.id ?? '', false))
    assert.deepEqual(await listSessions(database.db, first.id ?? '', visit.now), [])
    await recognise(visit)
    assert.equal(visit.actor.id, second.id)
  })

  test('takes up the organisation last acted for', async () => {
    const person = await createActor(database.db, 'Sènami', {
      organisation: startup,
      role: 'manager',
    })
    await join(database.db, person.id ?? '', { organisation: association, role: 'commissioner' })
    const visit = await signIn(person)
    const { id: membershipId } = await database.db
      .selectFrom('identity.membership')
      .select('id')
      .where('personId', '=', person.id)
      .where('organisationId', '=', association.id)
      .executeTakeFirstOrThrow()
    visit.later(60)
    await visit.act((context) => exchangeSession(context, { membershipId }))
    const next = await signIn(person)
    assert.equal(next.actor.organisation?.id, association.id)
  })
})

describe('a session exchanged for another', () => {
  test('changes its token; the former one answers for a minute more', async () => {
    const visit = await signIn(await createActor(database.db, 'Sènami'))
    const former = visit.cookies.get(sessionCookie) ?? ''
    await visit.act((context) => exchangeSession(context, { hasSecondFactor: true }))
    assert.notEqual(visit.cookies.get(sessionCookie), former)
    const at = (seconds: number) => new Date(visit.now.getTime() + seconds * 1000)
    assert.ok((await authenticate(database.db, former, at(59))).session)
    assert.equal((await authenticate(database.db, former, at(60))).session, null)
    assert.ok((await recognise(visit, at(60))).session)
  })

  test('does not live on when the others are closed', async () => {
    const person = await createActor(database.db, 'Sènami')
    const visit = await signIn(person)
    const former = visit.cookies.get(sessionCookie) ?? ''
    await visit.act((context) => exchangeSession(context))
    await recognise(visit)
    const kept = visit.session?.id ?? ''
    await visit.act((context) => revokeOtherSessions(context, person.id ?? '', kept))
    assert.equal((await authenticate(database.db, former, visit.now)).session, null)
    assert.ok((await recognise(visit)).session)
  })
})

test('people see where they are signed in, and close the others from afar', async () => {
  const person = await createActor(database.db, 'Sènami')
  const office = await signIn(person, 'Edge, Windows')
  const phone = await signIn(person, 'Chrome, Android')
  const list = () => listSessions(database.db, person.id ?? '', phone.now)
  assert.deepEqual((await list()).map(({ device }) => device).sort(), [
    'Chrome, Android',
    'Edge, Windows',
  ])
  const kept = phone.session?.id ?? ''
  await phone.act((context) => revokeOtherSessions(context, person.id ?? '', kept))
  assert.equal((await recognise(office)).session, null)
  assert.equal((await list()).length, 1)
})
