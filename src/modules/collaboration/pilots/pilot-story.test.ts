import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { listCatalogueEntries } from '#modules/directory/index.ts'
import { type Actor, visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor, glazoueMarket } from '#test/factories/calls.ts'
import { listMessages } from '#test/factories/messages.ts'
import { getNeed } from '../needs/need.queries.ts'
import {
  movePilot,
  saveJudgements,
  savePilotSheet,
  startPilot,
  writeNote,
} from './pilot.actions.ts'
import { getFullPilot, getPilot, listNotes } from './pilot.queries.ts'
import { type Pilot, PilotSheet } from './pilot.schema.ts'
import { remindPilots } from './remind-pilots.ts'

const reason = 'Les deux critères sont atteints, les agents demandent à continuer.'

describe('Une expérimentation, de la fiche à la décision', () => {
  let app: TestApp
  let people: Record<'se' | 'rsi' | 'a' | 'b', Actor>
  let pilot: Pilot

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    people = {
      se: await createDemoActor(db, 'glazoue', 'secretary'),
      rsi: await createDemoActor(db, 'glazoue', 'itOfficer'),
      a: await createDemoActor(db, 'akwaba-numerique', 'manager'),
      b: await createDemoActor(db, 'zem-data', 'manager'),
    }
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const move = (actor: Actor, step: Parameters<typeof movePilot>[2], more = {}) =>
    as(actor, (context) => movePilot(context, pilot, step, more))
  const inDays = (days: number) => toDay(addDays(new Date(), days))
  const sheet = (more = {}) =>
    PilotSheet.parse({
      title: 'Les tickets sans carnet',
      scope: 'Le côté des céréales, trois collecteurs, trois imprimantes portatives.',
      budget: '1 500 000',
      startsOn: inDays(1),
      endsOn: inDays(10),
      label1: 'Reçus remis',
      target1: '9 sur 10',
      label2: 'Écart de caisse',
      target2: 'Moins de 1 %',
      version: pilot.version,
      ...more,
    })

  test('la commune ouvre la fiche ; la startup n’en voit rien', async () => {
    pilot = await as(people.rsi, async (context) => {
      const need = await getNeed(context.db, glazoueMarket)
      const [entry] = await listCatalogueEntries(context.db, [demoId('solution:axi-ticket')])
      assert.ok(entry)
      return startPilot(context, need, entry, undefined)
    })
    assert.match(pilot.reference, /^EXP-\d{4}-\d{4}$/)
    await assert.rejects(
      as(people.a, ({ db }) => getPilot(db, pilot.id)),
      NotFound,
    )
  })

  test('une fiche vide ne se propose pas', async () => {
    await assert.rejects(move(people.se, 'propose'), /Complétez d’abord la fiche/)
  })

  test('la règle en vigueur borne le montant et la durée', async () => {
    for (const more of [{ budget: '4 000 001' }, { endsOn: inDays(200) }]) {
      await as(people.rsi, (context) => savePilotSheet(context, pilot, sheet(more)))
      pilot = await as(people.rsi, ({ db }) => getPilot(db, pilot.id))
      await assert.rejects(move(people.se, 'propose'), Conflict)
    }
  })

  test('deux personnes enregistrent la même version : la seconde est avertie', async () => {
    const saves = [sheet(), sheet()].map((input) =>
      as(people.rsi, (context) => savePilotSheet(context, pilot, input)),
    )
    assert.deepEqual((await Promise.all(saves)).sort(), [false, true])
  })

  test('proposée puis acceptée ; une autre startup ne voit ni n’accepte rien', async () => {
    await move(people.se, 'propose')
    await assert.rejects(move(people.b, 'accept'), NotFound)
    await assert.rejects(move(people.se, 'accept'), Forbidden)
    pilot = await move(people.a, 'accept')
    assert.equal(pilot.status, 'running')
  })

  test('les critères ne changent plus une fois acceptés', async () => {
    const input = sheet({ target1: '1 sur 10' })
    assert.equal(await as(people.rsi, (context) => savePilotSheet(context, pilot, input)), false)
    const { criteria } = await as(people.rsi, ({ db }) => getFullPilot(db, pilot.id))
    assert.equal(criteria[0]?.target, '9 sur 10')
    // The startup that is judged cannot write the verdict, whatever the application does.
    await as(people.a, (context) =>
      saveJudgements(context, pilot, [
        { criterionId: criteria[0]?.id ?? '', measured: 'tout', verdict: 'met' },
      ]),
    )
    const after = await as(people.rsi, ({ db }) => getFullPilot(db, pilot.id))
    assert.equal(after.criteria[0]?.verdict, null)
  })

  test('les deux parties suivent ; le public ne voit rien encore', async () => {
    await as(people.a, (context) => writeNote(context, pilot, 'Deux imprimantes livrées.'))
    await as(people.rsi, (context) => writeNote(context, pilot, 'Premier marché sans carnet.'))
    assert.equal((await as(people.a, ({ db }) => listNotes(db, pilot.id))).length, 2)
    await assert.rejects(
      readAs(app.platform.db, visitor, (db) => getPilot(db, pilot.id)),
      NotFound,
    )
  })

  test('le rappel part une seule fois, quand la fin approche', async () => {
    const subject = `Expérimentation bientôt finie : ${pilot.reference}`
    const later = addDays(new Date(), 8)
    await remindPilots(app.platform, later)
    const count = async () =>
      (await listMessages(app.platform.db, 'startup.a@demo.example')).filter(
        (message) => message.subject === subject,
      ).length
    assert.equal(await count(), 1)
    await remindPilots(app.platform, later)
    assert.equal(await count(), 1)
  })

  test('rien n’est évalué tant qu’un critère attend', async () => {
    await assert.rejects(move(people.rsi, 'evaluate'), /Chaque critère attend/)
    await as(people.rsi, async (context) => {
      const { criteria } = await getFullPilot(context.db, pilot.id)
      const judged = criteria.map(({ id }) => ({
        ...{ criterionId: id, measured: '12 sur 13' },
        verdict: 'met',
      }))
      await saveJudgements(context, pilot, judged)
      await movePilot(context, pilot, 'evaluate', { reason })
    })
  })

  test('seule la direction décide, avec ses raisons ; adoptée, elle est publique', async () => {
    await assert.rejects(move(people.rsi, 'adopt', { reason }), Forbidden)
    await assert.rejects(move(people.se, 'adopt'), /Indiquez le motif/)
    pilot = await move(people.se, 'adopt', { reason, set: { reuseSheet: 'Une batterie de plus.' } })
    const shown = await readAs(app.platform.db, visitor, (db) => getFullPilot(db, pilot.id))
    assert.equal(shown.pilot.reuseSheet, 'Une batterie de plus.')
    assert.equal(shown.criteria.length, 2)
    const notes = await readAs(app.platform.db, visitor, (db) => listNotes(db, pilot.id))
    assert.deepEqual(notes, [])
    const event = await app.platform.db
      .selectFrom('platform.event')
      .select('kind')
      .where('subjectId', '=', pilot.id)
      .where('kind', '=', 'pilot.adopt')
      .execute()
    assert.equal(event.length, 1)
  })
})
