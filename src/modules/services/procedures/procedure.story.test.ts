/** A commune opens a procedure, revises it, suspends it: what is published stays, and the inventory follows. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { organisationId } from '#demo/ids.ts'
import { system, visitor } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { createId } from '#platform/id.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor, type Organisation } from '#test/factories/acting.ts'
import { declareLevels } from '../inventory/offer.actions.ts'
import { findOffer } from '../inventory/offer.queries.ts'
import { followOpening, followSuspension } from './follow-procedure.ts'
import {
  publishProcedure,
  resumeProcedure,
  saveDraft,
  startProcedure,
  suspendProcedure,
} from './procedure.actions.ts'
import { stand } from './procedure.fixture.ts'
import type { Procedure } from './procedure.lifecycle.ts'
import {
  getDraft,
  getProcedure,
  getRevision,
  listProceduresOfCommune,
} from './procedure.queries.ts'

const commune = (slug: string): Organisation => ({
  ...{ id: organisationId(slug), name: slug },
  kind: 'commune',
})
const bohicon = commune('bohicon')
const now = new Date('2026-11-26T09:00:00Z')

describe('une démarche de Bohicon', () => {
  let database: TestDatabase
  let procedure: Procedure
  before(async () => {
    database = await useDatabase({ demo: true })
  })
  after(() => database.close())

  type Writing = Parameters<typeof startProcedure>[0]
  const actAs = async <T>(
    role: 'agent' | 'secretary' | 'itOfficer',
    work: (context: Writing) => Promise<T>,
    organisation = bohicon,
  ) => {
    const actor = await writeAs(database.db, system, (db) =>
      createActor(db, 'Quelqu’un', { organisation, role }),
    )
    return writeAs(database.db, actor, (db) => work({ db, actor, now }))
  }
  const publicly = <T>(work: (db: Db) => Promise<T>) => readAs(database.db, visitor, work)
  const tell = (follow: typeof followOpening, event: Pick<RecordedEvent, 'id' | 'occurredAt'>) =>
    writeAs(database.db, system, (db) =>
      follow(db, { ...event, subjectId: procedure.id } as RecordedEvent),
    )
  const readLevel = async () =>
    (await publicly((db) => findOffer(db, bohicon.id, stand.serviceCode)))?.level

  test('un agent l’écrit ; personne hors de la commune ne voit le brouillon', async () => {
    const started = await actAs('agent', (context) => startProcedure(context, bohicon.id, stand))
    assert.ok(started)
    procedure = started
    assert.deepEqual(await publicly((db) => listProceduresOfCommune(db, bohicon.id)), [])
    await assert.rejects(
      publicly((db) => getDraft(db, procedure.id)),
      NotFound,
    )
    const neighbour = (db: Db) => getDraft(db, procedure.id)
    await assert.rejects(
      actAs('secretary', ({ db }) => neighbour(db), commune('parakou')),
      NotFound,
    )
  })

  test('une seule démarche par service', async () => {
    const again = await actAs('agent', (context) => startProcedure(context, bohicon.id, stand))
    assert.equal(again, undefined)
  })

  test('deux agents enregistrent la même version : le second est averti', async () => {
    const save = () => actAs('agent', (context) => saveDraft(context, procedure, stand, 1))
    assert.deepEqual((await Promise.all([save(), save()])).sort(), [false, true])
  })

  test('une démarche qui a des défauts ne s’ouvre pas', async () => {
    await actAs('agent', (context) => saveDraft(context, procedure, { ...stand, pages: [] }, 2))
    const publish = () => actAs('secretary', (context) => publishProcedure(context, procedure.id))
    await assert.rejects(publish(), /a encore des défauts/)
    await actAs('agent', (context) => saveDraft(context, procedure, stand, 3))
  })

  test('le RSI l’ouvre, l’agent non ; tout le monde la lit alors', async () => {
    const publish = (context: Writing) => publishProcedure(context, procedure.id)
    await assert.rejects(actAs('agent', publish), Forbidden)
    await assert.rejects(actAs('secretary', publish, commune('parakou')), NotFound)
    procedure = await actAs('itOfficer', publish)
    assert.deepEqual([procedure.status, procedure.revision], ['open', 1])
    assert.deepEqual(await publicly((db) => getRevision(db, procedure.id, 1)), stand)
  })

  test('l’inventaire suit l’ouverture, une fois', async () => {
    await actAs('agent', (context) =>
      declareLevels(context, bohicon.id, [
        { serviceCode: stand.serviceCode, from: null, to: 'paper' },
      ]),
    )
    const event = { id: createId(), occurredAt: new Date('2026-11-26T10:00:00Z') }
    await tell(followOpening, event)
    await tell(followOpening, event)
    assert.equal(await readLevel(), 'form')
    const changes = await publicly((db) =>
      db
        .selectFrom('services.offerChange')
        .select('cause')
        .where('communeId', '=', bohicon.id)
        .where('serviceCode', '=', stand.serviceCode)
        .orderBy('occurredAt')
        .execute(),
    )
    assert.deepEqual(
      changes.map(({ cause }) => cause),
      ['declared', 'procedure'],
    )
  })

  test('une révision publiée ne change jamais, même par la commune elle-même', async () => {
    await actAs('agent', (context) =>
      saveDraft(context, procedure, { ...stand, title: 'Occuper une rue' }, 4),
    )
    assert.equal((await publicly((db) => getRevision(db, procedure.id, 1))).title, stand.title)
    procedure = await actAs('secretary', (context) => publishProcedure(context, procedure.id))
    assert.equal(procedure.revision, 2)
    assert.deepEqual(await publicly((db) => getRevision(db, procedure.id, 1)), stand)
    for (const attack of [
      sql`update services.procedure_revision set definition = '{}'`,
      sql`delete from services.procedure_revision`,
    ])
      await assert.rejects(
        actAs('secretary', ({ db }) => attack.execute(db)),
        /ne se modifie pas/,
      )
  })

  test('publier sans rien changer est refusé', async () => {
    const publish = (context: Writing) => publishProcedure(context, procedure.id)
    await assert.rejects(actAs('secretary', publish), /Rien n’a changé/)
  })

  test('le SE suspend avec un motif public, et l’inventaire reprend ce que la démarche avait donné', async () => {
    const suspend = (reason: string) => (context: Writing) =>
      suspendProcedure(context, procedure.id, reason)
    await assert.rejects(actAs('itOfficer', suspend('Travaux')), Forbidden)
    await assert.rejects(actAs('secretary', suspend(' ')), Conflict)
    await actAs('secretary', suspend('Place en travaux jusqu’en janvier'))
    const shown = await publicly((db) => getProcedure(db, procedure.id))
    assert.equal(shown.statusReason, 'Place en travaux jusqu’en janvier')
    const event = { id: createId(), occurredAt: new Date('2026-11-27T10:00:00Z') }
    await tell(followSuspension, event)
    await tell(followSuspension, event)
    assert.equal(await readLevel(), 'paper')
    // The opening, told late, finds the procedure suspended.
    await tell(followOpening, { ...event, id: createId() })
    assert.equal(await readLevel(), 'paper')
  })

  test('reprise, elle est ouverte à la même révision', async () => {
    procedure = await actAs('secretary', (context) => resumeProcedure(context, procedure.id))
    assert.deepEqual([procedure.status, procedure.revision], ['open', 2])
    assert.equal(procedure.statusReason, null)
  })

  test('un service suspendu dans tout le pays ne s’ouvre pas', async () => {
    const held = await actAs('agent', (context) =>
      startProcedure(context, bohicon.id, { ...stand, serviceCode: 'customary-holding' }),
    )
    await assert.rejects(
      actAs('secretary', (context) => publishProcedure(context, held?.id ?? '')),
      /suspendu dans tout le pays/,
    )
  })
})
