import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId, personId } from '#demo/ids.ts'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { listAccounts, listFundingSources } from './account.queries.ts'
import {
  findBudget,
  getBudget,
  getGuidanceInForce,
  listBudgetLines,
  listBudgets,
  listLinesOf,
  listPublicBudgets,
  listVotes,
  sumByYear,
} from './budget.queries.ts'
import { listGuidance } from './guidance.queries.ts'
import { isValidIn } from './validity.rules.ts'

const year = 2031
const commune = { id: organisationId('ouesse'), kind: 'commune', name: 'Ouèssè' } as const
const own: Actor = {
  kind: 'person',
  id: personId('se.glazoue'),
  name: 'Secrétaire fictive',
  organisation: commune,
  role: 'secretary',
}

describe('les budgets numériques en base', () => {
  let database: TestDatabase
  let accountId: string
  const budgetId = createId()
  const as = <T>(actor: Actor, work: (db: Db) => Promise<T>) => readAs(database.db, actor, work)

  before(async () => {
    database = await useDatabase({ demo: true })
    accountId = (await listAccounts(database.db))[0]?.id ?? ''
    await writeAs(database.db, own, async (db) => {
      await db
        .insertInto('planning.budget')
        .values({
          id: budgetId,
          reference: 'BUD-2031-9999',
          communeId: commune.id,
          year,
          status: 'draft',
        })
        .execute()
      await addLine(db, 0, 1_000)
    })
  })
  after(() => database.close())

  const addLine = (db: Db, budgetVersion: number, amount: number) =>
    db
      .insertInto('planning.budgetLine')
      .values({
        id: createId(),
        budgetId,
        communeId: commune.id,
        budgetVersion,
        key: createId(),
        number: 1,
        accountId,
        section: 'running',
        sourceCode: 'own',
        label: 'Abonnement à internet',
        amount,
      })
      .execute()

  test('les intitulés sont livrés sans code, avec leur source et leur histoire', async () => {
    const accounts = await listAccounts(database.db)
    assert.equal(accounts.length, 8)
    assert.ok(accounts.every(({ code, isConfirmed }) => code === null && !isConfirmed))
  })

  test('le FIC remplace le FADeC dans les sources de 2026', async () => {
    const sources = await listFundingSources(database.db)
    const codes = sources.filter((source) => isValidIn(2026, source)).map(({ code }) => code)
    assert.deepEqual(codes, ['own', 'fic', 'partners'])
  })

  test('une part est conseillée à chaque catégorie, à confirmer', async () => {
    const guidance = await getGuidanceInForce(database.db, 'ordinaire', '2026-11-23')
    assert.deepEqual([guidance?.sharePerMille, guidance?.isConfirmed], [20, false])
    assert.equal(await getGuidanceInForce(database.db, 'ordinaire', '2020-01-01'), undefined)
    assert.equal((await listGuidance(database.db)).length, 3)
  })

  test('un brouillon n’est lu que de sa commune', async () => {
    assert.equal((await as(own, (db) => listBudgetLines(db, commune.id, year)))[0]?.amount, 1_000)
    assert.equal((await as(own, (db) => getBudget(db, budgetId))).status, 'draft')
    assert.equal(await as(visitor, (db) => findBudget(db, commune.id, year)), undefined)
    assert.deepEqual(await as(visitor, (db) => listBudgets(db, commune.id)), [])
    assert.deepEqual(await as(visitor, (db) => listLinesOf(db, budgetId, 0)), [])
  })

  test('voté, il est lu de tous, et ses lignes ne changent plus', async () => {
    await writeAs(database.db, own, async (db) => {
      await db
        .updateTable('planning.budgetLine')
        .set({ isVoted: true, votedAccountLabel: 'Logiciels' })
        .where('budgetId', '=', budgetId)
        .execute()
      const vote = { id: createId(), budgetId, communeId: commune.id, number: 0 }
      await db
        .insertInto('planning.budgetVote')
        .values({ ...vote, votedOn: '2030-12-20', deliberation: '12' })
        .execute()
      await db
        .updateTable('planning.budget')
        .set({ status: 'amending', currentVersion: 1 })
        .where('id', '=', budgetId)
        .execute()
      await addLine(db, 1, 9_000)
    })
    const read = await as(visitor, (db) => listBudgetLines(db, commune.id, year))
    assert.deepEqual(
      read.map(({ amount, accountLabel }) => [amount, accountLabel]),
      [[1_000, 'Logiciels']],
    )
    assert.equal((await as(visitor, (db) => listPublicBudgets(db, commune.id))).length, 1)
    assert.equal((await as(visitor, (db) => listVotes(db, budgetId)))[0]?.deliberation, '12')
    assert.deepEqual(await as(own, (db) => sumByYear(db, commune.id)), [
      { year, section: 'running', sourceCode: 'own', amount: 1_000 },
    ])
    const change = writeAs(database.db, system, (db) =>
      db
        .updateTable('planning.budgetLine')
        .set({ amount: 5 })
        .where('budgetId', '=', budgetId)
        .where('isVoted', '=', true)
        .execute(),
    )
    await assert.rejects(change, /ne change plus/)
  })
})
