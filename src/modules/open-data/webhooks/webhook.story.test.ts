/** Who is told of what: what concerns an organisation, nothing of anybody, to those who asked. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { moveNeed } from '#modules/collaboration/needs/need.actions.ts'
import { getNeed } from '#modules/collaboration/needs/need.queries.ts'
import { type Actor, system } from '#platform/actor.ts'
import { noteAs, readAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Forbidden } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { deliverEvents } from '#test/factories/events.ts'
import { openReceivingServer, type ReceivingServer } from '#test/factories/receiving-server.ts'
import { listKindsOf } from './event-kinds.lists.ts'
import { countGood, createReceiving } from './receiving.fixture.ts'
import { webhookSubscribers } from './tell-receivers.ts'
import { addReceiver, changeReceiver, moveReceiver, renewSecret } from './webhook.actions.ts'
import { forgetDeliveries } from './webhook.schedules.ts'

const glazoue = organisationId('glazoue')
const request = demoId('request:glazoue:birth-copy:1')
const report = demoId('report:glazoue:1')
const ofCommune = listKindsOf('commune')
const ofStartup = listKindsOf('startup')

describe('des récepteurs', () => {
  let database: TestDatabase
  let server: ReceivingServer
  const world = createReceiving(() => database)
  before(async () => {
    database = await useDatabase({ demo: true })
    server = await openReceivingServer()
  })
  after(async () => {
    await server.close()
    await database.close()
  })

  const publish = (title: string) => {
    const actor = demoActor('se.glazoue')
    return world.as(actor, async (context) => {
      const need = await getNeed(context.db, demoId(`need:glazoue:${title}`))
      return moveNeed(context as Context, need, 'publish')
    })
  }
  const kindsIn = async (receiverId: string) =>
    (await world.log(receiverId)).map(({ kind }) => kind)

  test('d’une startup reçoivent, signé, le besoin qui va avec ses solutions', async () => {
    const concerned = await world.listen('startup.d', server.url, ofStartup)
    const stranger = await world.listen('startup.c', server.url, ofStartup)
    const town = await world.listen('se.bohicon', server.url, ofCommune)
    const need = await publish('Délivrer les copies d’actes en moins d’une heure')
    await deliverEvents(database.db)
    assert.deepEqual(await kindsIn(concerned.id), ['need.published'])
    assert.deepEqual(await kindsIn(stranger.id), [])
    assert.deepEqual(await kindsIn(town.id), [])
    await world.deliver(concerned.id)
    const [received] = server.received
    assert.ok(received)
    assert.equal(countGood(received, concerned.secret), 1)
    assert.equal(countGood(received, stranger.secret), 0)
    assert.equal(received.headers['content-type'], 'application/cloudevents+json; charset=utf-8')
    const { data, ...event } = JSON.parse(received.body)
    assert.equal(event.id, received.headers['webhook-id'])
    assert.equal(event.type, 'bj.ancb.cauri.need.published.v1')
    assert.equal(event.subject, need.reference)
    assert.deepEqual(
      [data.reference, data.status, data.commune, data.url],
      [need.reference, 'published', 'Glazoué', `https://cauri.example/besoins/${need.reference}`],
    )
  })

  test('n’apprennent rien d’un appel que personne n’a vu', async () => {
    const follower = await world.listen('startup.a', server.url, ofStartup)
    await world.tell('call.cancel', demoId('call:market-draft'), { to: 'cancelled' })
    assert.deepEqual(await kindsIn(follower.id), [])
    await world.tell('call.amend', demoId('call:market-open'))
    assert.deepEqual(await kindsIn(follower.id), ['call.amended'])
  })

  test('d’une commune suivent ses demandes et ses signalements, sans rien de personne', async () => {
    const own = await world.listen('se.glazoue', server.url, ofCommune)
    const other = await world.listen('se.bohicon', server.url, ofCommune)
    await world.tell('request.submit', request, { to: 'received' })
    await world.tell('request.complete', request, { to: 'inReview' })
    await world.tell('request.accept', request, { to: 'accepted' })
    await world.tell('request.close', request, { to: 'closed' })
    await world.tell('payment.receive', world.anyId(), { requestId: request, amount: 1000 })
    await world.tell('report.create', report, { to: 'received' })
    const kinds = await kindsIn(own.id)
    assert.deepEqual([...kinds].sort(), [
      ...['report.received', 'request.completed', 'request.decided', 'request.delivered'],
      ...['request.paid', 'request.submitted'],
    ])
    assert.deepEqual(await kindsIn(other.id), [])
    const before = server.received.length
    await world.deliver(own.id)
    const bodies = server.received.slice(before).map(({ body }) => body)
    assert.equal(bodies.length, 6)
    for (const mark of await listMarks()) assert.ok(!bodies.join().includes(mark), mark)
  })

  /** What people wrote or are, in that request and that report. */
  async function listMarks(): Promise<string[]> {
    const [asked, told] = await readAs(database.db, system, async (db) => [
      await db
        .selectFrom('services.request')
        .selectAll()
        .where('id', '=', request)
        .executeTakeFirstOrThrow(),
      await db
        .selectFrom('services.report')
        .selectAll()
        .where('id', '=', report)
        .executeTakeFirstOrThrow(),
    ])
    const answers = Object.values(asked.answers as object).filter((one) => typeof one === 'string')
    const { code, description, landmark, contactPhone, contactEmail } = told
    const marks = [
      ...answers,
      asked.requesterId,
      code,
      description,
      landmark,
      contactPhone,
      contactEmail,
    ]
    const kept = marks.filter((mark): mark is string => typeof mark === 'string' && mark.length > 3)
    assert.ok(kept.length > 4)
    return kept
  }

  test('n’ont qu’une ligne pour un événement annoncé deux fois', async () => {
    const own = await world.listen('se.glazoue', server.url, ['report.received'])
    const event = {
      ...{ id: world.anyId(), kind: 'report.create', subjectId: report, occurredAt: world.now() },
      payload: { to: 'received' },
    }
    for (let time = 0; time < 2; time += 1)
      await world.as(system, async ({ db }) => {
        for (const subscribe of webhookSubscribers['report.create'] ?? [])
          await subscribe(db, event)
      })
    assert.equal((await kindsIn(own.id)).length, 1)
  })

  test('en pause ne notent rien ; supprimés, ils n’ont plus ni secret ni envois', async () => {
    const own = await world.listen('se.glazoue', server.url, ['report.received'])
    const move = async (step: 'pause' | 'resume' | 'remove') => {
      const shown = await world.read(own)
      await world.as(own.actor, (context) => moveReceiver(context, shown, step))
    }
    await move('pause')
    await world.tell('report.create', report, { to: 'received' })
    assert.deepEqual(await kindsIn(own.id), [])
    await move('resume')
    await world.tell('report.create', report, { to: 'received' })
    assert.deepEqual(await kindsIn(own.id), ['report.received'])
    const before = server.received.length
    await move('remove')
    await world.deliver(own.id)
    assert.equal(server.received.length, before)
    const row = await world.readRow(own.id)
    assert.deepEqual([row.status, row.sealedSecret], ['removed', null])
    assert.deepEqual(await kindsIn(own.id), [])
  })

  test('signent des deux secrets pendant un jour, puis du nouveau seulement', async () => {
    const own = await world.listen('se.glazoue', server.url, ['report.received'])
    const shown = await world.read(own)
    const fresh = await world.as(own.actor, (context) => renewSecret(context, shown))
    const send = async () => {
      await world.tell('report.create', report, { to: 'received' })
      await world.deliver(own.id)
      const last = server.received.at(-1) ?? assert.fail()
      return [countGood(last, fresh), countGood(last, own.secret)]
    }
    assert.deepEqual(await send(), [1, 1])
    world.later(25 * 3600)
    assert.deepEqual(await send(), [1, 0])
    await forgetDeliveries(world.platform(), world.now())
    assert.equal((await world.readRow(own.id)).sealedOldSecret, null)
    assert.equal((await kindsIn(own.id)).length, 2)
    await forgetDeliveries(world.platform(), addDays(world.now(), 31))
    assert.equal((await kindsIn(own.id)).length, 0)
  })

  test('d’une organisation suspendue attendent', async () => {
    const own = await world.listen('se.glazoue', server.url, ['report.received'])
    const suspend = (suspendedAt: Date | null) =>
      noteAs(database.db, system, (db) =>
        db
          .updateTable('identity.organisation')
          .set({ suspendedAt })
          .where('id', '=', glazoue)
          .execute(),
      )
    await suspend(world.now())
    await world.tell('report.create', report, { to: 'received' })
    const before = server.received.length
    await world.deliver(own.id)
    assert.equal(server.received.length, before)
    await suspend(null)
    await world.deliver(own.id)
    assert.equal(server.received.length, before + 1)
  })

  test('sont à qui répond de l’organisation, et à personne d’autre', async () => {
    const own = await world.listen('se.glazoue', server.url, ['report.received'])
    const shown = await world.read(own)
    const wishes = { description: 'Détourné', url: 'https://ailleurs.example/', kinds: ofCommune }
    const organisation = own.actor.organisation ?? assert.fail()
    for (const account of ['agent.glazoue', 'rsi.glazoue', 'se.bohicon', 'startup.a']) {
      const actor = demoActor(account)
      for (const act of [
        async (context: Context) => void (await addReceiver(context, organisation, wishes)),
        (context: Context) => changeReceiver(context, shown, wishes),
        async (context: Context) => void (await renewSecret(context, shown)),
        (context: Context) => moveReceiver(context, shown, 'pause'),
      ])
        await assert.rejects(
          world.as(actor, (context) => act(context as Context)),
          account,
        )
    }
    const association: Actor = {
      ...({ kind: 'person', id: world.anyId(), name: 'Secrétariat', role: 'staff' } as const),
      organisation: { id: world.anyId(), kind: 'association', name: 'ANCB' },
    }
    await assert.rejects(
      world.as(association, (context) => changeReceiver(context, shown, wishes)),
      Forbidden,
    )
    const seen = await readAs(database.db, demoActor('se.bohicon'), (db) =>
      db
        .selectFrom('opendata.webhookReceiver')
        .select('id')
        .where('organisationId', '=', glazoue)
        .execute(),
    )
    assert.deepEqual(seen, [])
  })
})
