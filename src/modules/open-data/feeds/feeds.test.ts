import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
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

  test('qui n’a rien manqué ne télécharge rien', async () => {
    for (const [address] of feeds) {
      const etag = String((await get(address)).headers.etag)
      assert.equal((await get(address, { 'if-none-match': etag })).statusCode, 304, address)
    }
  })
})
