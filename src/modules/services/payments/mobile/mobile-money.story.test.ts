/** Mobile money with a gateway that pays, refuses, repeats itself, keeps silent, and with people who pretend to be it. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { demoId, personId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { getRequest } from '../../requests/request.queries.ts'
import { receiveAtCounter } from '../payment.actions.ts'
import { listPaymentsOfRequest } from '../payment.queries.ts'
import { type FedapaySimulator, startFedapaySimulator } from './fedapay-simulator.ts'
import type { Gateway } from './gateway.types.ts'
import { reconcileAttempts } from './reconcile.ts'
import { settleAttempt } from './settle-attempt.ts'

const minutes = (count: number) => new Date(Date.now() + count * 60_000)

describe('payer une demande par mobile money', () => {
  let app: TestApp
  let simulator: FedapaySimulator
  let usager: Client
  before(async () => {
    simulator = await startFedapaySimulator({
      noticeUrl: () => `${app.origin}/paiements/fedapay`,
    })
    app = await startApp({ config: { fedapay: simulator } })
    usager = new Client(app.origin)
    await usager.signIn('usager@demo.example')
  })
  after(async () => {
    await app.close()
    await simulator.close()
  })

  /** Another request of the same citizen, who owes as much. */
  async function createRequest(): Promise<string> {
    const id = createId()
    await writeAs(app.platform.db, system, (db) =>
      sql`insert into services.request (id, reference, procedure_id, revision, commune_id, service_code, title, status, requester_id,
            answers, applicant_name, department, due, received_at, created_at, updated_at)
          select ${id}::uuid, 'ESSAI-' || ${id}::text, procedure_id, revision, commune_id, service_code, title, 'received', requester_id,
            answers, applicant_name, department, due, now(), now(), now()
          from services.request where id = ${demoId('request:glazoue:birth-copy:1')}`.execute(db),
    )
    return id
  }

  const findAttempt = (requestId: string) =>
    readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('services.paymentAttempt')
        .selectAll()
        .where('requestId', '=', requestId)
        .orderBy('startedAt', 'desc')
        .executeTakeFirstOrThrow(),
    )
  const listPayments = (requestId: string) =>
    readAs(app.platform.db, system, (db) => listPaymentsOfRequest(db, requestId))

  /** As the button does: the reference at the gateway. */
  async function begin(requestId: string): Promise<string> {
    const answer = await usager.submit(
      `/demandes/${requestId}`,
      `/demandes/${requestId}/payer/fedapay`,
      {},
    )
    assert.match(answer.url, /^\/paiements\/essais\//)
    return (await findAttempt(requestId)).gatewayReference ?? ''
  }

  test('paie une fois, même quand l’avis arrive deux fois ou que l’on presse deux fois', async () => {
    const requestId = await createRequest()
    const reference = await begin(requestId)
    assert.equal(await begin(requestId), reference)
    await simulator.decide(reference, 'payTwice')
    const [payment, ...others] = await listPayments(requestId)
    assert.deepEqual(
      [payment?.method, payment?.receivedBy, others.length],
      ['mobileMoney', null, 0],
    )
    assert.match(payment?.quittance ?? '', /^QUI-/)
    assert.equal((await findAttempt(requestId)).status, 'paid')
    const { html } = await usager.get(`/demandes/${requestId}`)
    assert.doesNotMatch(html, /par mobile money/)
  })

  test('sans avis, se règle en demandant à l’opérateur', async () => {
    const requestId = await createRequest()
    await simulator.decide(await begin(requestId), 'paySilently')
    assert.equal((await listPayments(requestId)).length, 0)
    await reconcileAttempts(app.platform, minutes(1))
    assert.equal((await findAttempt(requestId)).status, 'pending')
    await reconcileAttempts(app.platform, minutes(3))
    assert.equal((await listPayments(requestId)).length, 1)
  })

  test('le retour du navigateur ne prouve rien : c’est l’opérateur qui répond', async () => {
    const requestId = await createRequest()
    const reference = await begin(requestId)
    const { id } = await findAttempt(requestId)
    await usager.get(`/paiements/essais/${id}?status=approved&id=${reference}`)
    await usager.submit(`/paiements/essais/${id}`, `/paiements/essais/${id}/verifier`, {})
    assert.equal((await findAttempt(requestId)).status, 'pending')
    await simulator.decide(reference, 'paySilently')
    await usager.submit(`/paiements/essais/${id}`, `/paiements/essais/${id}/verifier`, {})
    assert.equal((await findAttempt(requestId)).status, 'paid')
  })

  test('refusé, ne prend rien et se recommence', async () => {
    const requestId = await createRequest()
    const reference = await begin(requestId)
    await simulator.decide(reference, 'refuse')
    assert.equal((await findAttempt(requestId)).status, 'failed')
    assert.notEqual(await begin(requestId), reference)
  })

  test('payé pendant ce temps au guichet, est à rembourser, et se voit', async () => {
    const requestId = await createRequest()
    const reference = await begin(requestId)
    const agent = {
      ...({ kind: 'person', id: personId('agent.glazoue'), name: 'Agent', role: 'agent' } as const),
      organisation: {
        id: (await findAttempt(requestId)).communeId,
        kind: 'commune',
        name: 'Glazoué',
      },
    } as const
    await writeAs(app.platform.db, agent, async (db) =>
      receiveAtCounter(
        { db, actor: agent, now: new Date() },
        await getRequest(db, requestId),
        'Afi',
      ),
    )
    await simulator.decide(reference, 'pay')
    assert.equal((await findAttempt(requestId)).status, 'duplicate')
    assert.equal((await listPayments(requestId)).length, 1)
  })

  test('abandonné un jour, puis payé malgré tout, compte quand même', async () => {
    const requestId = await createRequest()
    const reference = await begin(requestId)
    await reconcileAttempts(app.platform, minutes(60 * 25))
    assert.equal((await findAttempt(requestId)).status, 'failed')
    await simulator.decide(reference, 'pay')
    assert.equal((await findAttempt(requestId)).status, 'paid')
  })

  test('payé d’une autre somme que celle demandée, ne règle rien', async () => {
    const requestId = await createRequest()
    await begin(requestId)
    const { id, gatewayReference, amount } = await findAttempt(requestId)
    const mean: Gateway = {
      name: 'fedapay',
      begin: () => Promise.reject(new Error('unused')),
      find: async () => ({ status: 'paid', amount: amount - 1, attemptId: null }),
      giveBack: null,
      readNotice: () => null,
    }
    await settleAttempt(app.platform, mean, { id, gatewayReference }, new Date())
    assert.equal((await findAttempt(requestId)).status, 'duplicate')
    assert.equal((await listPayments(requestId)).length, 0)
  })

  const sendNotice = (body: string, signature: string | null) =>
    fetch(`${app.origin}/paiements/fedapay`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(signature && { 'x-fedapay-signature': signature }),
      },
      body,
    })
  const sign = (body: string, secret: string, seconds: number) =>
    `t=${seconds},s=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`

  test('un avis forgé est refusé, et un vrai ne vaut que ce que dit l’opérateur', async () => {
    const requestId = await createRequest()
    const reference = await begin(requestId)
    const body = JSON.stringify({ name: 'transaction.approved', entity: { id: Number(reference) } })
    const nowSeconds = Math.floor(Date.now() / 1000)
    const { webhookSecret } = simulator
    for (const signature of [
      null,
      '',
      't=1,s=abc',
      sign(body, 'autre secret', nowSeconds),
      sign(body, webhookSecret, nowSeconds - 400),
      sign(`${body} `, webhookSecret, nowSeconds),
    ])
      assert.equal((await sendNotice(body, signature)).status, 403, String(signature))
    assert.equal((await sendNotice(body, sign(body, webhookSecret, nowSeconds))).status, 200)
    assert.equal((await findAttempt(requestId)).status, 'pending')
    const strange = JSON.stringify({ name: 'autre', entity: [] })
    assert.equal((await sendNotice(strange, sign(strange, webhookSecret, nowSeconds))).status, 200)
    assert.equal((await sendNotice('{', sign('{', webhookSecret, nowSeconds))).status, 400)
  })

  test('un opérateur en panne ne fait rien perdre', async () => {
    const requestId = await createRequest()
    const { fedapay } = app.platform.config
    assert.ok(fedapay)
    const { url } = fedapay
    Object.assign(fedapay, { url: 'http://127.0.0.1:9' })
    const answer = await usager.submit(
      `/demandes/${requestId}`,
      `/demandes/${requestId}/payer/fedapay`,
      {},
    )
    assert.equal(answer.url, `/demandes/${requestId}`)
    assert.match(answer.html, /ne répond pas/)
    Object.assign(fedapay, { url })
    assert.notEqual(await begin(requestId), '')
  })

  test('un autre que le demandeur ne paie ni ne suit', async () => {
    const requestId = await createRequest()
    await begin(requestId)
    const { id } = await findAttempt(requestId)
    const stranger = new Client(app.origin)
    await stranger.signIn('startup.b@demo.example')
    assert.equal((await stranger.get(`/paiements/essais/${id}`)).status, 404)
  })
})
