import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { latestNeedsSection } from './need-sections-elsewhere.view.tsx'

describe('the home page', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase({ demo: true })
  })
  after(() => database.close())

  test('shows one full row of the newest needs', async () => {
    const { count } = await database.db
      .selectFrom('collaboration.need')
      .select((all) => all.fn.countAll<number>().as('count'))
      .where('status', '=', 'published')
      .executeTakeFirstOrThrow()
    assert.ok(Number(count) > 3, 'there are more to show')
    const section = await latestNeedsSection(database.db)
    assert.ok(section)
    assert.equal(renderPage(blankView, section).split('<article').length - 1, 3)
  })
})
