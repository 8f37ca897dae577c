import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Actor, Role } from '#platform/actor.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import type { Platform } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor } from '#test/factories/acting.ts'
import { listMessages } from '#test/factories/messages.ts'
import { createTestPlatform, Visit } from '#test/factories/visits.ts'
import { endMembership } from '../organisations/membership.actions.ts'
import { listMembers } from '../organisations/organisation.queries.ts'
import { parseIdentifier } from '../people/identifier.rules.ts'
import { findPerson } from '../people/person.queries.ts'
import { acceptInvitation, declineInvitation } from './answer-invitation.ts'
import { inviteMember, resendInvitation, revokeInvitation } from './invitation.actions.ts'
import {
  findInvitationByToken,
  listReceivedInvitations,
  listSentInvitations,
} from './invitation.queries.ts'

let database: TestDatabase
let platform: Platform

before(async () => {
  database = await useDatabase()
  platform = createTestPlatform(database)
})
after(() => database.close())

let count = 0

/** A startup, its manager on a browser, and an address to invite. */
async function openStartup() {
  count++
  const id = `00000000-0000-7000-8000-0000000001${String(count).padStart(2, '0')}`
  const organisation = { id, kind: 'startup', name: `Startup ${count}` } as const
  const manager = await createActor(database.db, 'Sènami', { organisation, role: 'manager' })
  return { organisation, manager: act(manager), email: `invited${count}@test.example` }
}

function act(actor: Actor): Visit {
  const visit = new Visit(platform)
  visit.actor = actor
  return visit
}

type Startup = Awaited<ReturnType<typeof openStartup>>

async function invite({ organisation, manager, email }: Startup, role: Role = 'member') {
  const recipient = parseIdentifier(email)
  assert.ok(recipient)
  await manager.act((context) => inviteMember(context, { organisation, role, recipient }))
  return readToken(email)
}

async function readToken(email: string): Promise<string> {
  const [newest] = await listMessages(database.db, email)
  return newest?.link?.replace('/invitations/', '') ?? ''
}

const find = (visit: Visit, token: string) =>
  visit.act(async (context) => (await findInvitationByToken(context, token)) ?? 'nothing')

async function accept(visit: Visit, token: string) {
  return visit.act(async (context) => {
    const invitation = await findInvitationByToken(context, token)
    assert.ok(invitation)
    return acceptInvitation(context, invitation)
  })
}

