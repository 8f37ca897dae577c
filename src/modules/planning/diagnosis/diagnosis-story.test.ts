import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { readTyped, writeSeen } from './answer-fields.ts'
import { confirmDiagnosis, startDiagnosis, submitDiagnosis } from './diagnosis.actions.ts'
import { findLatestResult, getFullDiagnosis, listLatestLevels } from './diagnosis.queries.ts'
import type { Diagnosis } from './diagnosis.schema.ts'
import { listQuestions } from './questionnaire.rules.ts'
import { saveAnswers } from './save-answers.ts'

describe('Le diagnostic de Bohicon, à plusieurs', () => {
  let app: TestApp
  let people: Record<'se' | 'rsi' | 'agent' | 'ancb' | 'other', Actor>
  let diagnosis: Diagnosis

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    people = {
      se: await createDemoActor(db, 'bohicon', 'secretary'),
      rsi: await createDemoActor(db, 'bohicon', 'itOfficer'),
      agent: await createDemoActor(db, 'bohicon', 'agent'),
      ancb: await createDemoActor(db, 'ancb', 'staff'),
      other: await createDemoActor(db, 'glazoue', 'secretary'),
    }
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const load = (actor: Actor) => as(actor, ({ db }) => getFullDiagnosis(db, diagnosis.id))

  /** Sends fields for some questions, each as somebody saw it. */
  async function save(actor: Actor, fields: Record<string, string>, codes: readonly string[]) {
    const full = await load(actor)
    const questions = full.version.content.questions.filter(({ code }) => codes.includes(code))
    const typed = questions.map((question) => readTyped(question, fields))
    return as(actor, (context) => saveAnswers(context, diagnosis, typed))
  }

  test('commencer deux fois donne le même ; une autre commune n’en voit rien', async () => {
    const begun = await Promise.allSettled([
      as(people.rsi, startDiagnosis),
      as(people.agent, startDiagnosis),
    ])
    const started = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    diagnosis = await as(people.rsi, startDiagnosis)
    assert.ok(started.every(({ id }) => id === diagnosis.id))
    assert.equal(diagnosis.category, 'intermediaire')
    for (const actor of [people.other, people.ancb]) await assert.rejects(load(actor), NotFound)
  })

  test('l’un répond pendant que l’autre commente : rien ne se perd', async () => {
    await save(people.rsi, { 'a-gov-plan': '2', 's-gov-plan': '|' }, ['gov-plan'])
    const saved = await save(people.agent, { 'c-gov-plan': 'Voir le PDC.', 's-gov-plan': '|' }, [
      'gov-plan',
    ])
    assert.deepEqual(saved.written, ['gov-plan'])
    const stored = (await load(people.rsi)).answers.get('gov-plan')
    assert.deepEqual([stored?.value, stored?.comment, stored?.version], [2, 'Voir le PDC.', 2])
  })

  test('deux réponses différentes : la seconde n’est pas écrite, et le dit', async () => {
    const fields = { 'a-gov-plan': '5', 'c-gov-plan': 'Voir le PDC.', 's-gov-plan': '|' }
    const saved = await save(people.agent, fields, ['gov-plan'])
    assert.deepEqual([saved.written, saved.conflicts], [[], ['gov-plan']])
    const seen = writeSeen((await load(people.agent)).answers.get('gov-plan'))
    const again = await save(people.agent, { ...fields, 's-gov-plan': seen }, ['gov-plan'])
    assert.deepEqual(again.written, ['gov-plan'])
  })

  test('vingt personnes enregistrent en même temps des questions différentes', async () => {
    const { version } = await load(people.rsi)
    const codes = listQuestions(version.content, 'intermediaire')
      .map(({ code }) => code)
      .slice(1, 21)
    await Promise.all(
      codes.map((code) => save(people.agent, { [`a-${code}`]: '1', [`s-${code}`]: '|' }, [code])),
    )
    const { answers } = await load(people.rsi)
    assert.ok(codes.every((code) => answers.get(code)?.value === 1))
  })

  test('incomplet, il ne se soumet pas ; la direction laisse le RSI le faire', async () => {
    await assert.rejects(
      as(people.rsi, (context) => submitDiagnosis(context, diagnosis)),
      /attendent une réponse/,
    )
    const { version } = await load(people.rsi)
    const questions = listQuestions(version.content, 'intermediaire')
    const fields = Object.fromEntries(
      questions.flatMap((question) =>
        question.kind === 'number'
          ? [[`u-${question.code}`, 'on']]
          : [[`a-${question.code}`, 'unknown']],
      ),
    )
    const waiting = questions.filter(({ code }) => code !== 'gov-plan').map(({ code }) => code)
    // Those of before were seen as empty by nobody: they stay.
    const saved = await save(people.rsi, fields, waiting)
    assert.ok(saved.conflicts.length > 0)
    await assert.rejects(
      as(people.se, (context) => submitDiagnosis(context, diagnosis)),
      /C’est au responsable du système d’information/,
    )
    await as(people.rsi, (context) => submitDiagnosis(context, diagnosis))
  })

  test('soumis, l’association le lit et plus personne ne répond', async () => {
    assert.equal((await load(people.ancb)).answers.get('gov-plan')?.value, 5)
    await assert.rejects(
      save(people.rsi, { 'a-gov-plan': '0', 's-gov-plan': '5|' }, ['gov-plan']),
      Conflict,
    )
    await assert.rejects(
      as(people.rsi, ({ db }) =>
        db
          .updateTable('planning.diagnosisAnswer')
          .set({ value: 0 })
          .where('diagnosisId', '=', diagnosis.id)
          .execute(),
      ),
      /ses réponses ne changent plus/,
    )
    await assert.rejects(
      as(people.rsi, (context) => confirmDiagnosis(context, diagnosis)),
      Forbidden,
    )
  })

  test('confirmé, les niveaux sont à tous, les réponses et les raisons non', async () => {
    await as(people.se, (context) => confirmDiagnosis(context, diagnosis))
    const result = await as(people.rsi, ({ db }) => findLatestResult(db, diagnosis.communeId))
    assert.equal(result?.levels.get('gov-plan'), 5)
    assert.ok((result?.gaps.length ?? 0) > 30)
    await readAs(app.platform.db, visitor, async (db) => {
      assert.equal(await findLatestResult(db, diagnosis.communeId), undefined)
      const levels = await listLatestLevels(db, 'intermediaire')
      const own = levels.find(({ communeId }) => communeId === diagnosis.communeId)
      assert.equal(own?.overall, result?.overall)
      for (const table of ['planning.diagnosis', 'planning.diagnosisAnswer'] as const)
        assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [])
    })
  })

  test('une commune n’a qu’un dernier résultat, les anciens restent', async () => {
    await readAs(app.platform.db, visitor, async (db) => {
      const glazoue = (await listLatestLevels(db)).filter(
        ({ communeId }) => communeId === organisationId('glazoue'),
      )
      assert.deepEqual(
        glazoue.map(({ diagnosisId }) => diagnosisId),
        [demoId('diagnosis:glazoue:400')],
      )
    })
  })

  test('une version publiée du questionnaire ne se réécrit pas, même par le système', async () => {
    // Row-level security gives nobody a row to change; behind it stands a trigger.
    const [rewritten] = await writeAs(app.platform.db, system, (db) =>
      db.updateTable('planning.questionnaireVersion').set({ title: 'Autre' }).execute(),
    )
    assert.equal(rewritten?.numUpdatedRows, 0n)
  })
})
