/** A commune's system follows its requests, a startup's what suits its solutions; and no public answer holds anything personal. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { birthCopy, createSystem, fileForm, makeKey, png } from '#test/factories/calling-system.ts'
import { prefix } from './operation.types.ts'
import { operations } from './operations.lists.ts'

const serviceId = demoId('procedure:glazoue:birth-copy')

describe('with a key', () => {
  let app: TestApp
  let call: ReturnType<typeof createSystem>
  let commune: string
  let startup: string
  before(async () => {
    app = await startApp()
    call = createSystem(app)
    const scopes = ['demandes.lire', 'demandes.deposer', 'taches.traiter'] as const
    commune = (await makeKey(app, 'se.glazoue', scopes)).key
    startup = (await makeKey(app, 'startup.a', ['besoins.suivre'])).key
  })
  after(() => app.close())

  const here = (address: string) => address.replace(app.platform.config.origin, app.origin)
  const read = (path: string, key: string | null) =>
    call(here(path.startsWith('http') ? path : `${app.origin}${prefix}${path}`), { key })

  function parse(name: string, body: unknown): void {
    operations.find((one) => one.name === name)?.reply.parse(body)
  }

  async function file(applicantId: string): Promise<string> {
    const { body: forms } = await call(`/services/${serviceId}/eForms`)
    const { eFormId } = forms.find(({ latest }: { latest: boolean }) => latest)
    const card = await call('/documents', {
      key: commune,
      body: fileForm(png, 'carte.png', 'image/png'),
    })
    const form = { eFormId, data: { askerIdentity: card.body.documentId, ...birthCopy } }
    const { status, body, text } = await call(`/services/${serviceId}/applications`, {
      ...{ key: commune, body: { applicantId, formData: form } },
    })
    assert.equal(status, 200, text)
    return body.reference
  }

  test('a system learns whose key it has, and what is left of its quotas', async () => {
    const { status, body, headers } = await read('/organisation', commune)
    assert.equal(status, 200)
    parse('getOwnKey', body)
    assert.equal(body.organisation.kind, 'commune')
    assert.equal(headers.get('ratelimit-policy'), '"minute";q=120;w=60, "day";q=20000;w=86400')
    assert.match(headers.get('ratelimit') ?? '', /^"minute";r=\d+;t=\d+, "day";r=\d+;t=\d+$/)
    assert.equal(headers.get('access-control-allow-origin'), null)
  })

  test('a commune’s system reads its requests and what changed, without a name', async () => {
    const { body: first } = await read('/organisation/changements?limite=100', commune)
    let since: string = first.links.next
    for (let more = first.hasMore; more; ) {
      const { body } = await read(since, commune)
      since = body.links.next
      more = body.hasMore
    }
    const reference = await file('usager-42')
    const changes = await read(since, commune)
    assert.equal(changes.status, 200, changes.text)
    parse('listRequestChanges', changes.body)
    assert.deepEqual(
      changes.body.data.map((one: { reference: string; to: string }) => [one.reference, one.to]),
      [[reference, 'received']],
    )
    assert.deepEqual((await read(changes.body.links.next, commune)).body.data, [])
    const one = await read(changes.body.data[0].url, commune)
    parse('getOwnRequest', one.body)
    assert.equal(one.body.applicantRef, 'usager-42')
    const list = await read('/organisation/demandes?etat=received&limite=100', commune)
    parse('listOwnRequests', list.body)
    assert.ok(list.body.data.some((row: { reference: string }) => row.reference === reference))
    for (const { text } of [changes, one, list]) assert.doesNotMatch(text, /Afi Exemple|97000077/)
  })

  test('nothing of another commune is found', async () => {
    const reference = await file('usager-43')
    const { key } = await makeKey(app, 'se.bohicon', ['demandes.lire'])
    assert.equal((await read(`/organisation/demandes/${reference}`, key)).status, 404)
    const { text } = await read('/organisation/changements?limite=100', key)
    assert.doesNotMatch(text, new RegExp(reference))
  })

  test('a startup’s product reads the needs that suit a solution, and the open calls of its domains', async () => {
    const own = await readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('directory.catalogueEntry')
        .select('slug')
        .where('slug', '=', 'axi-ticket')
        .execute(),
    )
    assert.equal(own.length, 1)
    const needs = await read('/organisation/besoins?solution=axi-ticket', startup)
    assert.equal(needs.status, 200, needs.text)
    parse('listOwnNeeds', needs.body)
    assert.ok(needs.body.data.length > 0)
    const calls = await read('/organisation/appels', startup)
    assert.equal(calls.status, 200, calls.text)
    parse('listOwnCalls', calls.body)
    for (const { isOpen } of calls.body.data) assert.equal(isOpen, true)
    const other = await read('/organisation/besoins?solution=registre-sika', startup)
    assert.equal(other.status, 400)
    assert.equal((await read('/organisation/besoins', startup)).status, 400)
  })

  test('what a key may not, and what is no key, is refused as a problem', async () => {
    assert.equal((await read('/organisation/demandes', startup)).status, 403)
    assert.equal((await read('/organisation/appels', commune)).status, 403)
    const { status, headers, body } = await read('/organisation', null)
    assert.deepEqual([status, body.code], [401, 'missing'])
    assert.match(headers.get('www-authenticate') ?? '', /^Bearer/)
  })

  test('a used up quota says how long to wait', async () => {
    const { key, id } = await makeKey(app, 'rsi.glazoue', ['demandes.lire'])
    for (let index = 0; index < 120; index += 1)
      await app.platform.rateLimiter.takePoint(`api-key ${id} minute`, 120, 60)
    const { status, headers, body } = await read('/organisation', key)
    assert.deepEqual([status, body.code], [429, 'quota'])
    assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/)
    assert.ok(Number(headers.get('retry-after')) >= 1)
    assert.match(headers.get('ratelimit') ?? '', /^"minute";r=0;t=\d+$/)
  })

  test('nothing personal of the database is in any public answer', async () => {
    const marks = await readAs(app.platform.db, system, async (db) => {
      const people = await db
        .selectFrom('identity.person')
        .select(['fullName', 'email', 'phone'])
        .execute()
      const startups = await db.selectFrom('directory.startup').select(['email', 'phone']).execute()
      const asked = await db
        .selectFrom('services.request')
        .select(['applicantName', 'applicantPhone'])
        .execute()
      const all = [...people, ...startups, ...asked].flatMap((row) => Object.values(row))
      return [...new Set(all)].filter((mark): mark is string => !!mark && mark.length > 5)
    })
    assert.ok(marks.length > 20)
    const seen: string[] = []
    const listed = operations.filter(({ key, path }) => !key && !path.includes(':'))
    for (const { path, query } of listed) {
      const { text, body } = await read('limite' in query.shape ? `${path}?limite=100` : path, null)
      seen.push(text)
      for (const { url } of body.data.slice(0, 40)) if (url) seen.push((await read(url, null)).text)
    }
    assert.ok(seen.length > 60, 'many answers were read')
    const all = seen.join('\n')
    assert.deepEqual(
      marks.filter((mark) => all.includes(mark)),
      [],
    )
  })
})
