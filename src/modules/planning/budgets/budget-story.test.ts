import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { type Actor, system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { actAs, createActor } from '#test/factories/acting.ts'
import { moveBudget, openBudget, saveTotals } from './budget.actions.ts'
import { getBudget, listBudgetLines, listLinesOf } from './budget.queries.ts'
import type { Budget } from './budget.schema.ts'
import { removeLine, saveLine } from './budget-line.actions.ts'
import { closeRecording, writeSituations } from './execution.actions.ts'
import { listExecution } from './execution.queries.ts'
import { listFiguresOf } from './figure.queries.ts'
import { takeFromPlan } from './take-from-plan.ts'

const now = new Date('2026-11-23T09:00:00Z')
const year = 2027
const commune = { id: organisationId('ouesse'), kind: 'commune', name: 'Ouèssè' } as const
const actions = [createId(), createId()] as const

describe('un budget tiré du plan', () => {
  let database: TestDatabase
  let own: Actor
  let budget: Budget
  const act = <T>(work: (context: Context) => Promise<T>) => actAs(database.db, own, now, work)
  const reload = () => act(({ db }) => getBudget(db, budget.id))
  const lines = () => act(({ db }) => listLinesOf(db, budget.id, budget.currentVersion))
  const vote = { votedOn: '2026-11-20', deliberation: '7', fileId: null }

  before(async () => {
    database = await useDatabase()
    own = await createActor(database.db, 'Secrétaire', { organisation: commune, role: 'secretary' })
    budget = await act((context) => openBudget(context, commune.id, year))
  })
  after(() => database.close())

  async function adoptPlan() {
    const planId = createId()
    await writeAs(database.db, system, async (db) => {
      await db
        .insertInto('planning.plan')
        .values({
          ...{ id: planId, communeId: commune.id, reference: 'SDSI-2026-9001', title: 'Plan' },
          ...{ template: 'ordinaire', status: 'inForce', firstYear: 2027, years: 3 },
          yearlyEnvelopes: [9_000_000, 9_000_000, 9_000_000],
        })
        .execute()
      const of = { planId, communeId: commune.id, mechanism: 'contact', axis: 'connectivity' }
      await db
        .insertInto('planning.planAction')
        .values([
          {
            ...{
              id: actions[0],
              priority: 1,
              title: 'Relier la mairie',
              fundingSource: 'fic',
              ...of,
            },
            ...{ targetArea: 'infrastructure', startYear: 2027, endYear: 2028 },
            ...{ investment: 5_000_000, running: 600_000 },
          },
          {
            ...{ id: actions[1], priority: 2, title: 'Former', fundingSource: 'fadec', ...of },
            ...{ targetArea: 'skills', startYear: 2027, endYear: 2027 },
            ...{ investment: 1_000_000, running: 0 },
          },
        ])
        .execute()
    })
  }

  test('sans plan en vigueur, dit quoi faire', async () => {
    await assert.rejects(
      act((context) => takeFromPlan(context, budget.id)),
      /pas de plan en vigueur/,
    )
  })

  test('prend les actions de l’année, une seule fois, avec une source de cette année', async () => {
    await adoptPlan()
    assert.match(await act((context) => takeFromPlan(context, budget.id)), /^2 lignes ajoutées/)
    assert.match(await act((context) => takeFromPlan(context, budget.id)), /^Aucune ligne ajoutée/)
    assert.deepEqual(
      (await lines()).map(({ label, amount, sourceCode, accountKey }) => [
        label,
        amount,
        sourceCode,
        accountKey,
      ]),
      [
        ['Relier la mairie', 2_500_000, 'fic', 'materiel'],
        ['Former', 1_000_000, 'own', 'formation'],
      ],
    )
  })

  test('n’écrase jamais ce que quelqu’un a écrit, et suit le plan ailleurs', async () => {
    const [first] = await lines()
    assert.ok(first)
    const { label, accountId, section, sourceCode, department, justification } = first
    const kept = { label, accountId, section, sourceCode, department, justification }
    const save = (amount: number, version: number) =>
      act((context) => saveLine(context, first, { ...kept, amount, version }))
    assert.equal(await save(2_000_000, first.version), true)
    assert.equal(await save(9, first.version), false, 'le second est prévenu et ne perd rien')
    await writeAs(database.db, system, (db) =>
      db
        .updateTable('planning.planAction')
        .set({ investment: 1_200_000 })
        .where('id', '=', actions[1])
        .execute(),
    )
    assert.match(
      await act((context) => takeFromPlan(context, budget.id)),
      /1 mise à jour, 1 laissée telle que vous l’avez écrite/,
    )
    assert.deepEqual(
      (await lines()).map(({ amount }) => amount),
      [2_000_000, 1_200_000],
    )
  })

  test('soumis, ne se modifie plus ; voté, ses chiffres sont ceux de tous', async () => {
    const totals = {
      totalInvestment: 100_000_000,
      totalRunning: 60_000_000,
      version: budget.version,
    }
    assert.equal(await act((context) => saveTotals(context, budget, totals)), true)
    budget = await act((context) => moveBudget(context, budget, 'submit'))
    await assert.rejects(
      act((context) => takeFromPlan(context, budget.id)),
      Conflict,
    )
    budget = await act((context) => moveBudget(context, budget, 'adopt', { vote }))
    const [figure] = await listFiguresOf(database.db, commune.id)
    assert.deepEqual([figure?.investment, figure?.running, figure?.committed], [3_200_000, 0, 0])
  })

  test('l’exécution se répète sans double, et la plus récente vaut', async () => {
    const [first] = await lines()
    assert.ok(first)
    const record = (asOf: string, committed: number, paid: number) =>
      act(async (context) => {
        const outcome = await writeSituations(
          context,
          budget,
          [{ lineKey: first.key, asOf, committed, paid, note: '' }],
          null,
        )
        await closeRecording(context, budget, outcome, 'budget.record')
        return outcome
      })
    assert.deepEqual(await record('2027-06-30', 900_000, 500_000), { written: 1, unchanged: 0 })
    assert.deepEqual(await record('2027-06-30', 900_000, 500_000), { written: 0, unchanged: 1 })
    assert.deepEqual(await record('2027-03-31', 100_000, 0), { written: 1, unchanged: 0 })
    const execution = await listExecution(database.db, budget.id)
    assert.equal(execution.get(first.key)?.committed, 900_000)
    assert.equal((await listFiguresOf(database.db, commune.id))[0]?.paid, 500_000)
  })

  test('une décision modificative garde ce qui est voté jusqu’à son vote, et peut être abandonnée', async () => {
    const reason = 'Une recette imprévue permet de former davantage.'
    budget = await act((context) => moveBudget(context, budget, 'amend', { reason }))
    const [first, second] = await lines()
    assert.ok(first && second)
    await assert.rejects(
      act((context) => removeLine(context, first)),
      /déjà engagé/,
    )
    await act((context) => removeLine(context, second))
    assert.equal((await listBudgetLines(database.db, commune.id, year)).length, 2)
    budget = await act((context) => moveBudget(context, budget, 'abandon'))
    assert.deepEqual([budget.status, budget.currentVersion], ['adopted', 0])
    budget = await act((context) => moveBudget(context, budget, 'amend', { reason }))
    const [, former] = await lines()
    assert.ok(former)
    await act((context) => removeLine(context, former))
    budget = await act((context) => moveBudget(context, budget, 'adoptAmendment', { vote, reason }))
    assert.equal((await listBudgetLines(database.db, commune.id, year)).length, 1)
    assert.equal((await listFiguresOf(database.db, commune.id))[0]?.investment, 2_000_000)
  })

  test('une action sortie du plan laisse ses lignes, même votées', async () => {
    await writeAs(database.db, system, (db) =>
      db.deleteFrom('planning.planAction').where('id', '=', actions[0]).execute(),
    )
    assert.equal((await lines())[0]?.planActionId, null)
  })

  test('ne se clôt pas avant la fin de l’année', async () => {
    await assert.rejects(
      act((context) => moveBudget(context, budget, 'close')),
      /1er janvier/,
    )
    const later = new Date('2028-03-01T09:00:00Z')
    budget = await actAs(database.db, own, later, (context) => moveBudget(context, budget, 'close'))
    assert.equal((await reload()).status, 'closed')
  })
})
