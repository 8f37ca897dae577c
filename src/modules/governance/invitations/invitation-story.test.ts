import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { type Actor, system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { addDays, addDaysTo } from '#platform/days.rules.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { toDay } from '#platform/format.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { moveSession, openSession } from '../sessions/session.actions.ts'
import { getFullSession } from '../sessions/session.queries.ts'
import type { Session } from '../sessions/session.schema.ts'
import { addAgendaItem } from '../sessions/session-parts.actions.ts'
import {
  inviteGuest,
  inviteOrganisations,
  removeInvitation,
  saveAnswer,
  savePresences,
  sendInvitations,
} from './invitation.actions.ts'
import { invitationSubscribers } from './invitation.messages.ts'
import { getInvitation, listInvitations, listReceived } from './invitation.queries.ts'
import type { OrganisationsValues } from './invitation.schema.ts'
import { remindInvited } from './remind-invited.ts'

const now = new Date()
const startsOn = addDaysTo(toDay(now), 20)
const startupsOnly = { kinds: [], departments: [], communeId: null, startups: 'all' }

describe('Les invitations d’une session, de la liste aux présents', () => {
  let app: TestApp
  let staff: Actor
  let secretary: Actor
  let stranger: Actor
  let session: Session

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const list = (actor = staff) =>
    readAs(app.platform.db, actor, (db) => listInvitations(db, session.id))
  const findOf = async (kind: string, name: string) => {
    const found = (await list()).find((one) => one.kind === kind && one.name === name)
    assert.ok(found, `${kind} ${name}`)
    return found
  }
  /** What the people were told about, by the events and the schedule of this session. */
  async function listSubjects(): Promise<string[]> {
    const { rows } = await app.database.pool.query<{ subject: string }>(
      `select distinct subject from platform.message where topic = 'sessions' and dedupe_key like 'invitation:%'
       and split_part(dedupe_key, ':', 2) = any ($1) order by subject`,
      [(await list()).map(({ id }) => id)],
    )
    return rows.map(({ subject }) => subject)
  }
  async function deliver(kind: 'session.invite' | 'session.cancel', subjectId: string) {
    const event: RecordedEvent = { id: subjectId, kind, subjectId, payload: {}, occurredAt: now }
    await writeAs(app.platform.db, system, async (db) => {
      for (const subscribe of invitationSubscribers[kind] ?? []) await subscribe(db, event)
    })
  }

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    staff = await createDemoActor(db, 'ancb', 'staff')
    secretary = await createDemoActor(db, 'glazoue', 'secretary')
    stranger = await createDemoActor(db, 'bohicon', 'secretary')
    session = await as(staff, (context) =>
      openSession(context, {
        ...{ commissionCode: 'numerique', theme: 'Suivre les conventions', place: 'Dassa' },
        ...{ communeId: null, startsOn, endsOn: startsOn, presidency: '', presentation: '' },
        version: 0,
      }),
    )
    await as(staff, (context) =>
      addAgendaItem(context, session, {
        ...{ title: 'Ouverture', heldOn: startsOn, startsAt: '09:00' },
        ...{ presenter: '', body: '', version: 0 },
      }),
    )
  })
  after(() => app.close())

  test('un département, une commune de plus, les startups : chacun une fois par qualité', async () => {
    const invite = (chosen: OrganisationsValues) =>
      as(staff, (context) => inviteOrganisations(context, session, chosen))
    const { rows } = await app.database.pool.query<{ code: string; n: number }>(
      `select department_code as code, count(*)::int as n from directory.commune
       where department_code = (select department_code from directory.commune where slug = 'glazoue') group by 1`,
    )
    const values = {
      ...{ kinds: ['mayors', 'staff'], departments: [rows[0]?.code ?? ''] },
      ...{ communeId: organisationId('bohicon'), startups: '' },
    }
    assert.equal(await invite(values), ((rows[0]?.n ?? 0) + 1) * 2)
    assert.equal(await invite(values), 0)
    assert.ok((await invite(startupsOnly)) >= 2)
  })

  test('ce qui n’est pas parti se retire, et n’est lu de personne d’autre', async () => {
    await as(staff, (context) =>
      inviteGuest(context, session, {
        ...{ kind: 'administration', guest: 'Le préfet', email: 'prefet@test.example' },
      }),
    )
    const guest = await findOf('administration', 'Le préfet')
    await as(staff, (context) => removeInvitation(context, guest))
    assert.equal((await list(secretary)).length, 0)
    await as(staff, (context) =>
      inviteGuest(context, session, {
        ...{ kind: 'administration', guest: 'La préfecture', email: 'prefecture@test.example' },
      }),
    )
  })

  test('elles partent avec l’annonce ; chacun est prévenu, le préfet aussi', async () => {
    await as(staff, (context) => moveSession(context, session, 'announce'))
    const sent = await list()
    assert.ok(sent.every(({ sentAt }) => sentAt !== null))
    const again = await as(staff, (context) => sendInvitations(context, session))
    assert.equal(again, 0)
    const mayor = await findOf('mayors', 'Glazoué')
    const guest = await findOf('administration', 'La préfecture')
    for (const { id } of [mayor, guest, mayor]) await deliver('session.invite', id)
    assert.deepEqual(await listSubjects(), ['Invitation : Suivre les conventions'])
    const { rows } = await app.database.pool.query(
      'select recipient from platform.message where dedupe_key = $1',
      [`invitation:${guest.id}:sent`],
    )
    assert.deepEqual(rows, [{ recipient: 'prefecture@test.example' }])
  })

  test('la commune répond pour elle-même, et pour elle seule', async () => {
    const { db } = app.platform
    const mayor = await findOf('mayors', 'Glazoué')
    const received = await readAs(db, secretary, (of) =>
      listReceived(of, organisationId('glazoue')),
    )
    assert.ok(received.some(({ id }) => id === mayor.id))
    const answer = { answer: 'coming' as const, seats: 2, representedBy: 'Le premier adjoint' }
    await as(secretary, (context) => saveAnswer(context, session, mayor, answer))
    await assert.rejects(
      readAs(db, stranger, (of) => getInvitation(of, mayor.id)),
      NotFound,
    )
    const intruding = as(stranger, (context) =>
      saveAnswer(context, session, mayor, { ...answer, answer: 'declined', seats: null }),
    )
    await assert.rejects(intruding, Conflict)
    const { answer: kept, seats, representedBy } = await findOf('mayors', 'Glazoué')
    assert.deepEqual({ answer: kept, seats, representedBy }, answer)
  })

  test('trois jours avant, qui vient ou se tait est rappelé une fois ; qui s’excuse, non', async () => {
    const staffed = await findOf('staff', 'Glazoué')
    const declined = { answer: 'declined' as const, seats: null, representedBy: '' }
    await as(secretary, (context) => saveAnswer(context, session, staffed, declined))
    await remindInvited(app.platform, now)
    assert.equal((await findOf('mayors', 'Glazoué')).remindedAt, null)
    const threeDaysBefore = addDays(now, 17)
    await remindInvited(app.platform, threeDaysBefore)
    assert.notEqual((await findOf('mayors', 'Glazoué')).remindedAt, null)
    assert.notEqual((await findOf('mayors', 'Bohicon')).remindedAt, null)
    assert.equal((await findOf('staff', 'Glazoué')).remindedAt, null)
    const subjects = await listSubjects()
    assert.ok(subjects.includes('Rappel : Suivre les conventions'))
    const before = await findOf('mayors', 'Glazoué')
    await remindInvited(app.platform, addDays(threeDaysBefore, 1))
    assert.deepEqual((await findOf('mayors', 'Glazoué')).remindedAt, before.remindedAt)
  })

  test('les présences relevées font les participants du compte rendu', async () => {
    const mayor = await findOf('mayors', 'Glazoué')
    const other = await findOf('mayors', 'Bohicon')
    const presences = new Map<string, number | null>([
      [mayor.id, 2],
      [other.id, 0],
    ])
    await as(staff, (context) => savePresences(context, session, presences))
    const { attendances } = await readAs(app.platform.db, staff, (db) =>
      getFullSession(db, session.id),
    )
    const mayors = attendances.find(({ kind }) => kind === 'mayors')
    assert.equal(mayors?.present, 2)
    assert.equal(mayors?.organisations, 'Glazoué')
    assert.equal(attendances.find(({ kind }) => kind === 'administration')?.present, null)
  })

  test('annulée, elle le dit à tous ceux qui étaient invités, et n’attend plus de réponse', async () => {
    await as(staff, (context) => moveSession(context, session, 'cancel', 'La salle est prise'))
    await deliver('session.cancel', session.id)
    assert.ok((await listSubjects()).includes('Session annulée : Suivre les conventions'))
    const mayor = await findOf('mayors', 'Glazoué')
    const answer = { answer: 'declined' as const, seats: null, representedBy: '' }
    const late = as(secretary, (context) => saveAnswer(context, session, mayor, answer))
    await assert.rejects(late, Conflict)
    assert.equal((await findOf('mayors', 'Glazoué')).answer, 'coming')
  })
})
