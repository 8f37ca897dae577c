import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Actor, visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { moveSession, openSession, saveSession } from './session.actions.ts'
import { getFullSession, getSessionByReference, listComingSessions } from './session.queries.ts'
import type { AttendanceValues, Session, SessionValues } from './session.schema.ts'
import { addAgendaItem, saveAttendance, saveMinutes, saveNote } from './session-parts.actions.ts'

const today = toDay(new Date())
const values: SessionValues = {
  commissionCode: 'eau',
  theme: 'Relever les compteurs sans se déplacer',
  place: 'Mairie de Bohicon',
  communeId: null,
  startsOn: '2031-03-04',
  endsOn: '2031-03-05',
  presidency: 'Le maire de Bohicon',
  presentation: '',
  version: 0,
}
const came = {
  ...{ 'invited-mayors': 12, 'present-mayors': 9, 'organisations-mayors': '' },
} as unknown as AttendanceValues

describe('Une session, de son ouverture à son compte rendu', () => {
  let app: TestApp
  let staff: Actor
  let commissioner: Actor
  let commune: Actor
  let session: Session

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    staff = await createDemoActor(db, 'ancb', 'staff')
    commissioner = await createDemoActor(db, 'ancb', 'commissioner')
    commune = await createDemoActor(db, 'glazoue', 'secretary')
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const move = (actor: Actor, step: Parameters<typeof moveSession>[2], reason?: string) =>
    as(actor, (context) => moveSession(context, session, step, reason))
  const readFull = (actor: Actor) =>
    readAs(app.platform.db, actor, (db) => getFullSession(db, session.id))

  test('un membre de commission l’ouvre ; une commune et un visiteur n’en voient rien', async () => {
    session = await as(commissioner, (context) => openSession(context, values))
    assert.match(session.reference, /^SES-2031-\d{4}$/)
    for (const stranger of [commune, visitor]) await assert.rejects(readFull(stranger), NotFound)
  })

  test('elle ne s’annonce pas sans ordre du jour, ni par un membre de commission', async () => {
    await assert.rejects(move(staff, 'announce'), /au moins un point à l’ordre du jour/)
    await as(commissioner, (context) =>
      addAgendaItem(context, session, {
        ...{ title: 'Ouverture', heldOn: '2031-03-04', startsAt: '09:00' },
        ...{ presenter: '', body: '', version: 0 },
      }),
    )
    await assert.rejects(move(commissioner, 'announce'), Forbidden)
    await move(staff, 'announce')
    const coming = await listComingSessions(app.platform.db, 'eau')
    assert.ok(coming.some(({ id }) => id === session.id))
  })

  test('deux personnes ne s’écrasent pas', async () => {
    const { version } = (await readFull(staff)).session
    const save = (theme: string) =>
      as(staff, (context) => saveSession(context, session, { ...values, theme, version }))
    assert.equal(await save('Relever les compteurs à distance'), true)
    assert.equal(await save('Relever les compteurs autrement'), false)
    assert.equal((await readFull(staff)).session.theme, 'Relever les compteurs à distance')
  })

  test('elle ne s’est pas tenue avant son premier jour', async () => {
    await assert.rejects(move(commissioner, 'hold'), /n’a pas encore commencé/)
    const { version } = (await readFull(staff)).session
    const now = { ...values, startsOn: today, endsOn: today, version }
    await as(staff, (context) => saveSession(context, session, now))
    await move(commissioner, 'hold')
  })

  test('les notes et les présents ne sont qu’à l’association, jusqu’à la publication', async () => {
    const [item] = (await readFull(staff)).agenda
    assert.ok(item)
    await assert.rejects(move(staff, 'publish'), Conflict)
    assert.equal(
      await as(staff, (context) => saveNote(context, item, { body: 'Chacun parle.', version: 0 })),
      true,
    )
    assert.equal(
      await as(staff, (context) => saveNote(context, item, { body: 'Autre chose.', version: 0 })),
      false,
      'la note a été écrite entre-temps',
    )
    await assert.rejects(move(staff, 'publish'), /qui était présent/)
    await as(staff, (context) => saveAttendance(context, session, came))
    const seen = await readFull(visitor)
    assert.equal(seen.notes.size, 0)
    assert.deepEqual(seen.attendances, [])
    assert.equal(seen.agenda.length, 1)
  })

  test('publié, le compte rendu se lit de tous et ne s’écrit plus', async () => {
    await move(staff, 'publish')
    const seen = await readFull(visitor)
    assert.equal(seen.attendances[0]?.present, 9)
    assert.equal([...seen.notes.values()][0]?.body, 'Chacun parle.')
    await assert.rejects(
      as(staff, (context) =>
        saveMinutes(context, session, { opening: '', conclusions: 'Tard.', version: 0 }),
      ),
      /ne se modifie pas/,
    )
  })

  test('le corriger demande un motif, et le retire de la vue de tous', async () => {
    await assert.rejects(move(staff, 'correct'), /Indiquez le motif/)
    await move(staff, 'correct', 'Le nombre de maires présents est faux.')
    assert.equal((await readFull(visitor)).notes.size, 0)
    const conclusions = 'Les communes relèvent à distance.'
    await as(staff, (context) =>
      saveMinutes(context, session, { opening: '', conclusions, version: 0 }),
    )
    await move(staff, 'publish')
    assert.equal((await readFull(visitor)).minutes.conclusions, conclusions)
  })
})

describe('Les sessions d’avant la plateforme', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  test('Houéyogbé se lit avec son thème, sa présidence et sa source, sans effectif inventé', async () => {
    const full = await getSessionByReference(app.platform.db, 'SES-2024-0001')
    assert.equal(full.session.startsOn, '2024-10-10')
    assert.match(full.session.theme, /quelles collaborations avec les startups numériques/)
    assert.equal(full.session.presidency, 'Le maire de Glazoué')
    assert.match(full.session.source ?? '', /ancb\.bj, article 844/)
    assert.equal(full.attendances.length, 6)
    assert.ok(full.attendances.every(({ present }) => present === null))
  })
})
