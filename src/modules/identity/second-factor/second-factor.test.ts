import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { Actor } from '#platform/actor.ts'
import type { Platform } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor } from '#test/factories/acting.ts'
import { createTestPlatform, Visit } from '#test/factories/visits.ts'
import { countRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts'
import { enrol, removeSecondFactor, takeSecondFactor } from './second-factor.ts'
import { createSecret, toEnrolmentAddress } from './totp.rules.ts'

let database: TestDatabase
let platform: Platform

before(async () => {
  database = await useDatabase()
  platform = createTestPlatform(database)
})
after(() => database.close())

/** The phone of the person, which computes codes on its own. */
function phoneOf(secret: string) {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return (visit: Visit) => totp.generate({ timestamp: visit.now.getTime() })
}

async function protect(visit: Visit, person: Actor) {
  const secret = createSecret()
  const readPhone = phoneOf(secret)
  const code = readPhone(visit)
  const given = { personId: person.id ?? '', secret, code }
  const codes = await visit.act((context) => enrol(context, given))
  assert.ok(codes)
  return { secret, readPhone, codes }
}

const give = (visit: Visit, person: Actor, code: string) =>
  visit.act((context) => takeSecondFactor(context, person.id ?? '', code))

describe('the second factor', () => {
  test('is turned on by a first right code only, and its secret is kept encrypted', async () => {
    const [visit, person] = [new Visit(platform), await createActor(database.db, 'Nadia')]
    const personId = person.id ?? ''
    const secret = createSecret()
    const wrong = await visit.act((context) => enrol(context, { personId, secret, code: '000000' }))
    assert.equal(wrong, null)
    const { secret: kept } = await protect(visit, person)
    const row = await database.db
      .selectFrom('identity.person')
      .select(['totpSecret', 'totpConfirmedAt'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    assert.ok(row.totpConfirmedAt)
    assert.ok(!row.totpSecret?.includes(kept))
  })

  test('takes each code once: one that was seen over a shoulder is worth nothing', async () => {
    const [visit, person] = [new Visit(platform), await createActor(database.db, 'Nadia')]
    const { readPhone } = await protect(visit, person)
    assert.equal(await give(visit, person, readPhone(visit)), false)
    visit.later(30)
    const code = readPhone(visit)
    assert.equal(await give(visit, person, `${code.slice(0, 3)} ${code.slice(3)}`), true)
    assert.equal(await give(visit, person, code), false)
  })

  test('forgives a phone half a minute late, not two minutes', async () => {
    const [visit, person] = [new Visit(platform), await createActor(database.db, 'Nadia')]
    const { readPhone } = await protect(visit, person)
    visit.later(300)
    const code = readPhone(visit)
    visit.later(120)
    assert.equal(await give(visit, person, code), false)
    const next = readPhone(visit)
    visit.later(30)
    assert.equal(await give(visit, person, next), true)
  })

  test('bears five wrong codes, then nothing for a quarter of an hour', async () => {
    const [visit, person] = [new Visit(platform), await createActor(database.db, 'Nadia')]
    const { readPhone } = await protect(visit, person)
    visit.later(60)
    for (let i = 0; i < 5; i++) assert.equal(await give(visit, person, '123'), false)
    assert.equal(await give(visit, person, readPhone(visit)), false)
  })

  test('is read from a QR code that names the platform and the account', () => {
    const address = toEnrolmentAddress('JBSWY3DPEHPK3PXP', 'nadia@ancb.example')
    assert.match(
      address,
      /^otpauth:\/\/totp\/Cauri:nadia%40ancb\.example\?issuer=Cauri&secret=JBSWY3/,
    )
  })
})

describe('the recovery codes', () => {
  test('each stand for the phone once, copied by hand as one pleases', async () => {
    const [visit, person] = [new Visit(platform), await createActor(database.db, 'Nadia')]
    const { codes } = await protect(visit, person)
    assert.equal(codes.length, 8)
    const [first = '', second = ''] = codes
    assert.equal(await give(visit, person, first.toUpperCase().replaceAll('-', ' ')), true)
    assert.equal(await give(visit, person, first), false)
    assert.equal(await give(visit, person, second), true)
    assert.equal(await countRecoveryCodes(database.db, person.id ?? ''), 6)
  })

  test('serve their owner only', async () => {
    const visit = new Visit(platform)
    const [nadia, koffi] = [
      await createActor(database.db, 'Nadia'),
      await createActor(database.db, 'Koffi'),
    ]
    const { codes } = await protect(visit, nadia)
    await protect(visit, koffi)
    assert.equal(await give(visit, koffi, codes[0] ?? ''), false)
  })

  test('are void once new ones are made, and once the second factor is off', async () => {
    const [visit, person] = [new Visit(platform), await createActor(database.db, 'Nadia')]
    const personId = person.id ?? ''
    const { codes } = await protect(visit, person)
    const renewed = await visit.act(({ db, now }) => replaceRecoveryCodes(db, personId, now))
    assert.equal(await give(visit, person, codes[0] ?? ''), false)
    assert.equal(await give(visit, person, renewed[0] ?? ''), true)
    await visit.act((context) => removeSecondFactor(context, personId))
    assert.equal(await give(visit, person, renewed[1] ?? ''), false)
  })
})
