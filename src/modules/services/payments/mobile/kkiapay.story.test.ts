/** A gateway that names transactions itself, and gives money back: what binds a payment to a request, and that nothing is given twice. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { demoId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { listPaymentsOfRequest } from '../payment.queries.ts'
import { type KkiapaySimulator, startKkiapaySimulator } from './kkiapay-simulator.ts'
import { reconcileAttempts } from './reconcile.ts'

const reason = 'La demande avait déjà été payée au guichet de la mairie.'

describe('payer une demande chez KKiaPay', () => {
  let app: TestApp
  let simulator: KkiapaySimulator
  let usager: Client
  let secretary: Client
  before(async () => {
    simulator = await startKkiapaySimulator({
      noticeUrl: () => `${app.origin}/paiements/kkiapay`,
      lateMs: 1,
    })
    app = await startApp({ config: { kkiapay: simulator } })
    usager = new Client(app.origin)
    await usager.signIn('usager@demo.example')
    secretary = new Client(app.origin)
    await secretary.signIn('se.glazoue@demo.example')
  })
  after(async () => {
    await app.close()
    await simulator.close()
  })

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

  const listAttempts = (requestId: string) =>
    readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('services.paymentAttempt')
        .selectAll()
        .where('requestId', '=', requestId)
        .orderBy('startedAt')
        .orderBy('id')
        .execute(),
    )
  const listPayments = (requestId: string) =>
    readAs(app.platform.db, system, (db) => listPaymentsOfRequest(db, requestId))

  /** As the button does: the attempt, with the page where one pays. */
  async function begin() {
    const requestId = await createRequest()
    const path = `/demandes/${requestId}`
    await usager.submit(path, `${path}/payer/kkiapay`, {})
    const [attempt] = await listAttempts(requestId)
    assert.ok(attempt?.url)
    return { requestId, attemptId: attempt.id, url: attempt.url }
  }

  const verify = (attemptId: string, transaction: string) =>
    usager.submit(`/paiements/essais/${attemptId}`, `/paiements/essais/${attemptId}/verifier`, {
      transaction,
    })
  const reconcile = () => reconcileAttempts(app.platform, new Date())

  test('l’avis dit quelle demande est payée, une fois même s’il arrive deux fois', async () => {
    const { requestId, url } = await begin()
    const reference = await simulator.pay(url, 'payTwice')
    const [attempt, ...others] = await listAttempts(requestId)
    assert.deepEqual(
      [attempt?.status, attempt?.gatewayReference, others.length],
      ['paid', reference, 0],
    )
    assert.equal((await listPayments(requestId)).length, 1)
  })

  test('sans avis, le retour du navigateur dit seulement quoi demander à l’opérateur', async () => {
    const { requestId, attemptId, url } = await begin()
    await verify(attemptId, 'kk99999999')
    assert.equal((await listAttempts(requestId))[0]?.status, 'pending')
    const reference = await simulator.pay(url, 'paySilently')
    const { html } = await usager.get(`/paiements/essais/${attemptId}?transaction_id=${reference}`)
    assert.match(html, new RegExp(`name="transaction" value="${reference}"`))
    assert.equal((await listAttempts(requestId))[0]?.status, 'pending')
    await verify(attemptId, reference)
    assert.equal((await listAttempts(requestId))[0]?.status, 'paid')
  })

  test('le paiement d’une autre demande n’en règle pas une seconde', async () => {
    const paid = await begin()
    const reference = await simulator.pay(paid.url, 'paySilently')
    const other = await begin()
    await verify(other.attemptId, reference)
    assert.equal((await listAttempts(other.requestId))[0]?.status, 'pending')
    assert.equal((await listPayments(other.requestId)).length, 0)
    await verify(paid.attemptId, reference)
    assert.equal((await listPayments(paid.requestId)).length, 1)
  })

  test('un avis sans le secret est refusé ; un avis tardif compte', async () => {
    const { requestId, attemptId, url } = await begin()
    const reference = await simulator.pay(url, 'paySilently')
    const body = JSON.stringify({
      transactionId: reference,
      event: 'transaction.success',
      stateData: attemptId,
    })
    const notify = (secret: string) =>
      fetch(`${app.origin}/paiements/kkiapay`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-kkiapay-secret': secret },
        body,
      })
    for (const secret of ['', 'wh_autre', 'wh_simulator '.repeat(2)])
      assert.equal((await notify(secret)).status, 403)
    await reconcileAttempts(app.platform, new Date(Date.now() + 25 * 3_600_000))
    assert.equal((await listAttempts(requestId))[0]?.status, 'failed')
    assert.equal((await notify(simulator.webhookSecret)).status, 200)
    assert.equal((await listAttempts(requestId))[0]?.status, 'paid')
  })

  test('un avis ne vaut que ce que dit l’opérateur', async () => {
    const { requestId, attemptId, url } = await begin()
    const refused = await simulator.pay(url, 'refuse')
    assert.equal((await listAttempts(requestId))[0]?.status, 'failed')
    await fetch(`${app.origin}/paiements/kkiapay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kkiapay-secret': simulator.webhookSecret },
      body: JSON.stringify({
        transactionId: refused,
        event: 'transaction.success',
        stateData: attemptId,
      }),
    })
    assert.equal((await listAttempts(requestId))[0]?.status, 'failed')
    // The page of the gateway stays open: the same order may be paid there after a refusal.
    await simulator.pay(url, 'pay')
    assert.equal((await listAttempts(requestId))[0]?.status, 'paid')
  })

  test('payé deux fois sur la page de l’opérateur, le second paiement est à rendre, et se rend', async () => {
    const { requestId, url } = await begin()
    await simulator.pay(url, 'pay')
    const second = await simulator.pay(url, 'pay')
    const attempts = await listAttempts(requestId)
    assert.deepEqual(attempts.map(({ status }) => status).sort(), ['duplicate', 'paid'])
    const duplicate = attempts.find(({ status }) => status === 'duplicate')
    assert.equal(duplicate?.gatewayReference, second)
    const page = `/espace/paiements/essais/${duplicate?.id}/rendre`
    await secretary.submit(page, page, { way: 'gateway', reason })
    assert.equal(
      (await listAttempts(requestId)).filter((one) => one.status === 'returning').length,
      1,
    )
    const again = await secretary.submit(page, page, { way: 'counter', reason })
    assert.match(again.html, /n’est plus possible/)
    await reconcile()
    const after = await listAttempts(requestId)
    assert.deepEqual(after.map(({ status }) => status).sort(), ['paid', 'returned'])
    const [payment] = await listPayments(requestId)
    assert.equal(payment?.refundedAt, null)
  })

  test('un paiement se rend par l’opérateur, et le journal des recettes le sait', async () => {
    const { requestId, url } = await begin()
    await simulator.pay(url, 'pay')
    const [payment] = await listPayments(requestId)
    const page = `/espace/paiements/${payment?.id}/rembourser`
    const { html } = await secretary.get(page)
    assert.match(html, /Par KKiaPay, sur le téléphone/)
    await secretary.submit(page, page, { way: 'gateway', reason })
    assert.equal((await listPayments(requestId))[0]?.refundedAt, null)
    await reconcile()
    await reconcile()
    const [refunded] = await listPayments(requestId)
    assert.equal(refunded?.refundReason, reason)
    assert.equal((await listAttempts(requestId))[0]?.status, 'returned')
  })

  test('ce que l’opérateur refuse de rendre se rend au guichet', async () => {
    const { requestId, url } = await begin()
    const reference = await simulator.pay(url, 'pay')
    simulator.freeze(reference)
    const [payment] = await listPayments(requestId)
    const page = `/espace/paiements/${payment?.id}/rembourser`
    await secretary.submit(page, page, { way: 'gateway', reason })
    await reconcile()
    assert.equal((await listAttempts(requestId))[0]?.status, 'returnRefused')
    assert.equal((await listPayments(requestId))[0]?.refundedAt, null)
    const { html } = await secretary.get(page)
    assert.doesNotMatch(html, /Par KKiaPay/)
    await secretary.submit(page, page, { reason })
    assert.equal((await listAttempts(requestId))[0]?.status, 'returned')
    assert.notEqual((await listPayments(requestId))[0]?.refundedAt, null)
  })
})
