/** Strangers who try passwords are slowed; the owner, on a browser that knows them, never is. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Platform } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createTestPlatform, Visit } from '#test/factories/visits.ts'
import { hashPassword } from '../people/password.ts'
import { welcome } from './finish-sign-in.ts'
import { tryPassword } from './sign-in.ts'

const password = 'le marché ouvre à six heures'
let database: TestDatabase
let platform: Platform

before(async () => {
  database = await useDatabase()
  platform = createTestPlatform(database)
})
after(() => database.close())

let count = 0

async function createOwner() {
  count++
  const id = `00000000-0000-7000-9000-${String(count).padStart(12, '0')}`
  const email = `owner${count}@test.example`
  const phone = `+22901970000${String(count).padStart(2, '0')}`
  const passwordHash = await hashPassword(password)
  await database.db
    .insertInto('identity.person')
    .values({ id, fullName: 'Afiavi Dossou', email, phone, passwordHash })
    .execute()
  return { id, email, phone }
}

const attempt = (visit: Visit, identifier: string, typed: string) =>
  visit.act(async (context) => {
    const outcome = await tryPassword(context, identifier, typed)
    return outcome.ok ? outcome.person.id : outcome.because
  })

describe('a password', () => {
  test('opens the account by its e-mail address or its phone, typed in any usual way', async () => {
    const { id, email, phone } = await createOwner()
    const national = phone.slice(4)
    for (const typed of [email, email.toUpperCase(), phone, national, national.slice(2)]) {
      assert.equal(await attempt(new Visit(platform), typed, password), id, typed)
    }
  })

  test('answers alike when it is wrong and when nobody has this account', async () => {
    const { email } = await createOwner()
    assert.equal(await attempt(new Visit(platform), email, 'faux'), 'wrong')
    assert.equal(await attempt(new Visit(platform), 'nobody@test.example', 'faux'), 'wrong')
  })

  test('does not open a disabled account', async () => {
    const { id, email } = await createOwner()
    const disabledAt = new Date('2026-11-01T00:00:00Z')
    await database.db
      .updateTable('identity.person')
      .set({ disabledAt })
      .where('id', '=', id)
      .execute()
    assert.equal(await attempt(new Visit(platform), email, password), 'wrong')
  })
})

describe('five wrong passwords from one address', () => {
  test('hold the sixth try back, the right one included, for known and unknown accounts alike', async () => {
    const { email } = await createOwner()
    for (const identifier of [email, `unknown-of-${email}`]) {
      const stranger = new Visit(platform, { address: '10.1.1.1' })
      for (let i = 0; i < 5; i++) assert.equal(await attempt(stranger, identifier, 'faux'), 'wrong')
      assert.equal(await attempt(stranger, identifier, password), 'tooMany')
    }
  })

  test('are counted together however the phone number is written', async () => {
    const { phone } = await createOwner()
    const stranger = new Visit(platform, { address: '10.1.1.2' })
    const ways = [phone, phone.slice(4), phone.slice(6), `00${phone.slice(1)}`, ` ${phone} `]
    for (const way of ways) assert.equal(await attempt(stranger, way, 'faux'), 'wrong')
    assert.equal(await attempt(stranger, phone, password), 'tooMany')
  })

  test('do not hold back the owner, elsewhere', async () => {
    const { id, email } = await createOwner()
    const stranger = new Visit(platform, { address: '10.1.1.3' })
    for (let i = 0; i < 6; i++) await attempt(stranger, email, 'faux')
    assert.equal(await attempt(new Visit(platform, { address: '10.1.1.4' }), email, password), id)
  })

  test('are forgiven by a right one among them', async () => {
    const { id, email } = await createOwner()
    const visit = new Visit(platform, { address: '10.1.1.5' })
    for (let i = 0; i < 4; i++) await attempt(visit, email, 'faux')
    assert.equal(await attempt(visit, email, password), id)
    for (let i = 0; i < 4; i++) await attempt(visit, email, 'faux')
    assert.equal(await attempt(visit, email, password), id)
  })
})

describe('tries that come all at once', () => {
  test('are no way round the count', async () => {
    const { email } = await createOwner()
    const tries = Array.from({ length: 40 }, () =>
      attempt(new Visit(platform, { address: '10.1.2.1' }), email, 'faux'),
    )
    const outcomes = await Promise.all(tries)
    assert.ok(outcomes.filter((outcome) => outcome === 'wrong').length <= 20)
  })

  test('are welcome when they are right: an office signs in on all its computers', async () => {
    const { id, email } = await createOwner()
    const tries = Array.from({ length: 8 }, () =>
      attempt(new Visit(platform, { address: '10.1.2.2' }), email, password),
    )
    assert.deepEqual(new Set(await Promise.all(tries)), new Set([id]))
  })
})

describe('an attack from many addresses', () => {
  test('slows strangers only: a browser that knows the owner still opens', async () => {
    const { id, email } = await createOwner()
    const owner = new Visit(platform, { address: '10.2.0.1' })
    await owner.act((context) => welcome(context, id, false))
    for (let i = 0; i < 30; i++) {
      const bot = new Visit(platform, { address: `10.2.1.${i}` })
      assert.equal(await attempt(bot, email, 'faux'), 'wrong')
    }
    const elsewhere = new Visit(platform, { address: '10.2.0.2' })
    assert.equal(await attempt(elsewhere, email, password), 'tooMany')
    assert.equal(await attempt(owner, email, password), id)
  })

  test('from the very address of the owner does not close their browser either', async () => {
    const { id, email } = await createOwner()
    const owner = new Visit(platform, { address: '10.3.0.1' })
    await owner.act((context) => welcome(context, id, false))
    const neighbour = new Visit(platform, { address: '10.3.0.1' })
    for (let i = 0; i < 8; i++) await attempt(neighbour, email, 'faux')
    assert.equal(await attempt(owner, email, password), id)
  })

  test('cannot pass for a browser that knows somebody else', async () => {
    const [owner, other] = [await createOwner(), await createOwner()]
    const colleague = new Visit(platform, { address: '10.4.0.1' })
    await colleague.act((context) => welcome(context, other.id, false))
    for (let i = 0; i < 5; i++) await attempt(colleague, owner.email, 'faux')
    assert.equal(await attempt(colleague, owner.email, password), 'tooMany')
  })

  test('gains nothing by moving about in one IPv6 network', async () => {
    const { email } = await createOwner()
    for (let i = 0; i < 5; i++) {
      const visit = new Visit(platform, { address: `2001:db8:5:5::${i + 1}` })
      assert.equal(await attempt(visit, email, 'faux'), 'wrong')
    }
    const last = new Visit(platform, { address: '2001:db8:5:5:ffff::1' })
    assert.equal(await attempt(last, email, password), 'tooMany')
  })
})
