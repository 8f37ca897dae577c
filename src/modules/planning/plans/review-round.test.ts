import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { type Actor, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { mayGiveNote } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import { planSpace } from './plan.tasks.ts'
import { saveReview } from './review.actions.ts'
import { listReviews } from './review.queries.ts'
import { closeReview, saveNote } from './review-note.actions.ts'
import { describeRound, reviewYearOf } from './review-round.rules.ts'

describe('La revue d’un plan de trois communes', () => {
  let app: TestApp
  let people: Record<'lead' | 'pehunco' | 'kouande' | 'agent' | 'stranger', Actor>
  const planId = demoId('plan:kerou')
  const year = new Date().getUTCFullYear() + 1

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    people = {
      lead: await createDemoActor(db, 'kerou', 'itOfficer'),
      pehunco: await createDemoActor(db, 'pehunco', 'secretary'),
      kouande: await createDemoActor(db, 'kouande', 'itOfficer'),
      agent: await createDemoActor(db, 'kouande', 'agent'),
      stranger: await createDemoActor(db, 'bohicon', 'secretary'),
    }
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const say = (actor: Actor, note: string, version = 0) =>
    as(actor, (context) => saveNote(context, planId, { year, note, version }))
  const read = (actor: Actor) =>
    readAs(app.platform.db, actor, async (db) => ({
      full: await getFullPlan(db, planId),
      reviews: await listReviews(db, planId),
    }))
  const round = async () => {
    const { full, reviews } = await read(people.lead)
    return describeRound(full, year, reviews)
  }
  const hold = (version: number) =>
    as(people.lead, async (context) =>
      saveReview(context, await getFullPlan(context.db, planId), {
        ...{ year, summary: 'Bien parti.', version, lines: [] },
      }),
    )
  const close = (actor: Actor) => as(actor, (context) => closeReview(context, planId, year))

  test('se prononce qui dirige une commune membre ; ni ses agents, ni le porteur, ni un étranger', async () => {
    const { full } = await read(people.lead)
    assert.ok(mayGiveNote(people.pehunco, full) && mayGiveNote(people.kouande, full))
    for (const actor of [people.lead, people.agent, people.stranger, visitor]) {
      assert.equal(mayGiveNote(actor, full), false)
      await assert.rejects(say(actor, 'Je passe.'), Forbidden)
    }
    assert.equal(
      mayGiveNote(people.pehunco, { ...full, plan: { ...full.plan, status: 'closed' } }),
      false,
    )
    const invited = full.partners.map((one) => ({ ...one, status: 'invited' as const }))
    assert.equal(mayGiveNote(people.pehunco, { ...full, partners: invited }), false)
  })

  test('la base refuse l’avis d’une commune qui n’est pas du plan', async () => {
    const communeId = organisationId('bohicon')
    await assert.rejects(
      writeAs(app.platform.db, people.stranger, (db) =>
        db
          .insertInto('planning.planReviewNote')
          .values({ planId, year, communeId, note: 'Je passe.' })
          .execute(),
      ),
      /row-level security/,
    )
  })

  test('la revue attend chacune, le porteur compris', async () => {
    assert.equal((await round())?.missing.length, 3)
    await assert.rejects(close(people.lead), /votre propre revue/)
    assert.equal(await hold(0), true)
    assert.deepEqual(
      new Set((await round())?.missing),
      new Set([organisationId('pehunco'), organisationId('kouande')]),
    )
  })

  test('un avis se lit dans chaque commune du plan, pas au-dehors ; le second à écrire est prévenu', async () => {
    assert.equal(await say(people.pehunco, 'Les pannes se règlent.'), true)
    assert.equal(await say(people.pehunco, 'Trop tard.'), false)
    const written = async (actor: Actor) =>
      (await read(actor)).reviews.notes.filter((note) => note.year === year).length
    assert.equal(await written(people.lead), 1)
    assert.equal(await written(people.agent), 1)
    assert.equal(await written(people.stranger), 0)
    assert.equal(await written(visitor), 0)
  })

  test('le porteur clôt sans la commune qui se tait : plus rien ne change, elle reste nommée', async () => {
    for (const actor of [people.pehunco, people.stranger])
      await assert.rejects(close(actor), Forbidden)
    await close(people.lead)
    assert.deepEqual(await round(), { state: 'closed', missing: [organisationId('kouande')] })
    await assert.rejects(say(people.kouande, 'Et nous ?'), Conflict)
    assert.equal(await hold(1), false)
    await assert.rejects(close(people.lead), Conflict)
  })

  test('qui ne s’est pas prononcé sur l’année en cours le trouve dans son espace', async () => {
    const tasksOf = async (actor: Actor) =>
      (
        await readAs(app.platform.db, actor, (db) => planSpace.listTasks(db, actor, new Date()))
      ).filter(({ href }) => href === `/espace/plan/${planId}/suivi/avis`).length
    assert.equal(await tasksOf(people.kouande), 1)
    assert.equal(await tasksOf(people.pehunco), 0)
    assert.equal(await tasksOf(people.agent), 0)
  })
})

describe('l’état d’une revue partagée', () => {
  const partner = (communeId: string, status = 'accepted') => ({ communeId, status }) as const
  const shared = {
    plan: { communeId: 'lead' },
    partners: [partner('lead'), partner('a'), partner('b'), partner('c', 'declined')],
  } as Parameters<typeof describeRound>[0]
  const said = (...communes: string[]) => communes.map((communeId) => ({ communeId, year: 2027 }))
  const held = [{ year: 2027, closedAt: null }]

  test('complète quand toutes ont parlé ; qui a décliné n’est pas attendu', () => {
    const state = (years: typeof held, ...communes: string[]) =>
      describeRound(shared, 2027, { years, notes: said(...communes) })?.state
    assert.equal(state(held, 'a', 'b'), 'whole')
    assert.equal(state(held, 'a'), 'open')
    assert.equal(state([], 'a', 'b'), 'open')
    assert.equal(describeRound(shared, 2028, { years: held, notes: said('a', 'b') })?.state, 'open')
  })

  test('un plan à soi n’attend personne', () => {
    const alone = { ...shared, partners: [] }
    assert.equal(describeRound(alone, 2027, { years: held, notes: [] }), null)
  })

  test('l’année revue reste dans celles du plan', () => {
    const plan = { firstYear: 2027, years: 3 }
    assert.deepEqual(
      ['2026-11-28', '2027-02-01', '2028-06-01', '2031-06-01'].map((day) =>
        reviewYearOf(plan, day),
      ),
      [2027, 2027, 2028, 2029],
    )
  })

  test('une année finie se revoit encore jusqu’à la fin de mars', () => {
    const plan = { firstYear: 2026, years: 3 }
    assert.deepEqual(
      ['2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'].map((day) =>
        reviewYearOf(plan, day),
      ),
      [2026, 2026, 2026, 2027],
    )
  })
})
