import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { getCommune } from '#modules/directory/index.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { getFullPlan } from '../plans/plan.queries.ts'
import { loadLetterSource } from './load-letter-source.ts'

describe('Ce qu’une lettre reprend d’un plan de plusieurs communes', () => {
  let app: TestApp
  const planId = demoId('plan:kerou')
  const year = new Date().getUTCFullYear() + 1

  before(async () => {
    app = await startApp()
    await writeAs(app.platform.db, system, (db) =>
      db
        .updateTable('planning.planAction')
        .set({ startYear: year, endYear: year, investment: 1_000_001, status: 'planned' })
        .where('planId', '=', planId)
        .execute(),
    )
  })
  after(() => app.close())

  const sourceOf = (slug: string) =>
    readAs(app.platform.db, system, async (db) =>
      loadLetterSource(db, await getCommune(db, organisationId(slug)), year),
    )

  test('une commune membre n’y lit que les actions partagées, à hauteur de sa part', async () => {
    const { actions } = await readAs(app.platform.db, system, (db) => getFullPlan(db, planId))
    const shared = new Set(actions.filter(({ isShared }) => isShared).map(({ id }) => id))
    assert.ok(shared.size > 0 && shared.size < actions.length)
    const { plan } = await sourceOf('pehunco')
    assert.deepEqual(new Set(plan?.actions.map(({ id }) => id)), shared)
    assert.ok(plan?.actions.every(({ investment }) => investment === 300_000))
  })

  test('celle qui le porte y lit les siennes en entier, les partagées à hauteur de la sienne', async () => {
    const { plan } = await sourceOf('kerou')
    const amounts = new Set(plan?.actions.map(({ investment }) => investment))
    assert.deepEqual(amounts, new Set([1_000_001, 370_000]))
  })
})
