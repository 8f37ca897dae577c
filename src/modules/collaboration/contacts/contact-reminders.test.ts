import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import type { Platform } from '#platform/web.ts'
import { demoNow, type TestDatabase, useDatabase } from '#test/database.ts'
import { remindContacts } from './contact-reminders.ts'

const hour = 3_600_000

describe('Les rappels des mises en relation', () => {
  let database: TestDatabase
  before(async () => {
    database = await useDatabase({ demo: true })
  })
  after(() => database.close())

  const remind = (now: Date) => remindContacts({ db: database.db } as Platform, now)
  const listReminders = (subject: string) =>
    database.db
      .selectFrom('platform.message')
      .select(['recipient', 'link', 'body'])
      .where('topic', '=', 'reminders')
      .where('subject', '=', subject)
      .execute()
  const getScheduled = () =>
    writeAs(database.db, system, (db) =>
      db
        .selectFrom('collaboration.contact')
        .select(['id', 'demonstrationAt', 'demonstrationPlace'])
        .where('status', '=', 'scheduled')
        .where('demonstrationAt', '>', demoNow)
        .orderBy('demonstrationAt')
        .executeTakeFirstOrThrow(),
    )

  test('la veille d’une démonstration, les deux parties l’apprennent, une fois', async () => {
    const { id, demonstrationAt } = await getScheduled()
    assert.ok(demonstrationAt)
    const dayBefore = new Date(demonstrationAt.getTime() - 20 * hour)
    await remind(new Date(demonstrationAt.getTime() - 30 * hour))
    const listTold = async () =>
      (await listReminders('Démonstration demain')).filter(({ link }) => link?.endsWith(id))
    assert.equal((await listTold()).length, 0)
    await remind(dayBefore)
    const told = await listTold()
    assert.ok(new Set(told.map(({ recipient }) => recipient)).size >= 2, String(told.length))
    await remind(new Date(dayBefore.getTime() + hour))
    assert.equal((await listTold()).length, told.length)
  })

  test('une démonstration reportée se rappelle de nouveau', async () => {
    const { id, demonstrationAt } = await getScheduled()
    assert.ok(demonstrationAt)
    const later = new Date(demonstrationAt.getTime() + 72 * hour)
    await writeAs(database.db, system, (db) =>
      db
        .updateTable('collaboration.contact')
        .set({ demonstrationAt: later, demonstrationRemindedAt: null })
        .where('id', '=', id)
        .execute(),
    )
    const before = (await listReminders('Démonstration demain')).length
    await remind(new Date(later.getTime() - 20 * hour))
    assert.ok((await listReminders('Démonstration demain')).length > before)
  })

  test('un délai de réponse passé se dit une fois, aux deux parties', async () => {
    await remind(new Date(demoNow.getTime() + 40 * 24 * hour))
    const overdue = await listReminders('Le délai de réponse est passé')
    assert.ok(overdue.length >= 2)
    await remind(new Date(demoNow.getTime() + 41 * 24 * hour))
    assert.equal((await listReminders('Le délai de réponse est passé')).length, overdue.length)
  })
})
