import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { formatDate } from '#platform/format.ts'
import { addCatalogue, t } from '#platform/i18n.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor } from '#test/factories/acting.ts'
import { chooseChannels } from './channels.rules.ts'
import { type Notification, notify } from './notify.ts'

const now = new Date('2026-11-23T09:00:00Z')
let database: TestDatabase

before(async () => {
  database = await useDatabase()
})
after(() => database.close())

let count = 0

/** A commune with a secretary, an IT officer and a mayor. */
async function openCommune() {
  count++
  const id = `00000000-0000-7000-8000-0000000002${String(count).padStart(2, '0')}`
  const organisation = { id, kind: 'commune', name: `Commune ${count}` } as const
  const [secretary, itOfficer, mayor] = await Promise.all(
    (['secretary', 'itOfficer', 'mayor'] as const).map((role) =>
      createActor(database.db, role, { organisation, role }),
    ),
  )
  return { id, secretary, itOfficer, mayor }
}

const about = (organisationId: string): Notification => ({
  organisationId,
  topic: 'needs',
  subject: () => 'Un besoin attend votre accord',
  text: () => 'Gestion des marchés',
  link: '/espace/besoins',
  key: `need-submitted:${organisationId}`,
})

async function tell(notification: Notification) {
  await writeAs(database.db, system, (db) => notify(db, notification, now))
  const rows = await database.db
    .selectFrom('platform.message')
    .select(['personId', 'channel'])
    .where('dedupeKey', 'like', `${notification.key}%`)
    .execute()
  return rows.map(({ personId, channel }) => `${channel} ${personId}`).sort()
}

describe('the people of an organisation are told', () => {
  test('all of them, and each once, however often the event is delivered', async () => {
    const { id, secretary, itOfficer, mayor } = await openCommune()
    const everybody = [secretary, itOfficer, mayor].map((one) => `email ${one?.id}`).sort()
    assert.deepEqual(await tell(about(id)), everybody)
    assert.deepEqual(await tell(about(id)), everybody)
  })

  test('by their roles, without the one who acted', async () => {
    const { id, secretary, mayor } = await openCommune()
    const notification = { ...about(id), roles: ['secretary', 'mayor'] } as const
    assert.deepEqual(await tell({ ...notification, exceptPersonId: secretary?.id }), [
      `email ${mayor?.id}`,
    ])
  })

  test('one by one when they are named, and nobody when none is', async () => {
    const { id, itOfficer } = await openCommune()
    assert.deepEqual(await tell({ ...about(id), personIds: [] }), [])
    assert.deepEqual(await tell({ ...about(id), roles: [] }), [])
    assert.deepEqual(await tell({ ...about(id), personIds: [itOfficer?.id ?? ''] }), [
      `email ${itOfficer?.id}`,
    ])
  })

  test('no longer once they have left', async () => {
    const { id, secretary, itOfficer, mayor } = await openCommune()
    await database.db
      .updateTable('identity.membership')
      .set({ endedAt: now })
      .where('personId', '=', mayor?.id ?? '')
      .execute()
    assert.deepEqual(
      await tell(about(id)),
      [secretary, itOfficer].map((one) => `email ${one?.id}`).sort(),
    )
  })

  test('each in their own language', async () => {
    addCatalogue('en', { 'Besoin publié le {date}': 'Need published on {date}' })
    const { id, secretary, itOfficer, mayor } = await openCommune()
    await database.db
      .updateTable('identity.person')
      .set({ locale: 'en' })
      .where('id', '=', mayor?.id ?? '')
      .execute()
    await tell({
      ...about(id),
      subject: () => t('Besoin publié le {date}', { date: formatDate('2026-03-02') }),
    })
    const rows = await database.db
      .selectFrom('platform.message')
      .select(['personId', 'locale', 'subject'])
      .where('dedupeKey', 'like', `${about(id).key}%`)
      .execute()
    const read = (personId: string | null | undefined) =>
      rows.filter((row) => row.personId === personId).map((row) => [row.locale, row.subject])
    assert.deepEqual(read(mayor?.id), [['en', 'Need published on 2 March 2026']])
    for (const one of [secretary, itOfficer])
      assert.deepEqual(read(one?.id), [['fr', 'Besoin publié le 2 mars 2026']])
  })

  test('by the means they chose', async () => {
    const { id, secretary, itOfficer, mayor } = await openCommune()
    const personId = secretary?.id ?? ''
    await database.db
      .updateTable('identity.person')
      .set({ phone: '+2290197000042' })
      .where('id', '=', personId)
      .execute()
    const topic = 'needs'
    await database.db
      .insertInto('identity.notificationPreference')
      .values([
        { personId, topic, channel: 'sms', isWanted: true },
        { personId, topic, channel: 'email', isWanted: false },
        { personId: mayor?.id ?? '', topic, channel: 'email', isWanted: false },
      ])
      .execute()
    assert.deepEqual(await tell(about(id)), [`email ${itOfficer?.id}`, `sms ${personId}`].sort())
  })
})

describe('the means', () => {
  const both = { email: 'a@test.example', phone: '+2290197000001' }

  test('are the e-mail where there is one, else the SMS', () => {
    const channelsOf = (person: typeof both | { email: null; phone: string }) =>
      chooseChannels(person, 'needs', []).map(({ channel }) => channel)
    assert.deepEqual(channelsOf(both), ['email'])
    assert.deepEqual(channelsOf({ email: null, phone: both.phone }), ['sms'])
  })

  test('cannot be turned off for what protects the account', () => {
    const nothing = [
      { channel: 'email', isWanted: false },
      { channel: 'sms', isWanted: false },
    ]
    assert.deepEqual(chooseChannels(both, 'needs', nothing), [])
    assert.equal(chooseChannels(both, 'account', nothing).length, 1)
  })
})
