import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { system } from '../actor.ts'
import { writeAs } from '../database.ts'
import { type Message, queueMessage } from '../messages.ts'
import { type Senders, sendMessage } from './send-message.ts'
import type { QueuedMessage } from './sender.ts'

const now = new Date('2026-11-23T09:00:00Z')
const code: Message = {
  channel: 'email',
  recipient: 'se@mairie.example',
  personId: null,
  locale: 'fr',
  topic: 'code',
  subject: 'Votre code',
  body: 'Le code est 123456.',
  link: null,
  dedupeKey: 'code:1',
}

describe('a message', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase()
  })
  after(() => database.close())

  const queue = (message: Message) =>
    writeAs(database.db, system, (db) => queueMessage(db, message, now))
  const find = (dedupeKey: string) =>
    database.db
      .selectFrom('platform.message')
      .selectAll()
      .where('dedupeKey', '=', dedupeKey)
      .executeTakeFirstOrThrow()
  const countJobs = async (messageId: string) => {
    const { rows } = await database.pool.query(
      "select 1 from graphile_worker._private_jobs where payload->>'messageId' = $1",
      [messageId],
    )
    return rows.length
  }

  test('is queued once, however often the same thing is told', async () => {
    assert.equal(await queue(code), true)
    assert.equal(await queue({ ...code, body: 'Le code est 654321.' }), false)
    const message = await find('code:1')
    assert.equal(message.body, 'Le code est 123456.')
    assert.equal(await countJobs(message.id), 1)
  })

  test('does not leave when what it tells did not happen', async () => {
    const failed = writeAs(database.db, system, async (db) => {
      await queueMessage(db, { ...code, dedupeKey: 'code:undone' }, now)
      throw new Error('undone')
    })
    await assert.rejects(failed, /undone/)
    await assert.rejects(find('code:undone'))
  })

  test('leaves once, by its own channel, even when two workers have its job', async () => {
    await queue({ ...code, channel: 'sms', recipient: '+2290197000000', dedupeKey: 'sms:1' })
    const left: string[] = []
    const senders: Senders = {
      email: async () => assert.fail('this is an SMS'),
      sms: async ({ recipient }: QueuedMessage) => {
        await new Promise((resolve) => setTimeout(resolve, 50))
        left.push(recipient)
      },
    }
    const { id } = await find('sms:1')
    await Promise.all([1, 2].map(() => sendMessage(database, senders, id, now)))
    assert.deepEqual(left, ['+2290197000000'])
    const { sentAt, attempts } = await find('sms:1')
    assert.deepEqual({ sentAt, attempts }, { sentAt: now, attempts: 1 })
  })

  test('that was refused is noted, thrown so that the job comes again, and leaves the next time', async () => {
    await queue({ ...code, dedupeKey: 'code:2' })
    const { id } = await find('code:2')
    const refusal = Object.assign(new Error('550 se@mairie.example is unknown'), {
      code: 'EENVELOPE',
      responseCode: 550,
    })
    const refusing: Senders = { email: () => Promise.reject(refusal), sms: async () => {} }
    await assert.rejects(sendMessage(database, refusing, id, now), (error: Error) => {
      assert.doesNotMatch(error.message, /mairie/, 'no address may reach the logs')
      return true
    })
    const failed = await find('code:2')
    assert.equal(failed.lastError, 'Error EENVELOPE 550')
    assert.deepEqual(failed.failedAt, now)
    assert.equal(failed.sentAt, null)

    const later = new Date(now.getTime() + 60_000)
    await sendMessage(database, { email: async () => {}, sms: async () => {} }, id, later)
    const { sentAt, failedAt, lastError, attempts } = await find('code:2')
    assert.deepEqual(
      { sentAt, failedAt, lastError, attempts },
      { sentAt: later, failedAt: null, lastError: null, attempts: 2 },
    )
  })
})
