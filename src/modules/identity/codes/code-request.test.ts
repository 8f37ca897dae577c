import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Platform } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { listMessages, readCode } from '#test/factories/messages.ts'
import { createTestPlatform, Visit } from '#test/factories/visits.ts'
import { askForCode, redeemCode } from './code-request.ts'
import type { CodePurpose } from './one-time-code.ts'

let database: TestDatabase
let platform: Platform

before(async () => {
  database = await useDatabase()
  platform = createTestPlatform(database)
})
after(() => database.close())

let count = 0
const newAddress = () => `person${String(++count).padStart(3, '0')}@test.example`

function ask(visit: Visit, address: string, purpose: CodePurpose = 'signIn', maySend = true) {
  const identifier = { channel: 'email', address } as const
  const asking = { purpose, identifier, personId: undefined, next: '/espace', maySend }
  return visit.act((context) => askForCode(context, asking))
}

const redeem = (visit: Visit, code: string, purpose: CodePurpose = 'signIn') =>
  visit.act((context) => redeemCode(context, purpose, code))

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a code', () => {
  test('proves the address it was sent to, once', async () => {
    const [visit, address] = [new Visit(platform), newAddress()]
    await ask(visit, address)
    const code = await readCode(database.db, address)
    assert.deepEqual(await redeem(visit, `${code.slice(0, 3)} ${code.slice(3)}`), {
      address,
      personId: null,
    })
    assert.equal(await redeem(visit, code), null)
  })

  test('is not in the database, nor is its plain hash', async () => {
    const [visit, address] = [new Visit(platform), newAddress()]
    await ask(visit, address)
    const code = await readCode(database.db, address)
    const row = await database.db
      .selectFrom('identity.oneTimeCode')
      .selectAll()
      .where('target', '=', address)
      .executeTakeFirstOrThrow()
    assert.ok(!JSON.stringify(row).includes(code))
    assert.match(row.codeHash, /^[0-9a-f]{64}$/)
  })

  test('serves the purpose it was asked for only', async () => {
    const [visit, address] = [new Visit(platform), newAddress()]
    await ask(visit, address, 'signIn')
    assert.equal(await redeem(visit, await readCode(database.db, address), 'recover'), null)
  })

  test('lasts ten minutes', async () => {
    const [visit, address] = [new Visit(platform), newAddress()]
    await ask(visit, address)
    visit.later(601)
    assert.equal(await redeem(visit, await readCode(database.db, address)), null)
  })

  test('bears five tries: the sixth fails, even right', async () => {
    const [visit, address] = [new Visit(platform), newAddress()]
    await ask(visit, address)
    const code = await readCode(database.db, address)
    for (let i = 0; i < 5; i++) assert.equal(await redeem(visit, wrong(code)), null)
    assert.equal(await redeem(visit, code), null)
  })

  test('is replaced by the next one this browser asks for', async () => {
    const [visit, address] = [new Visit(platform), newAddress()]
    await ask(visit, address)
    const first = await readCode(database.db, address)
    visit.later(30)
    await ask(visit, address)
    const second = await readCode(database.db, address)
    if (first !== second) assert.equal(await redeem(visit, first), null)
    assert.ok(await redeem(visit, second))
  })
})

describe('another browser', () => {
  test('cannot use a code it did not ask for', async () => {
    const [owner, thief, address] = [new Visit(platform), new Visit(platform), newAddress()]
    await ask(owner, address)
    const code = await readCode(database.db, address)
    assert.equal(await redeem(thief, code), null)
    assert.ok(await redeem(owner, code))
  })

  test('can neither use up the tries of the owner’s code nor replace it', async () => {
    const [owner, thief, address] = [new Visit(platform), new Visit(platform), newAddress()]
    await ask(owner, address)
    const code = await readCode(database.db, address)
    thief.later(30)
    await ask(thief, address)
    for (let i = 0; i < 6; i++) await redeem(thief, '000000')
    assert.ok(await redeem(owner, code))
  })

  test('cannot make a code of its own out of a changed cookie', async () => {
    const [visit, address] = [new Visit(platform), newAddress()]
    await ask(visit, address)
    const code = await readCode(database.db, address)
    const [[name, sealed] = ['', '']] = visit.cookies
    const bytes = Buffer.from(sealed, 'base64url')
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1)
    visit.cookies.set(name, bytes.toString('base64url'))
    assert.equal(await redeem(visit, code), null)
  })
})

describe('asking', () => {
  test('looks the same when nothing leaves', async () => {
    const [visit, address] = [new Visit(platform), newAddress()]
    assert.equal(await ask(visit, address, 'signIn', false), true)
    assert.deepEqual(await listMessages(database.db, address), [])
    const other = new Visit(platform)
    await ask(other, newAddress())
    const [[, sealed] = ['', '']] = visit.cookies
    const [[, otherSealed] = ['', '']] = other.cookies
    assert.equal(sealed.length, otherSealed.length)
  })

  test('is refused after five codes an hour, whether they left or not', async () => {
    for (const maySend of [true, false]) {
      const [visit, address] = [new Visit(platform, { address: `10.9.0.${count}` }), newAddress()]
      for (let i = 0; i < 5; i++) assert.equal(await ask(visit, address, 'signIn', maySend), true)
      assert.equal(await ask(visit, address, 'signIn', maySend), false)
    }
  })

  test('is refused to everybody after ten, so that nobody’s phone is flooded', async () => {
    const address = newAddress()
    for (let i = 0; i < 10; i++)
      assert.equal(await ask(new Visit(platform, { address: `10.8.0.${i}` }), address), true)
    assert.equal(await ask(new Visit(platform, { address: '10.8.1.1' }), address), false)
    assert.equal((await listMessages(database.db, address)).length, 10)
  })
})
