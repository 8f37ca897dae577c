import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Actor, visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { addDays, addDaysTo } from '#platform/days.rules.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { moveSession, openSession } from '../sessions/session.actions.ts'
import type { AttendanceValues, Session } from '../sessions/session.schema.ts'
import { saveAttendance, saveMinutes } from '../sessions/session-parts.actions.ts'
import { loadReadings } from './load-readings.ts'
import {
  addEvidence,
  moveRecommendation,
  proposeRecommendation,
  saveFollowUps,
  saveRecommendation,
} from './recommendation.actions.ts'
import {
  getRecommendationByReference,
  listBoard,
  listOfSession,
  listOpenBefore,
  listTold,
} from './recommendation.queries.ts'
import type { Recommendation } from './recommendation.schema.ts'
import { recommendationSpace } from './recommendation.tasks.ts'
import { isLate } from './recommendation-body.view.tsx'
import { remindRecommendations } from './remind-recommendations.ts'

const today = toDay(new Date())
const all = { status: null, addressee: null, session: '' }
const wording = {
  title: 'Mesurer la connexion de chaque mairie',
  ...{ body: '', addressee: 'communes' as const, version: 0 },
}

describe('Une recommandation, de sa session à sa fin', () => {
  let app: TestApp
  let staff: Actor
  let commissioner: Actor
  let session: Session
  let proposed: Recommendation

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const move = (actor: Actor, step: Parameters<typeof moveRecommendation>[2], reason?: string) =>
    as(actor, (context) => moveRecommendation(context, proposed, step, reason))
  const readFor = (actor: Actor) =>
    readAs(app.platform.db, actor, (db) => getRecommendationByReference(db, proposed.reference))

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    staff = await createDemoActor(db, 'ancb', 'staff')
    commissioner = await createDemoActor(db, 'ancb', 'commissioner')
    session = await as(staff, (context) =>
      openSession(context, {
        ...{ commissionCode: 'numerique', theme: 'La connexion des mairies', place: 'Bohicon' },
        ...{ communeId: null, startsOn: today, endsOn: today },
        ...{ presidency: '', presentation: '', version: 0 },
      }),
    )
    await as(staff, (context) => moveSession(context, session, 'hold'))
  })
  after(() => app.close())

  test('proposée en session, elle n’est qu’à l’association', async () => {
    proposed = await as(commissioner, (context) => proposeRecommendation(context, session, wording))
    assert.match(proposed.reference, /^REC-\d{4}-\d{4}$/)
    await assert.rejects(readFor(visitor), NotFound)
    await assert.rejects(move(staff, 'adopt'), /quand le compte rendu de sa session est publié/)
  })

  test('la session apprend où en sont celles d’avant, dans l’état de ce jour-là', async () => {
    const open = await readAs(app.platform.db, staff, (db) => listOpenBefore(db, session.id))
    assert.ok(open.some(({ reference }) => reference === 'REC-2024-0006'))
    const told = open.slice(0, 1).map((recommendation) => ({ recommendation, note: 'Bien parti.' }))
    await as(staff, (context) => saveFollowUps(context, session.id, told))
    const { db } = app.platform
    assert.deepEqual(await listTold(db, session.id), [], 'pas avant le compte rendu')
  })

  test('le compte rendu publié l’adopte, et montre les suites', async () => {
    const came = { 'present-mayors': 4, 'organisations-mayors': '' } as unknown as AttendanceValues
    await as(staff, (context) => saveAttendance(context, session, came))
    await as(staff, (context) =>
      saveMinutes(context, session, { opening: '', conclusions: 'Mesurer.', version: 0 }),
    )
    await as(staff, (context) => moveSession(context, session, 'publish'))
    const { recommendation } = await readFor(visitor)
    assert.equal(recommendation.status, 'adopted')
    const [told] = await listTold(app.platform.db, session.id)
    assert.equal(told?.note, 'Bien parti.')
    assert.equal((await listOfSession(app.platform.db, session.id)).length, 1)
  })

  test('deux personnes qui la suivent ne s’écrasent pas ; en retard, elle le dit', async () => {
    const { recommendation } = await readFor(staff)
    const terms = {
      ...{ owner: 'Secrétariat', dueOn: '2020-01-01', indicator: '' },
      ...{ measure: 'connectedSites' as const, target: null, version: recommendation.version },
    }
    const save = () => as(staff, (context) => saveRecommendation(context, recommendation, terms))
    assert.equal(await save(), true)
    assert.equal(await save(), false)
    const now = (await readFor(visitor)).recommendation
    assert.equal(isLate(now, today), true)
    assert.equal(isLate({ ...now, status: 'done' }, today), false)
  })

  test('l’échéance proche, puis passée, est rappelée une fois chacune à l’association', async () => {
    const { recommendation } = await readFor(staff)
    const dueOn = addDaysTo(today, 10)
    const terms = { owner: '', indicator: '', measure: null, target: null }
    const { version } = recommendation
    await as(staff, (context) =>
      saveRecommendation(context, recommendation, { ...terms, dueOn, version }),
    )
    const readSubjects = async () => {
      const { rows } = await app.database.pool.query<{ subject: string; n: number }>(
        `select subject, count(distinct person_id)::int as n from platform.message
         where dedupe_key like $1 group by subject order by subject`,
        [`recommendation:${recommendation.id}:${dueOn}:%`],
      )
      return rows.map(({ subject, n }) => `${n > 1 ? 'tous' : n} ${subject}`)
    }
    const now = new Date()
    await remindRecommendations(app.platform, addDays(now, -30))
    assert.deepEqual(await readSubjects(), [])
    for (const days of [0, 1, 11, 12]) await remindRecommendations(app.platform, addDays(now, days))
    const { reference } = recommendation
    assert.deepEqual(await readSubjects(), [
      `tous Échéance passée : ${reference}`,
      `tous Échéance proche : ${reference}`,
    ])
    await as(staff, (context) =>
      saveRecommendation(context, recommendation, {
        ...{ ...terms, dueOn: '2020-01-01', version: version + 1 },
      }),
    )
    const tasks = await readAs(app.platform.db, staff, (db) =>
      recommendationSpace.listTasks(db, staff, now),
    )
    assert.ok(tasks.some(({ href }) => href.endsWith(reference)))
    assert.deepEqual(await recommendationSpace.listTasks(app.platform.db, visitor, now), [])
  })

  test('elle n’est faite qu’avec une preuve, et par le secrétariat', async () => {
    await assert.rejects(move(staff, 'complete'), /Ajoutez d’abord une preuve/)
    const evidence = { title: 'Relevé de toutes les mairies', body: '', url: null }
    await as(commissioner, (context) => addEvidence(context, proposed, evidence))
    await assert.rejects(move(commissioner, 'complete'), Forbidden)
    await move(staff, 'complete')
    assert.equal((await readFor(visitor)).recommendation.status, 'done')
    await assert.rejects(move(staff, 'reopen'), /Indiquez le motif/)
    await move(staff, 'reopen', 'Deux mairies n’avaient pas été relevées.')
    assert.equal((await readFor(visitor)).recommendation.status, 'inProgress')
  })
})