describe('an invitation', () => {
  test('opens with its link, to a visitor who may read nothing else', async () => {
    const startup = await openStartup()
    const token = await invite(startup)
    const visitor = new Visit(platform)
    const found = await findInvitationByToken(visitor.context(), token)
    assert.equal(found?.organisationName, startup.organisation.name)
    assert.equal(found?.role, 'member')
    const seen = await visitor.act(({ db, now }) =>
      listSentInvitations(db, startup.organisation, now),
    )
    assert.deepEqual(seen, [])
  })

  test('makes its holder a member, once, and tells who invited', async () => {
    const startup = await openStartup()
    const token = await invite(startup)
    const koffi = await createActor(database.db, 'Koffi')
    assert.ok(await accept(act(koffi), token))
    const members = await listMembers(database.db, startup.organisation.id)
    assert.deepEqual(
      members.map(({ fullName, role }) => [fullName, role]),
      [
        ['Koffi', 'member'],
        ['Sènami', 'manager'],
      ],
    )
    assert.equal(await find(act(koffi), token), 'nothing')
    const manager = await findPerson(database.db, startup.manager.actor.id ?? '')
    const [told] = await listMessages(database.db, manager?.email ?? '')
    assert.match(told?.subject ?? '', /^Koffi a rejoint/)
  })

  test('accepted twice at the same moment makes one member', async () => {
    const startup = await openStartup()
    const token = await invite(startup)
    const invitation = await findInvitationByToken(new Visit(platform).context(), token)
    assert.ok(invitation)
    const people = [
      await createActor(database.db, 'Koffi'),
      await createActor(database.db, 'Kossi'),
    ]
    const answers = await Promise.allSettled(
      people.map((person) => act(person).act((context) => acceptInvitation(context, invitation))),
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const refused = answers.find((answer) => answer.status === 'rejected')
    assert.ok(refused?.reason instanceof Conflict)
    assert.equal((await listMembers(database.db, startup.organisation.id)).length, 2)
  })

  test('dies after fourteen days, when it is revoked, and when a newer one replaces it', async () => {
    const startup = await openStartup()
    const { organisation, manager } = startup
    const old = await invite(startup)
    const late = new Visit(platform)
    late.later(14 * 86_400)
    assert.equal(await find(late, old), 'nothing')

    manager.later(60)
    const newer = await invite(startup, 'manager')
    assert.equal(await find(new Visit(platform), old), 'nothing')
    const [sent] = await manager.act(({ db, now }) => listSentInvitations(db, organisation, now))
    assert.equal(sent?.role, 'manager')
    await manager.act((context) => revokeInvitation(context, organisation.id, sent?.id ?? ''))
    assert.equal(await find(new Visit(platform), newer), 'nothing')
  })

  test('sent again has a new link; the lost one no longer opens', async () => {
    const startup = await openStartup()
    const { organisation, manager, email } = startup
    const lost = await invite(startup)
    const [sent] = await manager.act(({ db, now }) => listSentInvitations(db, organisation, now))
    manager.later(86_400)
    await manager.act((context) => resendInvitation(context, organisation, sent?.id ?? ''))
    const again = await readToken(email)
    assert.notEqual(again, lost)
    assert.equal(await find(new Visit(platform), lost), 'nothing')
    assert.notEqual(await find(new Visit(platform), again), 'nothing')
  })

  test('is out of the reach of another organisation', async () => {
    const [own, other] = [await openStartup(), await openStartup()]
    await invite(own)
    const [sent] = await own.manager.act(({ db, now }) =>
      listSentInvitations(db, own.organisation, now),
    )
    const id = sent?.id ?? ''
    const seen = await other.manager.act(({ db, now }) =>
      listSentInvitations(db, own.organisation, now),
    )
    assert.deepEqual(seen, [])
    const revoking = other.manager.act((context) =>
      revokeInvitation(context, own.organisation.id, id),
    )
    await assert.rejects(revoking, NotFound)
  })
})

describe('on the signed-in home', () => {
  test('people find the invitations sent to an address they have proved, no other', async () => {
    const startup = await openStartup()
    await invite(startup)
    const koffi = await createActor(database.db, 'Koffi')
    const list = async () => {
      const person = await findPerson(database.db, koffi.id ?? '')
      assert.ok(person)
      return act(koffi).act((context) => listReceivedInvitations(context, person))
    }
    await setEmail(koffi, startup.email, null)
    assert.deepEqual(await list(), [])
    await setEmail(koffi, startup.email, new Date())
    const [received] = await list()
    assert.equal(received?.organisationId, startup.organisation.id)
    assert.ok(received)
    await act(koffi).act((context) => declineInvitation(context, received))
    assert.deepEqual(await list(), [])
  })
})

async function setEmail(person: Actor, email: string, emailVerifiedAt: Date | null) {
  await database.db
    .updateTable('identity.person')
    .set({ email, emailVerifiedAt })
    .where('id', '=', person.id)
    .execute()
}

describe('a membership', () => {
  test('ends, except the last of those who answer for the organisation', async () => {
    const startup = await openStartup()
    const { organisation, manager } = startup
    await accept(act(await createActor(database.db, 'Koffi')), await invite(startup))
    const members = await listMembers(database.db, organisation.id)
    const end = (role: Role) => {
      const ending = members.find((member) => member.role === role)
      return manager.act((context) =>
        endMembership(context, organisation, ending?.membershipId ?? ''),
      )
    }
    assert.equal(await end('manager'), false)
    assert.equal(await end('member'), true)
    assert.equal((await listMembers(database.db, organisation.id)).length, 1)
  })

  test('of two managers who let each other go at the same moment, one stays', async () => {
    const startup = await openStartup()
    const { organisation, manager } = startup
    await accept(act(await createActor(database.db, 'Koffi')), await invite(startup, 'manager'))
    const members = await listMembers(database.db, organisation.id)
    const outcomes = await Promise.all(
      members.map(({ membershipId }) =>
        manager.act((context) => endMembership(context, organisation, membershipId)),
      ),
    )
    assert.deepEqual(outcomes.sort(), [false, true])
    assert.equal((await listMembers(database.db, organisation.id)).length, 1)
  })

  test('of another organisation cannot be ended from here', async () => {
    const [own, other] = [await openStartup(), await openStartup()]
    const [member] = await listMembers(database.db, other.organisation.id)
    const ending = own.manager.act((context) =>
      endMembership(context, own.organisation, member?.membershipId ?? ''),
    )
    await assert.rejects(ending, NotFound)
  })
})
