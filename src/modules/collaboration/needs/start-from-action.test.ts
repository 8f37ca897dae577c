import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { getPlanAction } from '#modules/planning/index.ts'
import { type Actor, system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { deliverEvents } from '#test/factories/events.ts'
import { moveNeed } from './need.actions.ts'
import type { Need } from './need.schema.ts'
import { turnIntoNeed } from './start-from-action.page.tsx'

const planId = createId()
const actionId = createId()
const communeId = organisationId('bohicon')
const reason = 'Le besoin change : la commune en écrit un autre.'

describe('Une action du schéma directeur devient un besoin', () => {
  let app: TestApp
  let rsi: Actor
  let se: Actor
  let need: Need

  before(async () => {
    app = await startApp()
    rsi = await createDemoActor(app.platform.db, 'bohicon', 'itOfficer')
    se = await createDemoActor(app.platform.db, 'bohicon', 'secretary')
    await writeAs(app.platform.db, system, addPlan)
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const press = () =>
    as(rsi, async (context) => turnIntoNeed(context, await getPlanAction(context.db, actionId)))
  const deliver = () => deliverEvents(app.platform.db)
  const readAction = () =>
    readAs(app.platform.db, rsi, async (db) => (await getPlanAction(db, actionId)).action)

  test('deux personnes pressent à la fois : un seul besoin, rempli par l’action', async () => {
    const pressed = await Promise.all([press(), press()])
    assert.deepEqual(pressed.map(({ isNew }) => isNew).sort(), [false, true])
    assert.equal(pressed[0].need.id, pressed[1].need.id)
    need = pressed[0].need
    assert.equal(need.title, 'Relier la mairie à ses arrondissements')
    assert.equal(need.budgetMin, 12_000_000)
    assert.match(need.budgetSource, /SDI-TEST/)
    assert.deepEqual(need.domains, ['connectivity'])
    await deliver()
    assert.equal((await readAction()).needStatus, 'draft')
  })

  test('abandonné, il laisse la place à un autre, et ne revient pas à côté de lui', async () => {
    need = await as(se, (context) => moveNeed(context, need, 'withdraw', reason))
    await deliver()
    assert.equal((await readAction()).needStatus, 'withdrawn')
    const second = await press()
    assert.equal(second.isNew, true)
    await assert.rejects(
      as(se, (context) => moveNeed(context, need, 'reopen')),
      /Un autre besoin est né de la même action/,
    )
    need = second.need
    await deliver()
    assert.equal((await readAction()).needId, need.id)
  })

  async function addPlan(db: TestApp['platform']['db']): Promise<void> {
    await db
      .insertInto('planning.plan')
      .values({
        ...{ id: planId, communeId, reference: 'SDI-TEST', title: 'Schéma directeur' },
        ...{ template: 'intermediaire', firstYear: 2026, years: 3, yearlyEnvelopes: [1, 1, 1] },
        ...{ status: 'inForce', inForceAt: new Date() },
      })
      .execute()
    await db
      .insertInto('planning.planAction')
      .values({
        ...{ id: actionId, planId, communeId, priority: 1, axis: 'connectivity' },
        title: 'Relier la mairie à ses arrondissements',
        reason: 'Le diagnostic place la connexion au niveau 1.',
        ...{ startYear: 2026, endYear: 2026, investment: 12_000_000, running: 1_000_000 },
        ...{ fundingSource: 'own', mechanism: 'call', domains: ['connectivity'] },
      })
      .execute()
  }
})
