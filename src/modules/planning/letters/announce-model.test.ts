import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { listMessages } from '#test/factories/messages.ts'
import { announceModel } from './announce-model.ts'
import { getModelInForce } from './model-letter.queries.ts'

const occurredAt = new Date('2026-11-23T09:00:00Z')
let database: TestDatabase
before(async () => {
  database = await useDatabase({ demo: true })
})
after(() => database.close())

const listNews = async (account: string) =>
  (await listMessages(database.db, `${account}@demo.example`)).filter(({ subject }) =>
    subject.startsWith('Lettre de cadrage modèle'),
  )

test('une nouvelle lettre modèle est annoncée à qui répond de chaque commune, une fois, livrée deux fois', async () => {
  const { model } = await readAs(database.db, system, getModelInForce)
  const event = { id: createId(), kind: 'modelLetter.publish', subjectId: model.id, payload: {} }
  for (let delivery = 0; delivery < 2; delivery++)
    await writeAs(database.db, system, (db) => announceModel(db, { ...event, occurredAt }))
  for (const account of ['se.glazoue', 'maire.glazoue', 'rsi.glazoue', 'se.parakou'])
    assert.equal((await listNews(account)).length, 1, account)
  for (const account of ['agent.glazoue', 'startup.a', 'ancb', 'usager'])
    assert.deepEqual(await listNews(account), [], account)
})
