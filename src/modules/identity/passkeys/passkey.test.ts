import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { orNotFound } from '#platform/errors.ts'
import type { Platform } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor } from '#test/factories/acting.ts'
import { Authenticator } from '#test/factories/authenticator.ts'
import { createTestPlatform, Visit } from '#test/factories/visits.ts'
import { findPerson } from '../people/person.queries.ts'
import { addPasskey } from './list-passkeys.page.tsx'
import { startRegistration, startSignIn, verifySignIn } from './webauthn.ts'

let database: TestDatabase
let platform: Platform

before(async () => {
  database = await useDatabase()
  platform = createTestPlatform(database)
})
after(() => database.close())

/** A person on a browser, with a phone whose passkey was added. */
async function createOwner() {
  const visit = new Visit(platform)
  visit.actor = await createActor(database.db, 'Afiavi')
  const phone = new Authenticator(platform.config.origin)
  const answer = phone.create(await offer(visit))
  assert.equal(await visit.act((context) => addPasskey(context, 'Mon téléphone', answer)), true)
  return { visit, phone, id: visit.actor.id }
}

const offer = (visit: Visit) =>
  visit.act(async (context) => {
    const person = orNotFound(await findPerson(context.db, visit.actor.id ?? ''))
    return startRegistration(context, person)
  })

const challenge = (visit: Visit) => visit.act((context) => startSignIn(context))
const signIn = (visit: Visit, answer: string) =>
  visit.act((context) => verifySignIn(context, answer))

describe('a passkey', () => {
  test('signs its owner in from any browser, without an identifier', async () => {
    const { phone, id } = await createOwner()
    const visit = new Visit(platform)
    const options = await challenge(visit)
    assert.deepEqual(options.allowCredentials ?? [], [])
    assert.equal(await signIn(visit, phone.get(options)), id)
  })

  test('answers each challenge once: what was heard on the way is worth nothing', async () => {
    const { phone, id } = await createOwner()
    const visit = new Visit(platform)
    const answer = phone.get(await challenge(visit))
    assert.equal(await signIn(visit, answer), id)
    assert.equal(await signIn(visit, answer), null)
  })

  test('answers the browser that asked, and within ten minutes', async () => {
    const { phone } = await createOwner()
    const [asking, other] = [new Visit(platform), new Visit(platform)]
    const answer = phone.get(await challenge(asking))
    await challenge(other)
    assert.equal(await signIn(other, answer), null)
    const late = new Visit(platform)
    const tooLate = phone.get(await challenge(late))
    late.later(601)
    assert.equal(await signIn(late, tooLate), null)
  })

  test('is worth nothing on another site, without the finger, or for another person', async () => {
    const [{ phone }, other] = [await createOwner(), await createOwner()]
    const lies = [
      { origin: 'https://cauri.example.pirate' },
      { isVerified: false },
      { userHandle: Buffer.from(other.id ?? '').toString('base64url') },
    ]
    for (const lie of lies) {
      const visit = new Visit(platform)
      assert.equal(await signIn(visit, phone.get(await challenge(visit), lie)), null)
    }
  })

  test('that was copied is noticed: its counter goes back', async () => {
    const { phone, id } = await createOwner()
    const visit = new Visit(platform)
    assert.equal(await signIn(visit, phone.get(await challenge(visit))), id)
    phone.rewind()
    assert.equal(await signIn(visit, phone.get(await challenge(visit))), null)
  })

  test('of a disabled account opens nothing', async () => {
    const { phone, id, visit } = await createOwner()
    await database.db
      .updateTable('identity.person')
      .set({ disabledAt: visit.now })
      .where('id', '=', id)
      .execute()
    assert.equal(await signIn(visit, phone.get(await challenge(visit))), null)
  })

  test('nobody has is nobody’s, and nonsense is no answer', async () => {
    const stranger = new Authenticator(platform.config.origin)
    stranger.create({ challenge: 'x', user: { id: 'x' } })
    const visit = new Visit(platform)
    assert.equal(await signIn(visit, stranger.get(await challenge(visit))), null)
    for (const nonsense of ['', '{}', 'null', '[]', '{"id":"x","response":{}}']) {
      await challenge(visit)
      assert.equal(await signIn(visit, nonsense), null)
    }
  })
})

describe('adding a passkey', () => {
  test('takes the finger too, and the answer to one’s own challenge', async () => {
    const visit = new Visit(platform)
    visit.actor = await createActor(database.db, 'Afiavi')
    const phone = new Authenticator(platform.config.origin)
    const add = (answer: string) => visit.act((context) => addPasskey(context, 'Clé', answer))
    assert.equal(await add(phone.create(await offer(visit), { isVerified: false })), false)
    assert.equal(
      await add(phone.create(await offer(visit), { origin: 'https://x.example' })),
      false,
    )
    const foreign = phone.create(await offer(visit))
    visit.actor = await createActor(database.db, 'Koffi')
    assert.equal(await add(foreign), false)
  })

  test('does not offer a device that holds one already', async () => {
    const { visit } = await createOwner()
    assert.equal((await offer(visit)).excludeCredentials?.length, 1)
  })
})
