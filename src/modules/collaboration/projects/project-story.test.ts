import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { agreementId } from '#demo/load-agreements.ts'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Conflict } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import type { Context } from '#platform/web.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { getAgreement } from '../agreements/agreement.queries.ts'
import { charterList } from '../charter/charter.lists.ts'
import { getCharter, getCharterInForce } from '../charter/charter.queries.ts'
import {
  addMilestone,
  deliverMilestone,
  judgeMilestone,
  payMilestone,
} from './milestone.actions.ts'
import { listMilestones } from './milestone.queries.ts'
import { openProject } from './open-project.ts'
import { moveProject, saveEvaluation, savePoint } from './project.actions.ts'
import { getProject, listProjectPoints } from './project.queries.ts'
import type { Project } from './project.schema.ts'
import { remindMilestones } from './project-reminders.ts'

const opinion = {
  stars: 4,
  achieved: 'Chaque courrier se retrouve en une minute.',
  toImprove: 'Former les chefs de service plus tôt.',
}

describe('Un projet, de la convention à la clôture', () => {
  let app: TestApp
  let se: Actor
  let startup: Actor
  let project: Project

  const act = <T>(actor: Actor, work: (context: Context) => Promise<T>) =>
    actOn(app.platform, actor, work)
  const see = <T>(actor: Actor, work: (db: Db) => Promise<T>) =>
    readAs(app.platform.db, actor, work)

  before(async () => {
    app = await startApp()
    se = await createDemoActor(app.platform.db, 'glazoue', 'secretary')
    startup = await createDemoActor(app.platform.db, 'sika-logiciels', 'manager')
  })
  after(() => app.close())

  test('une convention n’ouvre qu’un projet, même pressée deux fois en même temps', async () => {
    const dassa = await createDemoActor(app.platform.db, 'dassa-zoume', 'secretary')
    const id = agreementId(3)
    const open = () =>
      act(dassa, async (context) => {
        const { communeId, startupId, title } = await getAgreement(context.db, id)
        return openProject(context, { communeId, startupId, title, agreementId: id })
      })
    const [first, second] = await Promise.all([open(), open()])
    assert.equal(first?.id, second?.id)
    assert.equal((await open()).id, first?.id)
  })

  test('personne d’autre ne voit un projet en préparation, même dans la base', async () => {
    project = await act(se, (context) =>
      openProject(context, {
        communeId: se.organisation?.id ?? '',
        startupId: startup.organisation?.id ?? '',
        solutionId: demoId('solution:courrier-clair'),
        title: 'Suivre le courrier',
        amount: 1_000_001,
        milestones: [33, 67].map((share, index) => ({
          title: `Jalon ${index + 1}`,
          deliverables: 'Essayé sur dix dossiers.',
          dueOn: '2027-01-31',
          weight: share,
          paymentShare: share,
        })),
      }),
    )
    const stranger = await createDemoActor(app.platform.db, 'bohicon', 'secretary')
    for (const actor of [visitor, stranger])
      await assert.rejects(see(actor, (db) => getProject(db, project.id)))
    assert.equal((await see(startup, (db) => getProject(db, project.id))).title, project.title)
  })

  test('tant qu’un point obligatoire est vide, rien ne démarre', async () => {
    await assert.rejects(
      act(se, (context) => moveProject(context, project, 'start')),
      Conflict,
    )
    await act(startup, async (context) => {
      for (const { key, version } of await listProjectPoints(context.db, project.id))
        await savePoint(context, project, key, {
          body: 'Ce que prévoit le projet, en une phrase vérifiable.',
          version,
        })
    })
  })

  test('deux personnes sur un même point : la seconde est prévenue, rien n’est écrasé', async () => {
    const saved = await act(se, (context) =>
      savePoint(context, project, 'security', { body: 'Écrasé ?', version: 1 }),
    )
    assert.equal(saved, undefined)
  })

  test('un projet démarré ne change plus de plan', async () => {
    project = await act(se, (context) => moveProject(context, project, 'start'))
    assert.ok((await see(visitor, (db) => getProject(db, project.id))).startedAt)
    const late = { title: 'X', deliverables: 'X', dueOn: '2027-02-01', weight: 0, paymentShare: 0 }
    await assert.rejects(
      act(startup, (context) => addMilestone(context, project.id, late)),
      Conflict,
    )
  })

  test('deux paiements du même jalon au même moment n’en font qu’un', async () => {
    const [first] = await see(se, (db) => listMilestones(db, project.id))
    assert.ok(first)
    await act(startup, (context) =>
      deliverMilestone(context, first, { note: 'Livré comme convenu, à vérifier.', upload: null }),
    )
    await act(se, (context) => judgeMilestone(context, first, { kind: 'accept' }))
    const pay = () => act(se, (context) => payMilestone(context, first, '2026-11-23'))
    const outcomes = await Promise.allSettled([pay(), pay()])
    const paid = outcomes.filter(({ status }) => status === 'fulfilled')
    assert.deepEqual(paid, [{ status: 'fulfilled', value: 330_000 }])
  })

  test('suspendu, le projet n’accepte plus de livraison', async () => {
    await act(se, (context) => moveProject(context, project, 'suspend', 'Bâtiment fermé.'))
    const [, second] = await see(se, (db) => listMilestones(db, project.id))
    assert.ok(second)
    const deliver = () =>
      act(startup, (context) =>
        deliverMilestone(context, second, { note: 'Agents formés, liste jointe.', upload: null }),
      )
    await assert.rejects(deliver(), Conflict)
    await act(se, (context) => moveProject(context, project, 'resume'))
    await deliver()
    await act(se, (context) => judgeMilestone(context, second, { kind: 'accept' }))
  })

  test('il se clôt quand les deux ont évalué, et la solution gagne une utilisation confirmée', async () => {
    const close = () => act(se, (context) => moveProject(context, project, 'close'))
    await act(startup, (context) => saveEvaluation(context, project, opinion))
    await assert.rejects(close(), Conflict)
    await act(se, (context) => saveEvaluation(context, project, opinion))
    await close()
    const { db } = app.platform
    const use = await db
      .selectFrom('directory.deployment')
      .select('status')
      .where('solutionId', '=', demoId('solution:courrier-clair'))
      .where('communeId', '=', project.communeId)
      .executeTakeFirst()
    assert.equal(use?.status, 'confirmed')
    const events = await writeAs(db, system, (all) =>
      all
        .selectFrom('platform.event')
        .select('kind')
        .where('subjectId', '=', project.id)
        .where('kind', 'in', ['project.close', 'project.deliverServices'])
        .execute(),
    )
    assert.equal(events.length, 2)
  })

  test('une nouvelle version de la charte ne change rien aux projets déjà ouverts', async () => {
    const staff = await createDemoActor(app.platform.db, 'ancb', 'staff')
    const before = await see(staff, (db) => getCharter(db, project.charterVersionId))
    await act(staff, ({ db, now }) =>
      charterList.apply(
        db,
        [
          {
            ...{ kind: 'add', key: 'nouveau-point', takesEffectOn: toDay(now) },
            content: {
              title: 'Point nouveau',
              guidance: 'Dites ce que le projet prévoit pour ce point nouveau.',
              example: 'Un exemple fictif, assez long pour être utile à qui le lit.',
              ...{ position: 1, isMandatory: true },
            },
            ...{ source: 'à confirmer', reason: 'Un point de plus, demandé en commission.' },
            byPersonId: staff.id ?? '',
          },
        ],
        now,
      ),
    )
    const inForce = await see(visitor, (db) => getCharterInForce(db))
    assert.equal(inForce.points[0]?.title, 'Point nouveau')
    assert.equal(inForce.version.note, 'Un point de plus, demandé en commission.')
    assert.equal(inForce.points.length, before.points.length + 1)
    const kept = await see(staff, (db) => getCharter(db, project.charterVersionId))
    assert.equal(kept.version.status, 'superseded')
    assert.deepEqual(kept.points, before.points)
  })

  test('un jalon en retard se rappelle une fois aux deux parties', async () => {
    const listTold = () =>
      app.platform.db
        .selectFrom('platform.message')
        .select('recipient')
        .where('topic', '=', 'reminders')
        .where('subject', 'like', '%Tous les marchés%')
        .execute()
    const late = addDays(new Date(), 45)
    await remindMilestones(app.platform, late)
    const told = await listTold()
    const recipients = new Set(told.map(({ recipient }) => recipient))
    assert.ok(recipients.has('se.glazoue@demo.example'))
    assert.ok(recipients.has('startup.a@demo.example'))
    await remindMilestones(app.platform, addDays(late, 1))
    assert.equal((await listTold()).length, told.length)
  })
})
