import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { generatePlan } from './generate-plan.rules.ts'
import { findPlanSources } from './load-sources.ts'
import { answerInvitation, invitePartner, saveShares } from './partner.actions.ts'
import { deliberatePlan, movePlan, saveSection } from './plan.actions.ts'
import { describeSources } from './plan.fixture.ts'
import { findPlanInForce, getFullPlan } from './plan.queries.ts'
import type { Plan } from './plan.schema.ts'
import { listVersions } from './plan-version.queries.ts'
import { applyRegeneration } from './regenerate.action.ts'
import { listRegeneration } from './regeneration.rules.ts'
import { saveReview } from './review.actions.ts'
import { revisePlan } from './revise-plan.action.ts'
import { saveGeneration } from './save-generation.ts'
import { startPlan } from './start-plan.action.ts'

const million = 1_000_000

describe('Un schéma directeur, du brouillon à la revue', () => {
  let app: TestApp
  let people: Record<'se' | 'rsi' | 'partner', Actor>
  let plan: Plan

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    people = {
      se: await createDemoActor(db, 'houeyogbe', 'secretary'),
      rsi: await createDemoActor(db, 'houeyogbe', 'itOfficer'),
      partner: await createDemoActor(db, 'zagnanado', 'secretary'),
    }
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const full = () => readAs(app.platform.db, system, (db) => getFullPlan(db, plan.id))
  const diagnosis = { ...describeSources('ordinaire', 1.7).diagnosis }
  const communeId = organisationId('houeyogbe')
  const frame = { communeId, template: 'ordinaire', firstYear: 2027 } as const

  test('rien ne se dresse sans diagnostic confirmé', async () => {
    const wanted = { ...frame, title: 'Plan de Houéyogbé', yearlyEnvelopes: [million] }
    await assert.rejects(
      as(people.rsi, (context) => startPlan(context, wanted)),
      Conflict,
    )
  })

  test('la commune écrit, l’étranger ne voit rien ; qui écrit en second est prévenu', async () => {
    plan = await as(people.rsi, async (context) => {
      const yearlyEnvelopes = [12 * million, 12 * million, 14 * million]
      const id = createId()
      const stored = (await context.db
        .insertInto('planning.plan')
        .values({
          ...{ ...frame, id, yearlyEnvelopes, years: 3, status: 'draft' },
          ...{ title: 'Plan de Houéyogbé', reference: `SDSI-2099-${id.slice(-6)}` },
        })
        .returningAll()
        .executeTakeFirstOrThrow()) as Plan
      const sources = await findPlanSources(context, stored, diagnosis)
      assert.ok(sources)
      await saveGeneration(context, stored, generatePlan(sources))
      return stored
    })
    await assert.rejects(
      as(people.partner, ({ db }) => getFullPlan(db, plan.id)),
      NotFound,
    )
    const save = (version: number, body: string) =>
      as(people.rsi, (context) => saveSection(context, plan, 'findings', { body, version }))
    assert.equal(await save(1, 'Nos mots à nous.'), true)
    assert.equal(await save(1, 'Trop tard.'), false)
  })

  test('une nouvelle génération montre tout et ne remplace que ce qui est choisi', async () => {
    await as(people.rsi, async (context) => {
      const sources = await findPlanSources(
        context,
        plan,
        describeSources('ordinaire', 1).diagnosis,
      )
      assert.ok(sources)
      const fresh = generatePlan(sources)
      const before = await getFullPlan(context.db, plan.id)
      const changes = listRegeneration(before, fresh)
      const edited = changes.find(({ key }) => key === 'section:findings')
      assert.equal(edited?.isEdited, true)
      const chosen = changes.filter(({ isEdited, isGone }) => !isEdited && !isGone)
      assert.ok(chosen.length > 0)
      await applyRegeneration(context, before, fresh, new Set(chosen.map(({ key }) => key)))
      const after = await getFullPlan(context.db, plan.id)
      assert.equal(after.sections.find(({ key }) => key === 'findings')?.body, 'Nos mots à nous.')
      const left = listRegeneration(after, fresh).filter(
        ({ isEdited, isGone }) => !isEdited && !isGone,
      )
      assert.deepEqual(left, [])
    })
  })

  test('à plusieurs communes : chacune répond, une autre part se demande de nouveau', async () => {
    const partnerId = people.partner.organisation?.id ?? ''
    await as(people.rsi, (context) => invitePartner(context, plan, partnerId, 40))
    await assert.rejects(
      as(people.rsi, (context) => movePlan(context, plan, 'submit')),
      /Chaque commune invitée/,
    )
    await as(people.partner, (context) => answerInvitation(context, plan, 'accepted'))
    await as(people.rsi, (context) =>
      saveShares(
        context,
        plan,
        new Map([
          [partnerId, 30],
          [communeId, 70],
        ]),
      ),
    )
    assert.equal(
      (await full()).partners.find((one) => one.communeId === partnerId)?.status,
      'invited',
    )
    await as(people.partner, (context) => answerInvitation(context, plan, 'accepted'))
  })

  test('soumis par le RSI, validé par la direction, adopté par le conseil : alors public', async () => {
    await as(people.rsi, (context) => movePlan(context, plan, 'submit'))
    await assert.rejects(
      as(people.rsi, (context) => movePlan(context, plan, 'validate')),
      Forbidden,
    )
    await as(people.se, (context) => movePlan(context, plan, 'validate'))
    const read = () => readAs(app.platform.db, visitor, (db) => findPlanInForce(db, communeId))
    assert.equal(await read(), undefined)
    const act = { number: '012', date: '2026-11-20', fileId: createId() }
    plan = await as(people.se, (context) => deliberatePlan(context, plan, act))
    const shown = await read()
    assert.equal(shown?.plan.councilNumber, '012')
    assert.equal(shown.partners.length, 2)
    const versions = await readAs(app.platform.db, system, (db) => listVersions(db, plan.id))
    assert.deepEqual(
      versions.map(({ number }) => number),
      [3, 2, 1],
    )
    await assert.rejects(
      writeAs(app.platform.db, system, (db) =>
        db.updateTable('planning.planVersion').set({ reason: 'x' }).execute(),
      ),
      /ne se modifie pas/,
    )
  })

  test('la revue dit l’état de chaque action ; deux revues à la fois ne s’écrasent pas', async () => {
    const [first] = (await full()).actions
    assert.ok(first)
    const review = (version: number) =>
      as(people.rsi, async (context) =>
        saveReview(context, await getFullPlan(context.db, plan.id), {
          ...{ year: 2027, summary: 'Bien parti.', version },
          lines: [{ actionId: first.id, state: 'done', spent: 250_000, comment: '' }],
        }),
      )
    assert.equal(await review(0), true)
    assert.equal(await review(0), false)
    assert.equal((await full()).actions.find(({ id }) => id === first.id)?.status, 'done')
  })

  test('le plan suivant repart de celui-ci, et le remplace quand le conseil l’adopte', async () => {
    const next = await as(people.rsi, (context) => revisePlan(context, plan))
    await as(people.rsi, (context) => movePlan(context, next, 'submit'))
    await as(people.se, (context) => movePlan(context, next, 'validate'))
    const act = { number: '031', date: '2026-11-22', fileId: createId() }
    await as(people.se, (context) => deliberatePlan(context, next, act))
    assert.equal((await full()).plan.status, 'closed')
    const found = await readAs(app.platform.db, visitor, (db) => findPlanInForce(db, communeId))
    assert.equal(found?.plan.id, next.id)
    assert.equal(found.actions.length, (await full()).actions.length)
  })
})
