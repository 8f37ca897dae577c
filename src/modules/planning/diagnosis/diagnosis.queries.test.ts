import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { findLatestResult, listLatestLevels } from './diagnosis.queries.ts'

let database: TestDatabase
before(async () => {
  database = await useDatabase({ demo: true })
})
after(() => database.close())

test('une commune sans diagnostic n’a pas de résultat, et ne compte pour personne', async () => {
  const houeyogbe = organisationId('houeyogbe')
  await readAs(database.db, system, async (db) => {
    assert.equal(await findLatestResult(db, houeyogbe), undefined)
    const levels = await listLatestLevels(db, 'ordinaire')
    assert.ok(levels.every(({ communeId }) => communeId !== houeyogbe))
  })
})
