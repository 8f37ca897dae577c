/** Somebody at home holds a receipt, and no account. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { demoId } from '#demo/ids.ts'
import { reportCode } from '#demo/load-reports.ts'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { showCode } from '#platform/documents.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { purgeRequests } from './erase-requests.ts'

const own = demoId('request:glazoue:birth-copy:1')

describe('suivre une demande avec le code du récépissé', () => {
  let app: TestApp
  let visitor: Client
  let code: string
  before(async () => {
    app = await startApp()
    visitor = new Client(app.origin)
    code = await readCodeOf(own)
  })
  after(() => app.close())

  const inside = <T>(work: Parameters<typeof writeAs<T>>[2]) =>
    writeAs(app.platform.db, system, work)

  const readCodeOf = (id: string) =>
    inside(async (db) => {
      const row = await db
        .selectFrom('services.request')
        .select('trackingCode')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return row.trackingCode ?? ''
    })

  test('le code, comme on le tape, mène à l’état, sans nom ni réponse', async () => {
    const typed = ` ${showCode(code).toLowerCase()} `
    const { url, html } = await visitor.submit('/suivi', '/suivi', { code: typed })
    assert.equal(url, `/suivi/${showCode(code)}`)
    assert.match(html, /En cours d’examen/)
    assert.match(html, /Réponse au plus tard/)
    assert.doesNotMatch(html, /Usager Démo|97001001|Relecture|Vos réponses/)
  })

  test('le code d’un signalement se tape au même endroit', async () => {
    const report = showCode(reportCode('glazoue', 2))
    const { url, html } = await visitor.submit('/suivi', '/suivi', { code: report })
    assert.equal(url, `/signalements/suivi/${report}`)
    assert.match(html, /Ce qui s’est passé/)
  })

  test('dit quoi faire quand il manque quelque chose, et garde les motifs d’un refus', async () => {
    const setStatus = (status: string) =>
      inside((db) =>
        sql`update services.request set status = ${status}, decision_reasons = 'Le nom du père est illisible.',
            decision = case when ${status} = 'refused' then 'refused' else decision end,
            paused_at = case when ${status} = 'incomplete' then now() else null end,
            decided_at = case when ${status} = 'refused' then now() else decided_at end
          where id = ${own}`.execute(db),
      )
    await setStatus('incomplete')
    assert.match((await visitor.get(`/suivi/${code}`)).html, /répondez par SMS avec son numéro/)
    await setStatus('refused')
    const { html } = await visitor.get(`/suivi/${code}`)
    assert.match(html, /Demande refusée/)
    assert.doesNotMatch(html, /illisible/)
  })

  test('un code faux ne mène nulle part, et qui en essaie trop est arrêté', async () => {
    const { html } = await visitor.submit('/suivi', '/suivi', { code: 'AAAAA-AAAAA' })
    assert.match(html, /Aucune demande ni aucun signalement n’a ce code/)
    assert.equal((await visitor.get('/suivi/bonjour')).status, 404)
    let status = 0
    for (let tried = 0; tried < 70 && status !== 429; tried += 1)
      status = (await visitor.get('/suivi/AAAAA-AAAAC')).status
    assert.equal(status, 429)
    assert.equal((await visitor.get(`/suivi/${code}`)).status, 429)
  })

  test('le code s’oublie avec le reste', async () => {
    const closed = demoId('request:glazoue:birth-copy:1000')
    assert.notEqual(await readCodeOf(closed), '')
    await purgeRequests(app.platform, new Date('2099-01-01'))
    assert.equal(await readCodeOf(closed), '')
  })
})
