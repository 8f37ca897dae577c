/** Programs read what everybody may read: every answer is what its description says. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { createSystem } from '#test/factories/calling-system.ts'
import { prefix } from './operation.types.ts'
import { operations } from './operations.lists.ts'

const ok = () => true

describe('the public interface', () => {
  let app: TestApp
  let call: ReturnType<typeof createSystem>
  let ajv: Ajv2020
  before(async () => {
    app = await startApp()
    call = createSystem(app)
    const { body } = await read('/openapi.json')
    const formats = { 'date-time': ok, date: ok, uri: ok, uuid: ok }
    ajv = new Ajv2020({ strict: false, formats, allErrors: true }).addSchema(body, 'api')
  })
  after(() => app.close())

  /** Addresses are told as the site is known outside; the test listens elsewhere. */
  const here = (address: string) => address.replace(app.platform.config.origin, app.origin)
  const read = (path: string, sending: Parameters<typeof call>[1] = {}) =>
    call(path.startsWith('http') ? here(path) : `${app.origin}${prefix}${path}`, sending)

  const find = (name: string) => {
    const found = operations.find((one) => one.name === name)
    assert.ok(found, name)
    return found
  }

  /** By the document that is published, not by the code behind it. */
  function isDescribed(name: string, body: unknown): void {
    const id = find(name).reply.meta()?.id
    const validate = ajv.getSchema(`api#/components/schemas/${id}`)
    assert.ok(validate, `${name} has a named shape`)
    assert.ok(validate(body), `${name}: ${JSON.stringify(validate.errors)}`)
  }

  test('has a description that others can read', async () => {
    const { body } = await read('/openapi.json')
    const { valid, errors } = await new Validator().validate(body)
    assert.ok(valid, JSON.stringify(errors))
    assert.equal(body.openapi, '3.1.0')
    const named = Object.values<{ get: { operationId: string } }>(body.paths)
    assert.deepEqual(
      named.map(({ get }) => get.operationId).sort(),
      operations.map(({ name }) => name).sort(),
    )
  })

  test('gives examples that are what they say', () => {
    for (const { name, example } of operations) isDescribed(name, example)
  })

  const keyless = operations.filter(({ key }) => !key)

  /** Follows the pages of a list, and returns the addresses of what is on them. */
  async function readPages(name: string, path: string): Promise<string[]> {
    const seen: string[] = []
    let address: string | null = 'limite' in find(name).query.shape ? `${path}?limite=3` : path
    for (let pages = 0; address && pages < 4; pages += 1) {
      const { status, text, body, headers } = await read(address)
      assert.equal(status, 200, text)
      isDescribed(name, body)
      assert.equal(headers.get('access-control-allow-origin'), '*')
      assert.ok(headers.get('etag'))
      address = body.links?.next ?? null
      assert.equal(headers.get('link'), address && `<${address}>; rel="next"`)
      seen.push(...body.data.flatMap(({ url }: { url?: string }) => url ?? []))
    }
    return seen
  }

  async function readOne(name: string, url: string): Promise<void> {
    const { status, body } = await read(url)
    assert.equal(status, 200, url)
    isDescribed(name, body)
    assert.equal(body.url, url)
    assert.equal((await fetch(here(body.page))).status, 200, body.page)
  }

  for (const { name, path } of keyless.filter(({ path }) => !path.includes(':')))
    test(`${name}: every page, and every object of it`, async () => {
      const seen = await readPages(name, path)
      assert.equal(new Set(seen).size, seen.length, 'no object comes twice')
      const one = keyless.find(
        (other) => other.path.replace(/\/:\w+$/, '') === path && other.path !== path,
      )
      if (!one) return
      assert.ok(seen.length > 0, 'the demonstration world has some')
      for (const url of seen.slice(0, 5)) await readOne(one.name, url)
    })

  test('gives no example of a commune that its own answer would belie', async () => {
    const { body } = await read('/communes/glazoue')
    const { arrondissements, needs, services, url, page, confirmedUses, ...told } = find(
      'getCommune',
    ).example as typeof body
    for (const [name, value] of Object.entries(told)) assert.deepEqual(body[name], value, name)
    const [named] = arrondissements
    assert.deepEqual(
      body.arrondissements.find(({ code }: { code: string }) => code === named.code),
      named,
    )
  })

  test('tells the services of one commune', async () => {
    const { status, body } = await read('/communes/glazoue/services')
    assert.equal(status, 200)
    isDescribed('listCommuneServices', body)
    assert.ok(body.data.length > 0)
  })

  test('is narrowed by what is asked', async () => {
    const { body } = await read('/besoins?commune=glazoue&limite=100')
    assert.ok(body.data.length > 0)
    for (const { commune } of body.data) assert.equal(commune.slug, 'glazoue')
    const { body: none } = await read('/besoins?commune=glazoue&domaine=markets&q=zzzz')
    assert.deepEqual(none.data, [])
  })

  test('names each parameter that is wrong, and what to do', async () => {
    const { status, body, headers } = await read('/besoins?limite=1000&domain=x&apres=%C3%A9')
    assert.equal(status, 400)
    assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/)
    assert.deepEqual(Object.keys(body.errors).sort(), ['apres', 'domain', 'limite'])
    assert.deepEqual([body.title, body.code], ['Demande mal formée', 'parameters'])
    const unknown = await read('/besoins?commune=nulle-part')
    assert.deepEqual([unknown.status, Object.keys(unknown.body.errors)], [400, ['commune']])
    const twice = await read('/communes?q=a&q=b')
    assert.deepEqual([twice.status, Object.keys(twice.body.errors)], [400, ['q']])
    const backwards = Buffer.from('["2026-02-31T00:00:00.000Z","x"]').toString('base64url')
    assert.equal((await read(`/besoins?apres=${backwards}`)).status, 400)
    const nul = Buffer.from('["a\\u0000","018f0000-0000-7000-8000-000000000000"]')
    assert.equal((await read(`/startups?apres=${nul.toString('base64url')}`)).status, 400)
  })

  test('answers 404 as a problem, also where there is nothing', async () => {
    for (const path of ['/besoins/BES-1999-0001', '/communes/%00', '/rien', '/startups/a/b/c']) {
      const { status, headers } = await read(path)
      assert.equal(status, 404, path)
      assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/, path)
    }
  })

  test('shows nothing that is not public, also to whoever may read it elsewhere', async () => {
    const { db } = app.platform
    const draft = await readAs(db, system, (own) =>
      own
        .selectFrom('collaboration.call')
        .select('reference')
        .where('status', '=', 'draft')
        .where('reference', 'is not', null)
        .execute(),
    )
    for (const { reference } of draft)
      assert.equal((await read(`/appels/${reference}`)).status, 404)
    assert.equal((await read('/startups/lagune-code')).status, 404)
  })

  test('sends nothing again to whoever has it', async () => {
    for (const path of ['/communes', '/appels', '/openapi.json']) {
      const { headers } = await read(path)
      const etag = headers.get('etag') ?? ''
      for (const known of [etag, `"autre", W/${etag}`])
        assert.equal((await read(path, { headers: { 'if-none-match': known } })).status, 304, path)
      assert.equal((await read(path, { headers: { 'if-none-match': '"autre"' } })).status, 200)
    }
  })
})
