import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { associationId } from '#reference/load-reference.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn } from '#test/factories/calls.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { addHoliday, removeHoliday } from './holiday.actions.ts'
import { listDaysOff, listHolidays } from './holiday.queries.ts'

const association = { id: associationId, kind: 'association', name: 'ANCB' } as const
const keeper = { ...demoActor('se.glazoue'), organisation: association, role: 'staff' } as const
const festival = { day: '2027-02-03', name: 'Fête inventée', source: '', isConfirmed: false }

describe('les jours fériés', () => {
  let app: TestApp
  before(async () => {
    app = await startApp({ demo: true })
  })
  after(() => app.close())

  test('se tiennent par l’association, un jour une fois, et comptent dans les délais', async () => {
    const add = () => actOn(app.platform, keeper, (context) => addHoliday(context, festival))
    assert.equal(await add(), true)
    assert.equal(await add(), false)
    assert.ok((await listDaysOff(app.platform.db, '2027-01-01')).includes('2027-02-03'))
    assert.ok(!(await listDaysOff(app.platform.db, '2027-03-01')).includes('2027-02-03'))
  })

  test('ne se touchent par personne d’autre', async () => {
    const intruder = demoActor('se.glazoue')
    const other = { ...festival, day: '2027-02-04' }
    await assert.rejects(
      actOn(app.platform, intruder, (context) => addHoliday(context, other)),
      /row-level security/,
    )
  })

  test('se retirent, avec une trace', async () => {
    const [holiday] = await listHolidays(app.platform.db, '2027-02-03')
    assert.ok(holiday)
    await actOn(app.platform, keeper, (context) => removeHoliday(context, holiday))
    assert.deepEqual(await listDaysOff(app.platform.db, '2027-02-03'), [])
    const traces = await app.platform.db
      .selectFrom('platform.auditLine')
      .select('action')
      .where('subjectId', '=', holiday.id)
      .orderBy('sequence')
      .execute()
    assert.deepEqual(
      traces.map(({ action }) => action),
      ['holiday.add', 'holiday.remove'],
    )
  })
})
