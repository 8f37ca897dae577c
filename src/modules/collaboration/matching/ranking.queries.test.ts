import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findCatalogueEntryBySlug } from '#modules/directory/index.ts'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { demoNow, type TestDatabase, useDatabase } from '#test/database.ts'
import type { Need } from '../needs/need.schema.ts'
import { defaultWeights } from './matching.weights.ts'
import { getWeights, rankForNeed, rankForSolution } from './ranking.queries.ts'

describe('Le classement sur la base de démonstration', () => {
  let database: TestDatabase
  let need: Need
  before(async () => {
    database = await useDatabase({ demo: true })
    need = (await database.db
      .selectFrom('collaboration.need')
      .selectAll()
      .where('status', '=', 'published')
      .orderBy('reference')
      .executeTakeFirstOrThrow()) as Need
  })
  after(() => database.close())

  test('donne les mêmes rangs page par page que d’un seul tenant', async () => {
    const { ranked, total } = await rankForNeed(database.db, need, demoNow, { from: 0, size: 100 })
    assert.ok(total >= 2, String(total))
    assert.equal(ranked.length, Math.min(total, 100))
    const slices = []
    for (let from = 0; from < total; from += 2)
      slices.push(...(await rankForNeed(database.db, need, demoNow, { from, size: 2 })).ranked)
    assert.deepEqual(
      slices.map(({ entry }) => entry.slug),
      ranked.map(({ entry }) => entry.slug),
    )
  })

  test('ne compare que ce qui partage un domaine ou un service', async () => {
    const { ranked } = await rankForNeed(database.db, need, demoNow, { from: 0, size: 100 })
    for (const { entry } of ranked)
      assert.ok(
        entry.domains.some((code) => need.domains.includes(code)) ||
          entry.services.some((code) => need.services.includes(code)),
        entry.slug,
      )
  })

  test('montre à la startup le score que lit la commune', async () => {
    const [best] = (await rankForNeed(database.db, need, demoNow, { from: 0, size: 1 })).ranked
    const entry = orNotFound(await findCatalogueEntryBySlug(database.db, best?.entry.slug ?? ''))
    const { ranked } = await rankForSolution(database.db, entry, demoNow, 100)
    const seen = ranked.find((one) => one.need.id === need.id)
    assert.deepEqual(seen?.match, best?.match)
  })

  test('suit les poids en vigueur à sa date, et ceux de la livraison avant tout changement', async () => {
    const nextYear = new Date('2027-01-01T00:00:00Z')
    const weights = { ...defaultWeights, rating: 60 }
    assert.deepEqual(await getWeights(database.db, demoNow), defaultWeights)
    await writeAs(database.db, system, (db) =>
      db
        .insertInto('collaboration.matchingWeights')
        .values({
          id: createId(),
          validFrom: nextYear,
          weights: JSON.stringify(weights),
          reason: 'Les avis comptent davantage.',
          setBy: null,
        })
        .execute(),
    )
    assert.deepEqual(await getWeights(database.db, demoNow), defaultWeights)
    assert.deepEqual(await getWeights(database.db, nextYear), weights)
  })
})
