import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { loadTimeLimits } from '../calls/call.actions.ts'
import { loadBounds } from '../pilots/pilot.actions.ts'
import { mechanismList } from './mechanism.lists.ts'

const published = new Date('2031-05-01T09:00:00Z')
const changed = '2031-06-01'
const now = new Date('2031-06-15T09:00:00Z')

describe('De nouvelles limites', () => {
  let database: TestDatabase
  const limitsOf = (publishedAt: Date | null) =>
    readAs(database.db, system, (db) => loadTimeLimits(db, { mechanism: 'call', publishedAt }, now))
  const boundsOf = (status: 'draft' | 'proposed', rulesOn: string | null) =>
    readAs(database.db, system, (db) => loadBounds({ db, now }, { status, rulesOn }))

  before(async () => {
    database = await useDatabase({ demo: true })
    await writeAs(database.db, system, async (db) => {
      for (const { key, content } of await mechanismList.listEntries(db, '2031-05-01'))
        if (key === 'call' || key === 'pilot')
          await mechanismList.apply(
            db,
            [
              {
                ...{
                  kind: 'revise',
                  key,
                  takesEffectOn: changed,
                  source: 'Fictif',
                  reason: 'Essai.',
                },
                content: { ...content, minimumDays: 60, lateChangeDays: 21, maximumDays: 30 },
                byPersonId: '00000000-0000-7000-9000-000000000001',
              },
            ],
            now,
          )
    })
  })
  after(() => database.close())

  test('un appel publié avant elles garde les siennes ; celui qui se prépare prend les nouvelles', async () => {
    const kept = await limitsOf(published)
    assert.notEqual(kept.lateChangeDays, 21)
    assert.deepEqual(await limitsOf(null), { minimumDays: 60, lateChangeDays: 21 })
    assert.deepEqual(await limitsOf(now), { minimumDays: 60, lateChangeDays: 21 })
  })

  test('une expérimentation proposée avant elles garde sa durée, en brouillon elle suit', async () => {
    assert.equal((await boundsOf('proposed', '2031-05-01')).maximumDays, 180)
    assert.equal((await boundsOf('draft', '2031-05-01')).maximumDays, 30)
    assert.equal((await boundsOf('proposed', changed)).maximumDays, 30)
  })

  test('ce qui suit et ce qui garde se compte', async () => {
    const uses = await readAs(database.db, system, (db) => mechanismList.countUses(db, 'call'))
    assert.ok(
      uses.every(({ count }) => count > 0),
      'la démonstration a les deux',
    )
  })
})
