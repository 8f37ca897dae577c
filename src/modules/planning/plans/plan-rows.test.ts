import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { createDemoActor } from '#test/factories/calls.ts'
import { findPlanInForce, getPlanAction, recordActionNeed } from '../index.ts'
import { getFullPlan } from './plan.queries.ts'

describe('Les lignes d’un schéma directeur, vues par chacun', () => {
  let app: TestApp
  let people: Record<'lead' | 'partner' | 'stranger', Actor>
  const planId = createId()
  const actionId = createId()
  const communeId = organisationId('banikoara')

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    people = {
      lead: await createDemoActor(db, 'banikoara', 'itOfficer'),
      partner: await createDemoActor(db, 'gogounou', 'secretary'),
      stranger: await createDemoActor(db, 'bohicon', 'secretary'),
    }
    await writeAs(db, people.lead, async (transaction) => {
      await transaction
        .insertInto('planning.plan')
        .values({
          ...{ id: planId, communeId, reference: `SDSI-2099-${planId.slice(-4)}` },
          ...{ title: 'Plan à trois', template: 'ordinaire', status: 'draft' },
          ...{ firstYear: 2027, years: 3, yearlyEnvelopes: [1, 2, 3] },
        })
        .execute()
      await transaction
        .insertInto('planning.planAction')
        .values({
          ...{ id: actionId, planId, communeId, priority: 1, title: 'Former les agents' },
          ...{ axis: 'skills', investment: 5, running: 0 },
          ...{ fundingSource: 'own', mechanism: 'contact' },
        })
        .execute()
      await transaction
        .insertInto('planning.planPartner')
        .values({
          ...{ planId, communeId: organisationId('gogounou'), leadId: communeId },
          ...{ share: 40, status: 'invited' },
        })
        .execute()
    })
  })
  after(() => app.close())

  const see = (actor: Actor) => readAs(app.platform.db, actor, (db) => getFullPlan(db, planId))

  test('un brouillon est à sa commune et à celles qu’elle invite', async () => {
    assert.equal((await see(people.lead)).actions.length, 1)
    const shared = await see(people.partner)
    assert.equal(shared.actions.length, 1)
    assert.deepEqual(
      shared.partners.map(({ share }) => share),
      [40],
    )
    for (const actor of [people.stranger, visitor]) await assert.rejects(see(actor), NotFound)
  })

  test('en vigueur, il est public, et chaque commune qui a accepté le trouve', async () => {
    await writeAs(app.platform.db, system, async (db) => {
      await db
        .updateTable('planning.plan')
        .set({ status: 'inForce', inForceAt: new Date() })
        .where('id', '=', planId)
        .execute()
      await db
        .updateTable('planning.planPartner')
        .set({ status: 'accepted', isPublic: true })
        .where('planId', '=', planId)
        .execute()
      await recordActionNeed(db, actionId, {
        needId: createId(),
        reference: 'BES-2099-0001',
        status: 'published',
      })
    })
    const found = await readAs(app.platform.db, visitor, (db) =>
      findPlanInForce(db, organisationId('gogounou')),
    )
    assert.equal(found?.plan.id, planId)
    assert.equal(found.partners.length, 1)
    assert.deepEqual(found.risks, [])
    const { action } = await readAs(app.platform.db, visitor, (db) => getPlanAction(db, actionId))
    assert.equal(action.needReference, 'BES-2099-0001')
  })
})
