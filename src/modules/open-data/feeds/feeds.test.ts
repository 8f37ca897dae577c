import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'

const feeds = [
  ['/besoins.atom', '/besoins'],
  ['/appels.atom', '/appels'],
  ['/solutions.atom', '/solutions'],
  ['/recommandations.atom', '/recommandations'],
] as const

describe('les fils de nouveautés', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.app.inject({ url, headers })

  for (const [address, page] of feeds)
    test(`${address} se trouve depuis sa page, et chaque entrée mène quelque part`, async () => {
      const { headers, body } = await get(address)
      assert.equal(headers['content-type'], 'application/atom+xml; charset=utf-8')
      const html = (await get(page)).body
      assert.match(html, new RegExp(`rel="alternate" type="application/atom\\+xml"[^>]*${address}`))
      const links = [...body.matchAll(/<entry>[\s\S]*?href="([^"]+)"/g)].map(([, href]) => href)
      assert.ok(links.length > 0)
      const [first = ''] = links
      assert.equal((await get(new URL(first).pathname)).statusCode, 200, first)
    })

  const change = (query: ReturnType<typeof sql>) =>
    writeAs(app.database.db, system, (db) => query.execute(db))
  const listUpdated = async (address: string) =>
    [...(await get(address)).body.matchAll(/<entry>[\s\S]*?<updated>([^<]+)/g)].map(
      ([, updated]) => updated ?? '',
    )

  test('ce qui a bougé en dernier vient d’abord, à la date où il a bougé', async () => {
    const moved = '2026-12-24T08:00:00.000Z'
    await change(
      sql`update governance.recommendation set updated_at = ${moved} where id = (
        select r.id from governance.recommendation r join governance.session s on s.id = r.session_id
        where r.status = 'adopted' order by s.starts_on, r.id limit 1)`,
    )
    await change(
      sql`insert into collaboration.call_addendum (id, call_id, number, reason, changes, deadline_before, deadline_after,
          published_by, published_at)
        select gen_random_uuid(), id, 9, 'La date limite est reportée.', '[]', deadline, deadline, gen_random_uuid(), ${moved}
        from collaboration.call where published_at is not null order by published_at limit 1`,
    )
    for (const address of ['/recommandations.atom', '/appels.atom']) {
      const updated = await listUpdated(address)
      assert.equal(updated[0], moved, address)
      assert.deepEqual(updated, updated.toSorted().toReversed(), address)
    }
  })

  test('un fil ne porte que les cinquante derniers', async () => {
    await change(
      sql`insert into collaboration.need (id, reference, commune_id, title, status, created_by, published_at)
        select gen_random_uuid(), 'BES-2025-' || n, commune_id, title, status, created_by, published_at
        from (select * from collaboration.need where status = 'published' limit 1) as one, generate_series(5000, 5060) as n`,
    )
    assert.equal((await listUpdated('/besoins.atom')).length, 50)
  })

  test('qui n’a rien manqué ne télécharge rien', async () => {
    for (const [address] of feeds) {
      const etag = String((await get(address)).headers.etag)
      assert.equal((await get(address, { 'if-none-match': etag })).statusCode, 304, address)
    }
  })
})
