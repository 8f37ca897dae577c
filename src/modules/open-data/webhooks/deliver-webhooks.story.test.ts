/** Messages as they meet servers that are well, slow, dead, gone, or not what they seem. */
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { verifyAudit } from '#platform/audit.ts'
import { noteAs } from '#platform/database.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { listMessages } from '#test/factories/messages.ts'
import {
  answering,
  openReceivingServer,
  type ReceivingServer,
  silent,
} from '#test/factories/receiving-server.ts'
import { createReceiving } from './receiving.fixture.ts'
import { mostAttempts } from './retry.rules.ts'
import { moveReceiver, sendAgain, tryReceiver } from './webhook.actions.ts'

const report = demoId('report:glazoue:1')
const hour = 3600

describe('un récepteur', () => {
  let database: TestDatabase
  let server: ReceivingServer
  const world = createReceiving(() => database)
  before(async () => {
    database = await useDatabase({ demo: true })
  })
  after(() => database.close())
  beforeEach(async () => {
    server = await openReceivingServer()
  })
  afterEach(() => server.close())

  /** Alone to follow what is told here. */
  async function listen(url = server.url) {
    await noteAs(database.db, system, (db) =>
      db
        .updateTable('opendata.webhookReceiver')
        .set({ status: 'paused' })
        .where('status', '=', 'active')
        .execute(),
    )
    return world.listen('se.glazoue', url, ['report.received'])
  }
  const tell = () => world.tell('report.create', report, { to: 'received' })

  test('that answers 500, then 200, gets the same message again, half a minute later', async () => {
    const receiver = await listen()
    server.behave((answer, rank) =>
      answering(rank === 0 ? 500 : 200, 'Erreur interne')(answer, rank),
    )
    await tell()
    await world.deliver(receiver.id)
    const [failed] = await world.log(receiver.id)
    assert.deepEqual(
      [failed?.state, failed?.httpStatus, failed?.answer],
      ['waiting', 500, 'Erreur interne'],
    )
    await world.deliver(receiver.id)
    assert.equal(server.received.length, 1)
    world.later(60)
    await world.deliver(receiver.id)
    const [sent] = await world.log(receiver.id)
    assert.deepEqual([sent?.state, sent?.attempts, sent?.httpStatus], ['delivered', 2, 200])
    const [first, second] = server.received
    assert.equal(first?.body, second?.body)
    assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id'])
    assert.notEqual(first?.headers['webhook-timestamp'], second?.headers['webhook-timestamp'])
    assert.equal((await world.read(receiver)).failures, 0)
  })

  test('that is silent takes one attempt of our time, not one for each message', async () => {
    const receiver = await listen()
    server.behave(silent)
    for (let count = 0; count < 5; count += 1) await tell()
    await world.deliver(receiver.id)
    assert.equal(server.received.length, 1)
    const log = await world.log(receiver.id)
    assert.deepEqual(log.map(({ attempts }) => attempts).sort(), [0, 0, 0, 0, 1])
    assert.ok(log.some(({ failure }) => failure === 'tooSlow'))
    const { restsUntil } = await world.read(receiver)
    assert.ok(restsUntil && restsUntil > world.now())
  })

  test('that comes back gets all that waited, in order', async () => {
    const receiver = await listen()
    server.behave(answering(503))
    for (let count = 0; count < 3; count += 1) await tell()
    await world.deliver(receiver.id)
    server.behave(answering(200))
    world.later(60)
    await world.deliver(receiver.id)
    const log = await world.log(receiver.id)
    assert.deepEqual(
      log.map(({ state }) => state),
      ['delivered', 'delivered', 'delivered'],
    )
    assert.equal(server.mostAtOnce, 1)
  })

  test('that redirects is not followed', async () => {
    const elsewhere = await openReceivingServer()
    const receiver = await listen()
    server.behave(answering(307, '', { location: elsewhere.url }))
    await tell()
    await world.deliver(receiver.id)
    assert.equal((await world.log(receiver.id))[0]?.httpStatus, 307)
    assert.equal(elsewhere.received.length, 0)
    await elsewhere.close()
  })

  test('whose name comes to lead to a private address is not called', async () => {
    const receiver = await listen('https://recepteur.example/cauri')
    await tell()
    await world.deliver(receiver.id, { resolve: async () => ['169.254.169.254'] })
    const [line] = await world.log(receiver.id)
    assert.deepEqual([line?.state, line?.failure], ['waiting', 'forbiddenAddress'])
  })

  test('that is dead for three days is stopped, and the organisation is told', async () => {
    const receiver = await listen()
    await server.close()
    await tell()
    for (let turn = 0; turn < 400 && (await world.read(receiver)).status === 'active'; turn += 1) {
      await world.deliver(receiver.id)
      world.later(hour / 2)
    }
    assert.equal((await world.read(receiver)).status, 'stopped')
    const [line] = await world.log(receiver.id)
    assert.deepEqual([line?.state, line?.attempts], ['failed', mostAttempts])
    const [mail] = await listMessages(database.db, 'se.glazoue@demo.example')
    assert.match(mail?.subject ?? '', /n’écrit plus à « De se.glazoue »/)
    assert.match(mail?.body ?? '', /plus de deux jours/)
    await tell()
    assert.equal((await world.log(receiver.id)).length, 1)
  })

  test('that says 410 is stopped at once; whoever answers for it lets it go on', async () => {
    const receiver = await listen()
    server.behave(answering(410))
    await tell()
    await tell()
    await world.deliver(receiver.id)
    const stopped = await world.read(receiver)
    assert.equal(stopped.status, 'stopped')
    assert.equal(server.received.length, 1)
    server.behave(answering(200))
    await world.as(receiver.actor, (context) => moveReceiver(context, stopped, 'resume'))
    const log = await world.log(receiver.id)
    assert.deepEqual(
      log.map(({ state }) => state),
      ['failed', 'failed'],
    )
    const resumed = await world.read(receiver)
    for (const line of log)
      await world.as(receiver.actor, (context) => sendAgain(context, resumed, line))
    await world.deliver(receiver.id)
    const again = await world.log(receiver.id)
    assert.deepEqual(
      again.map(({ state }) => state),
      ['delivered', 'delivered'],
    )
  })

  test('is tried once when somebody asks, even while it rests', async () => {
    const receiver = await listen()
    server.behave(answering(500))
    await tell()
    await world.deliver(receiver.id)
    const resting = await world.read(receiver)
    await world.as(receiver.actor, (context) => tryReceiver(context, resting))
    await world.deliver(receiver.id)
    const ping = (await world.log(receiver.id)).find(({ kind }) => kind === 'ping')
    assert.deepEqual([ping?.state, ping?.attempts], ['failed', 1])
  })

  test('leaves a journal without fault', async () => {
    assert.deepEqual((await verifyAudit(database.db)).faults, [])
  })
})
