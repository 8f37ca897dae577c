import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { listLinesOf } from './budget.queries.ts'
import { takeFromPlan } from './take-from-plan.ts'

describe('Un budget qui reprend les plans en vigueur', () => {
  let app: TestApp
  const [year, budgetId] = [2027, demoId('budget:glazoue:2027')]
  const actionId = demoId('plan:collines:action:gov-partage')

  before(async () => {
    app = await startApp()
    await writeAs(app.platform.db, system, (db) =>
      db
        .updateTable('planning.planAction')
        .set({ startYear: year, endYear: year, investment: 1_000_000, isShared: true })
        .where('id', '=', actionId)
        .execute(),
    )
  })
  after(() => app.close())

  test('compte le sien, et sa part de celui qu’une autre commune porte', async () => {
    const { db } = app.platform
    const rsi = await createDemoActor(db, 'glazoue', 'itOfficer')
    await actOn(app.platform, rsi, (context) => takeFromPlan(context, budgetId))
    const lines = await readAs(db, system, (reading) => listLinesOf(reading, budgetId, 0))
    assert.ok(
      lines.some((line) => line.planActionId === demoId('plan:glazoue:action:gov-referent')),
    )
    assert.equal(lines.find((line) => line.planActionId === actionId)?.amount, 400_000)
  })
})
