/** All that strangers, lapsed keys, guesses and hostile files are refused. */

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { revokeKey } from '#modules/identity/api-keys/api-key.actions.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { createId } from '#platform/id.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { birthCopy, createSystem, fileForm, makeKey, png } from '#test/factories/calling-system.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { forgetDocuments } from './document.actions.ts'
import { prefix } from './operation.lists.ts'
import { Problem } from './registration.schema.ts'

const serviceId = demoId('procedure:glazoue:birth-copy')

describe('the door of systems', () => {
  let app: TestApp
  let call: ReturnType<typeof createSystem>
  let own: string
  let stranger: string
  before(async () => {
    app = await startApp()
    call = createSystem(app)
    const scopes = ['demandes.lire', 'demandes.deposer', 'taches.traiter'] as const
    own = (await makeKey(app, 'se.glazoue', scopes)).key
    stranger = (await makeKey(app, 'se.bohicon', scopes)).key
  })
  after(() => app.close())

  async function file(data: object, key = own) {
    const { body: forms } = await call(`/services/${serviceId}/eForms`)
    const { body: card } = await call('/documents', {
      key,
      body: fileForm(png, 'c.png', 'image/png'),
    })
    const form = { eFormId: forms[0].eFormId, data: { askerIdentity: card.documentId, ...data } }
    return call(`/services/${serviceId}/applications`, {
      ...{ key, body: { applicantId: 'marque-usager', formData: form } },
    })
  }

  test('lets nobody in without a key, nor one without the scope', async () => {
    const reading = (await makeKey(app, 'se.glazoue', ['demandes.lire'])).key
    for (const path of [
      '/applications',
      '/tasks',
      '/data/statistics/1.0',
      `/applications/${createId()}`,
    ]) {
      const { status, headers, body } = await call(path)
      assert.equal(status, 401, path)
      assert.match(headers.get('www-authenticate') ?? '', /^Bearer/)
      Problem.parse(body)
    }
    assert.equal((await call('/tasks', { key: reading })).body.code, 'scope')
    const filing = await call(`/services/${serviceId}/applications`, { key: reading, body: {} })
    assert.equal(filing.status, 403)
    assert.equal(
      (await call('/documents', { key: reading, body: fileForm(png, 'c', 'image/png') })).status,
      403,
    )
  })

  test('hides what is another commune’s, and whatever is guessed', async () => {
    const { body } = await file(birthCopy)
    const { fileId } = body
    for (const path of [`/applications/${fileId}`, `/tasks/${fileId}.received`])
      assert.equal((await call(path, { key: stranger })).status, 404, path)
    const taking = { key: stranger, body: { data: {} } }
    assert.equal((await call(`/tasks/${fileId}.received/complete`, taking)).status, 404)
    const change = { applicantId: 'x', formData: { eFormId: 'x', data: {} } }
    const put = await call(`/applications/${fileId}`, {
      key: stranger,
      method: 'PUT',
      body: change,
    })
    assert.equal(put.status, 404)
    assert.equal((await file(birthCopy, stranger)).body.code, 'commune')
    for (const path of [
      '/services/x',
      `/services/${createId()}`,
      '/eForms/x',
      `/eForms/${createId()}.1`,
    ])
      assert.equal((await call(path)).status, 404, path)
    for (const path of [
      '/applications/x',
      `/applications/${createId()}`,
      '/tasks/x',
      `/tasks/${fileId}.draft`,
    ])
      assert.equal((await call(path, { key: own })).status, 404, path)
    const json = { headers: { accept: 'application/json' } }
    Problem.parse((await call('/nulle-part', json)).body)
  })

  test('takes no document of another commune for an answer', async () => {
    const { body } = await call('/documents', {
      key: stranger,
      body: fileForm(png, 'c.png', 'image/png'),
    })
    const refused = await file({ ...birthCopy, askerIdentity: body.documentId })
    assert.equal(refused.status, 422)
    assert.deepEqual(Object.keys(refused.body.errors), ['askerIdentity'])
  })

  test('keeps a request of somebody’s account from being completed by a system', async () => {
    const { body: lines } = await call('/applications?status=SENDBACK', { key: own })
    assert.ok(lines.length > 0)
    const { fileId, eformId } = lines[0]
    const change = { applicantId: 'x', formData: { eFormId: eformId, data: {} } }
    const put = await call(`/applications/${fileId}`, { key: own, method: 'PUT', body: change })
    assert.equal(put.status, 403)
  })

  test('opens no longer to a key that was revoked', async () => {
    const { id, key } = await makeKey(app, 'se.glazoue', ['demandes.lire'])
    assert.equal((await call('/applications', { key })).status, 200)
    const actor = demoActor('se.glazoue')
    await writeAs(app.platform.db, actor, (db) =>
      revokeKey({ db, actor, now: new Date() }, actor.organisation as never, id),
    )
    assert.equal((await call('/applications', { key })).body.code, 'revoked')
  })

  test('refuses hostile files, by what they are and not by what they say', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const zip = Buffer.from('504b0304140000000000', 'hex')
    for (const bytes of [svg, page, zip]) {
      const { status, body } = await call('/documents', {
        ...{ key: own, body: fileForm(bytes, 'photo.png', 'image/png') },
      })
      assert.deepEqual([status, body.code], [400, 'file'])
    }
    const empty = await call('/documents', {
      key: own,
      body: fileForm(Buffer.alloc(0), 'v', 'image/png'),
    })
    assert.equal(empty.status, 400)
    const large = Buffer.concat([png, Buffer.alloc(12_100_000)])
    assert.equal(
      (await call('/documents', { key: own, body: fileForm(large, 'g.png', 'image/png') })).status,
      400,
    )
    const text = new FormData()
    text.append('file', png.toString('base64'))
    const asText = await call('/documents', { key: own, body: text })
    assert.deepEqual([asText.status, asText.body?.type], [200, 'image/png'])
  })

  test('forgets the documents of which nothing came', async () => {
    await call('/documents', { key: own, body: fileForm(png, 'oubli.png', 'image/png') })
    await forgetDocuments(app.platform, addDays(new Date(), 8))
    const left = await readAs(app.platform.db, system, (db) =>
      db.selectFrom('services.depositedDocument').select('id').execute(),
    )
    assert.deepEqual(left, [])
  })

  test('says what is wrong with what it cannot read', async () => {
    const path = `/services/${serviceId}/applications`
    const shape = await call(path, { key: own, body: { formData: { data: [] } } })
    assert.equal(shape.status, 400)
    assert.ok(shape.body.errors.applicantId)
    const { origin } = app
    const headers = { authorization: `Bearer ${own}`, 'content-type': 'application/json' }
    const broken = await fetch(`${origin}${prefix}${path}`, {
      method: 'POST',
      headers,
      body: '{"a":',
    })
    assert.equal(broken.status, 400)
    Problem.parse(await broken.json())
    const deep = `{"formData":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const nested = await fetch(`${origin}${prefix}${path}`, { method: 'POST', headers, body: deep })
    assert.equal(nested.status, 400)
    const mediator = { 'information-mediator-client': 'pas/assez' }
    assert.equal((await call('/applications', { key: own, headers: mediator })).status, 400)
    const endless = { 'idempotency-key': 'x'.repeat(201) }
    const filing = { applicantId: 'x', formData: { eFormId: 'x', data: {} } }
    const unsure = await call(path, { key: own, body: filing, headers: endless })
    assert.deepEqual([unsure.status, unsure.body.code], [400, 'idempotency'])
    assert.equal((await call('/applications?maxResult=1000', { key: own })).status, 400)
    assert.equal((await call(`/services?after=${organisationId('glazoue')}'`)).status, 400)
  })
})
