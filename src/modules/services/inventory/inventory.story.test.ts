/** How the inventory follows what communes say and what projects deliver. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor, type Organisation } from '#test/factories/acting.ts'
import { deliverServices } from './deliver-services.ts'
import { declareLevels, saveOffer } from './offer.actions.ts'
import { countToConfirm, findOffer, listProgress } from './offer.queries.ts'
import type { OfferInput } from './service.schema.ts'

const bohicon: Organisation = {
  id: organisationId('bohicon'),
  kind: 'commune',
  name: 'Bohicon',
}
const now = new Date('2026-11-23T09:00:00Z')
const offered: OfferInput = {
  level: 'online',
  since: null,
  place: 'own',
  url: 'https://bohicon.demo.example/naissances',
  solutionId: null,
  delayDays: 3,
  note: '',
  version: 0,
}

describe('l’inventaire des services de Bohicon', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase({ demo: true })
  })
  after(() => database.close())

  const createAgent = () =>
    writeAs(database.db, system, (db) =>
      createActor(db, 'Une agente', { organisation: bohicon, role: 'agent' }),
    )
  const actAs = async <T>(work: (context: Parameters<typeof declareLevels>[0]) => Promise<T>) => {
    const actor = await createAgent()
    return writeAs(database.db, actor, (db) => work({ db, actor, now }))
  }
  const read = <T>(work: (db: Db) => Promise<T>) => readAs(database.db, system, work)

  test('la commune dit ses niveaux ; l’historique et le journal les gardent', async () => {
    const others = await actAs((context) =>
      declareLevels(context, bohicon.id, [
        { serviceCode: 'birth-copy', from: null, to: 'paper' },
        { serviceCode: 'marriage', from: null, to: 'notOffered' },
      ]),
    )
    assert.equal(others.size, 0)
    const [point] = await read((db) => listProgress(db, ['2026-11-23'], bohicon.id))
    assert.deepEqual(point, { day: '2026-11-23', offered: 1, digital: 0 })
    const lines = await read((db) =>
      db
        .selectFrom('platform.auditLine')
        .select('action')
        .where('chain', '=', bohicon.id)
        .where('action', '=', 'offer.declare')
        .execute(),
    )
    assert.equal(lines.length, 1)
  })

  test('deux agents qui se contredisent : le second apprend ce qui a été dit, rien n’est écrasé', async () => {
    const others = await actAs((context) =>
      declareLevels(context, bohicon.id, [
        { serviceCode: 'birth-copy', from: null, to: 'online' },
        { serviceCode: 'death-copy', from: null, to: 'paper' },
      ]),
    )
    assert.deepEqual([...others], [['birth-copy', 'paper']])
    assert.equal(await read((db) => findOffer(db, bohicon.id, 'death-copy')), undefined)
  })

  test('une page ancienne n’écrase pas une version plus récente', async () => {
    const save = (input: OfferInput) =>
      actAs((context) => saveOffer(context, bohicon.id, 'birth-declaration', input))
    assert.equal(await save(offered), true)
    assert.equal(await save({ ...offered, level: 'paper' }), false)
    assert.equal(await save({ ...offered, level: 'form', version: 1 }), true)
    const offer = await read((db) => findOffer(db, bohicon.id, 'birth-declaration'))
    assert.deepEqual([offer?.level, offer?.version], ['form', 2])
  })

  test('un projet clos relève ce qu’il a livré, une fois, sans abaisser ce qui est déjà en ligne', async () => {
    const event = {
      id: createId(),
      kind: 'project.deliverServices',
      subjectId: createId(),
      payload: {
        communeId: bohicon.id,
        solutionId: null,
        services: 'birth-copy birth-declaration inconnu',
      },
      occurredAt: now,
    }
    for (const _ of [1, 2]) await writeAs(database.db, system, (db) => deliverServices(db, event))
    const copy = await read((db) => findOffer(db, bohicon.id, 'birth-copy'))
    assert.deepEqual(
      [copy?.level, copy?.isToConfirm, copy?.projectId],
      ['form', true, event.subjectId],
    )
    assert.equal(await read((db) => countToConfirm(db, bohicon.id)), 1)
    const [point] = await read((db) => listProgress(db, ['2026-11-23'], bohicon.id))
    assert.deepEqual(point, { day: '2026-11-23', offered: 2, digital: 2 })
  })

  test('une autre commune n’écrit pas ici, même en base', async () => {
    const stranger = await writeAs(database.db, system, (db) =>
      createActor(db, 'Un voisin', {
        organisation: { id: organisationId('abomey'), kind: 'commune', name: 'Abomey' },
        role: 'secretary',
      }),
    )
    await assert.rejects(
      writeAs(database.db, stranger, (db) =>
        db
          .insertInto('services.offer')
          .values({ communeId: bohicon.id, serviceCode: 'burial', level: 'online' })
          .execute(),
      ),
      /row-level security/,
    )
  })
})
