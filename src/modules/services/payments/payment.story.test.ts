/** Money at the counter: the request's own amount, once, receipted, given back with why. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { type Actor, type Role, system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor } from '#test/factories/acting.ts'
import { getRequest } from '../requests/request.queries.ts'
import { findDue, receiveAtCounter, refundPayment } from './payment.actions.ts'
import { getPayment, listPaymentsOfRequest, type Payment, sumPayments } from './payment.queries.ts'
import { readPeriod } from './period.rules.ts'

const glazoue = organisationId('glazoue')
const requestId = demoId('request:glazoue:birth-copy:1')
const now = new Date('2026-11-27T09:00:00Z')

describe('un paiement au guichet de Glazoué', () => {
  let database: TestDatabase
  const people = new Map<string, Actor>()
  before(async () => {
    database = await useDatabase({ demo: true })
    const enter = (role: Role, slug = 'glazoue') =>
      writeAs(database.db, system, (db) =>
        createActor(db, `${role} ${slug}`, {
          organisation: { id: organisationId(slug), name: slug, kind: 'commune' },
          role,
        }),
      )
    for (const role of ['agent', 'secretary'] as const) people.set(role, await enter(role))
    people.set('stranger', await enter('secretary', 'bohicon'))
  })
  after(() => database.close())

  const as = <T>(who: string, work: (context: Context) => Promise<T>) => {
    const actor = people.get(who) as Actor
    return writeAs(database.db, actor, (db) => work({ db, actor, now } as Context))
  }
  const receive = (who: string, id = requestId) =>
    as(who, async (context) =>
      receiveAtCounter(context, await getRequest(context.db, id), 'Usager Démo'),
    )
  let payment: Payment

  test('est celui que la demande a fixé, et une seule fois, même à deux agents', async () => {
    await assert.rejects(receive('stranger'), NotFound)
    const outcomes = await Promise.allSettled([receive('agent'), receive('secretary')])
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const [paid] = await as('agent', ({ db }) => listPaymentsOfRequest(db, requestId))
    assert.ok(paid)
    payment = paid
    const request = await as('agent', ({ db }) => getRequest(db, requestId))
    assert.equal(payment.amount, request.due?.kind === 'due' && request.due.total)
    assert.match(payment.quittance, /^QUI-2026-\d{4}$/)
  })

  test('ne s’encaisse pas quand rien n’est dû ou que personne ne le sait', async () => {
    await assert.rejects(receive('agent', demoId('request:glazoue:birth-copy:60')), /Rien n’est/)
  })

  test('ne se demande ni d’un brouillon, ni d’une demande retirée ou refusée', async () => {
    const request = await as('agent', ({ db }) => getRequest(db, requestId))
    for (const status of ['draft', 'withdrawn', 'refused'] as const)
      assert.equal(findDue({ ...request, status }, []), null)
    for (const status of ['received', 'incomplete', 'accepted', 'closed'] as const)
      assert.notEqual(findDue({ ...request, status }, []), null)
  })

  test('ne se prend pas pour une demande retirée depuis que la page est ouverte', async () => {
    const other = demoId('request:glazoue:birth-copy:2')
    const shown = await as('agent', ({ db }) => getRequest(db, other))
    const setStatus = (status: string) =>
      writeAs(database.db, system, (db) =>
        db.updateTable('services.request').set({ status }).where('id', '=', other).execute(),
      )
    const owing = { ...shown, due: (await as('agent', ({ db }) => getRequest(db, requestId))).due }
    await setStatus('withdrawn')
    const late = as('agent', (context) => receiveAtCounter(context, owing, 'Usager Démo'))
    await assert.rejects(late, /Rien n’est à encaisser/)
    await setStatus(shown.status)
  })

  test('se rembourse par qui dirige, une fois, puis se paie de nouveau', async () => {
    const refund = (who: string) =>
      as(who, (context) => refundPayment(context, payment, 'Payé deux fois par erreur.'))
    await assert.rejects(refund('agent'), Forbidden)
    await refund('secretary')
    await assert.rejects(refund('secretary'), Conflict)
    await receive('agent')
    const all = await as('agent', ({ db }) => listPaymentsOfRequest(db, requestId))
    assert.equal(all.length, 2)
  })

  test('ne se réécrit jamais', async () => {
    await assert.rejects(
      as('agent', ({ db }) =>
        db
          .updateTable('services.payment')
          .set({ amount: 1 })
          .where('id', '=', payment.id)
          .execute(),
      ),
      /ne se modifie pas/,
    )
    const kept = await as('agent', ({ db }) => getPayment(db, payment.id))
    assert.equal(kept.amount, payment.amount)
  })

  test('s’ajoute aux recettes du jour, remboursements à part', async () => {
    const day = { from: '2026-11-27', to: '2026-11-27' }
    const [whole, today] = await as('agent', ({ db }) => sumPayments(db, glazoue, day))
    assert.deepEqual(whole, { ...today, day: null })
    assert.equal(today?.count, 2)
    assert.equal(today.received, 2 * payment.amount)
    assert.equal(today.refunded, payment.amount)
  })

  test('se cherche par période, dans l’ordre, le mois en cours sinon', () => {
    const read = (du: string, au: string) => readPeriod({ du, au }, '2026-11-27')
    assert.deepEqual(read('', ''), { from: '2026-11-01', to: '2026-11-27' })
    assert.deepEqual(read('2026-10-05', '2026-10-01'), { from: '2026-10-01', to: '2026-10-05' })
    assert.deepEqual(read('hier', '2026-02-31'), { from: '2026-11-01', to: '2026-11-27' })
  })
})
