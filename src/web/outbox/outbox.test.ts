import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { queueMessage } from '#platform/messages.ts'
import { openTestSite, type TestSite } from '#test/factories/test-site.tsx'
import { outboxRoutes } from './outbox.page.tsx'

const now = new Date('2026-11-23T09:00:00Z')

describe('the outgoing mail', () => {
  let site: TestSite
  before(async () => {
    site = await openTestSite(outboxRoutes)
    await writeAs(site.database.db, system, async (db) => {
      for (let at = 1; at <= 45; at++)
        await queueMessage(
          db,
          {
            channel: at % 2 ? 'email' : 'sms',
            recipient: at % 2 ? 'se_1@mairie.example' : '+2290197000000',
            personId: null,
            locale: 'fr',
            topic: 'code',
            subject: `Sujet ${at}.`,
            body: '<b>Votre code</b>',
            link: '/espace',
            dedupeKey: `message ${at}`,
          },
          now,
        )
    })
  })
  after(() => site.close())

  const read = async (path: string) => (await site.browse().get(path)).text
  const countSubjects = (html: string) => new Set(html.match(/Sujet \d+\./g)).size

  test('shows what would leave, as text', async () => {
    const html = await read('/courrier-sortant')
    assert.match(html, /se_1@mairie\.example/)
    assert.match(html, /En attente/)
    assert.match(html, /&lt;b>Votre code/)
    assert.match(html, /<a href="\/espace">/)
  })

  test('loses no message between two pages, even of the same moment', async () => {
    const first = await read('/courrier-sortant')
    const next = /href="(\/courrier-sortant\?[^"]+)"/.exec(first)?.[1]?.replace(/&amp;/g, '&')
    const second = await read(next ?? '')
    assert.deepEqual([countSubjects(first), countSubjects(second)], [30, 15])
    assert.equal(countSubjects(first + second), 45)
    assert.doesNotMatch(second, /avant=/)
  })

  test('shows an SMS as the telephone will, with its whole address', async () => {
    const html = await read('/courrier-sortant?q=97+00+00+00')
    assert.match(html, /Sujet 44\.\. &lt;b>Votre code&lt;\/b> http:\/\/\S+\/espace/)
    assert.equal(countSubjects(html), 22)
  })

  test('is searched by recipient, whose signs are only signs', async () => {
    assert.equal(countSubjects(await read('/courrier-sortant?q=SE_1')), 23)
    assert.equal(countSubjects(await read('/courrier-sortant?q=%25')), 0)
    assert.match(await read('/courrier-sortant?q=personne'), /Aucun message/)
    assert.equal((await site.browse().get('/courrier-sortant?avant=x&q=a&q=b')).status, 200)
  })
})