describe('Le tableau des recommandations', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  test('montre les six de Houéyogbé, chacune avec un chiffre de la plateforme', async () => {
    const { db } = app.platform
    const board = await listBoard(db, { ...all, session: 'SES-2024-0001' }, null, 20)
    assert.equal(board.length, 6)
    assert.equal(new Set(board.map(({ measure }) => measure)).size, 6)
    assert.ok(board.every(({ source }) => source?.startsWith('ancb.bj, article 844')))
  })

  test('se lit page après page, sans oubli ni doublon', async () => {
    const { db } = app.platform
    const whole = (await listBoard(db, all, null, 100)).map(({ id }) => id)
    const first = await listBoard(db, all, null, 3)
    const third = first[2]
    assert.ok(third)
    const cursor = { adoptedOn: third.startsOn, id: third.id }
    const rest = await listBoard(db, all, cursor, 100)
    assert.deepEqual(
      [...first.slice(0, 3), ...rest].map(({ id }) => id),
      whole,
    )
  })

  test('les chiffres sont ceux des pages où ils se lisent', async () => {
    const { db } = app.platform
    const readings = await loadReadings({ db, now: new Date() })
    const entries = await db.selectFrom('directory.catalogueEntry').select('solutionId').execute()
    assert.equal(readings.verifiedSolutions.value, entries.length)
    assert.equal(readings.coveringPlans.total, 77)
    assert.ok(readings.coveringPlans.value > 0 && readings.coveringPlans.countedAt !== null)
    assert.ok(readings.publishedCalls.value > 0)
    assert.ok(readings.connectedSites.value <= (readings.connectedSites.total ?? 0))
  })
})
