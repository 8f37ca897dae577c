/** The digest of a week: who gets it, in which language, and that nobody gets it twice or for nothing. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { personId } from '#demo/ids.ts'
import { type Actor, system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { sendDigests } from './send-digests.ts'

describe('Le résumé de la semaine', () => {
  let app: TestApp
  const now = new Date()
  before(async () => {
    app = await startApp()
    await writeAs(app.platform.db, system, (db) =>
      db
        .updateTable('collaboration.need')
        .set({ publishedAt: addDays(now, -2) })
        .where('status', '=', 'published')
        .execute(),
    )
    const refusal = { personId: personId('startup.b'), topic: 'digest', channel: 'email' }
    await writeAs(app.platform.db, system, (db) =>
      db
        .insertInto('identity.notificationPreference')
        .values({ ...refusal, isWanted: false })
        .execute(),
    )
  })
  after(() => app.close())

  const listSent = (actor: Actor = system) =>
    readAs(app.platform.db, actor, (db) =>
      db
        .selectFrom('platform.message')
        .select(['personId', 'channel', 'body', 'mayRefuse'])
        .where('topic', '=', 'digest')
        .execute(),
    )

  test('dit à une startup les besoins de ses domaines, par e-mail, avec de quoi le refuser', async () => {
    await sendDigests(app.platform, now)
    const sent = await listSent()
    const own = sent.find((message) => message.personId === personId('startup.a'))
    assert.match(own?.body ?? '', /Nouveau besoin : /)
    assert.ok(sent.every(({ channel, mayRefuse }) => channel === 'email' && mayRefuse))
    assert.ok(sent.every((message) => message.personId !== personId('startup.b')))
    assert.ok(sent.every((message) => message.personId !== personId('usager')))
  })

  test('ne part qu’une fois la semaine', async () => {
    const before = (await listSent()).length
    await sendDigests(app.platform, now)
    assert.equal((await listSent()).length, before)
  })

  test('ne part pas quand rien n’est nouveau', async () => {
    const before = (await listSent()).length
    await sendDigests(app.platform, addDays(now, 700))
    assert.equal((await listSent()).length, before)
  })

  test('se relit par son lecteur, et par lui seul', async () => {
    const startup = new Client(app.origin)
    await startup.signIn('startup.a@demo.example')
    assert.match((await startup.get('/espace/resume')).html, /Nouveau besoin : /)
    const citizen = new Client(app.origin)
    await citizen.signIn('usager@demo.example')
    assert.doesNotMatch((await citizen.get('/espace/resume')).html, /Nouveau besoin : /)
  })
})
