import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { demoId } from '#demo/ids.ts'
import { type Actor, system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { cutOff } from '#test/factories/cut-off.ts'
import { getFullCall } from '../calls/call.queries.ts'
import { awardCall } from '../evaluation/award-call.ts'
import { listBids } from './bid.queries.ts'
import { openCall } from './open-call.ts'

const session = { attendees: 'Le comité au complet', remarks: '' }

describe('le serveur tué au milieu d’une décision laisse l’état d’avant, ou celui d’après', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  const touched = ['call', 'callEvent', 'proposal', 'proposalEvent', 'award'] as const
  /** Everything the acts below write, with what is told to people. */
  const look = () =>
    readAs(app.database.db, system, async (db) => {
      const rows = await Promise.all(
        touched.map((table) =>
          db.selectFrom(`collaboration.${table}`).selectAll().orderBy('id').execute(),
        ),
      )
      const { rows: told } = await sql`select count(*) from platform.message`.execute(db)
      return [...rows, told]
    })

  async function cutThenDo(actor: Actor, act: (context: Context) => Promise<unknown>) {
    const before = await look()
    await assert.rejects(
      actOn(app.platform, actor, async (context) => {
        await act(context)
        await cutOff(app, context)
      }),
    )
    assert.deepEqual(await look(), before)
    await actOn(app.platform, actor, act)
    assert.notDeepEqual(await look(), before)
  }

  test('ouverture : tout reste scellé, puis tout s’ouvre', async () => {
    const id = demoId('call:archives-closed')
    const secretary = await createDemoActor(app.platform.db, 'bohicon', 'secretary')
    await cutThenDo(secretary, async (context) => {
      const { call } = await getFullCall(context.db, id)
      return openCall(context, call, session)
    })
    const { call } = await actOn(app.platform, secretary, ({ db }) => getFullCall(db, id))
    assert.equal(call.status, 'opened')
  })

  test('attribution : pas de décision, puis la décision entière', async () => {
    const id = demoId('call:herds-evaluated')
    const secretary = await createDemoActor(app.platform.db, 'natitingou', 'secretary')
    await cutThenDo(secretary, async (context) => {
      const full = await getFullCall(context.db, id)
      const [best] = await listBids(context, full.call)
      const reason = 'La mieux classée, au prix prévu.'
      const proposalId = best?.proposalId ?? null
      return awardCall(
        context,
        full,
        full.lots.map(({ id: lotId }) => ({ lotId, proposalId, reason })),
      )
    })
    const { call } = await actOn(app.platform, secretary, ({ db }) => getFullCall(db, id))
    assert.equal(call.status, 'awarded')
  })
})
