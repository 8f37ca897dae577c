/** What everybody may read of services and forms, and nothing more. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { birthCopy, createSystem, fileForm, makeKey, png } from '#test/factories/calling-system.ts'
import { operations, prefix } from './operation.lists.ts'
import { Problem } from './registration.schema.ts'

const serviceId = demoId('procedure:glazoue:birth-copy')

describe('what is public of the door of systems', () => {
  let app: TestApp
  let call: ReturnType<typeof createSystem>
  let own: string
  before(async () => {
    app = await startApp()
    call = createSystem(app)
    const scopes = ['demandes.lire', 'demandes.deposer', 'taches.traiter'] as const
    own = (await makeKey(app, 'se.glazoue', scopes)).key
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

  test('shows services and forms to everybody, page after page, and their copies keep', async () => {
    const { body: services, headers } = await call('/services?maxResult=1')
    operations.listServices.reply.parse(services)
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? ''
    assert.ok(next)
    const { body: others } = await call(
      new URL(next).pathname.replace(prefix, '') + new URL(next).search,
    )
    assert.notEqual(others[0].id, services[0].id)
    const one = await call(`/services/${serviceId}`)
    operations.getService.reply.parse(one.body)
    const { body: forms } = await call(`/services/${serviceId}/eForms`)
    operations.listForms.reply.parse(forms)
    const form = await call(`/eForms/${forms[0].eFormId}`)
    operations.getForm.reply.parse(form.body)
    assert.equal(form.body.schema.$schema, 'https://json-schema.org/draft/2020-12/schema')
    const etag = form.headers.get('etag') ?? ''
    const again = await call(`/eForms/${forms[0].eFormId}`, { headers: { 'if-none-match': etag } })
    assert.deepEqual([again.status, again.text], [304, ''])
    const found = await call('/services?name=naissance&commune=glazoue')
    assert.ok(found.body.some(({ id }: { id: string }) => id === serviceId))
  })

  test('describes itself: every path of the standard, written from what checks', async () => {
    const { body } = await call('/openapi.json')
    assert.equal(body.openapi, '3.1.0')
    assert.deepEqual(Object.keys(body.paths).sort(), [
      ...['/applications', '/applications/{fileId}', '/data/statistics/1.0', '/documents'],
      ...[
        '/eForms/{form}',
        '/services',
        '/services/{serviceId}',
        '/services/{serviceId}/applications',
      ],
      ...['/services/{serviceId}/eForms', '/tasks', '/tasks/{task}', '/tasks/{task}/complete'],
    ])
    const filing = body.paths['/services/{serviceId}/applications'].post
    assert.deepEqual(filing.requestBody.content['application/json'].schema.required, [
      'applicantId',
      'formData',
    ])
    assert.equal(filing['x-cauri-scope'], 'demandes.deposer')
  })

  test('gives nothing personal away without a key', async () => {
    const marks = { askerName: 'MARQUE Nom', recordName: 'MARQUE Acte', birthPlace: 'MARQUE Lieu' }
    const { status, body } = await file({ ...birthCopy, ...marks })
    assert.equal(status, 200, JSON.stringify(body))
    const { body: forms } = await call(`/services/${serviceId}/eForms`)
    for (const path of [
      ...[
        '/services',
        `/services/${serviceId}`,
        `/services/${serviceId}/eForms`,
        '/openapi.json',
        '',
      ],
      `/eForms/${forms[0].eFormId}`,
    ]) {
      const { text } = await call(path)
      for (const mark of ['MARQUE', 'marque-usager', body.fileId, body.reference, '0197000077'])
        assert.ok(!text.includes(mark), `${path}: ${mark}`)
    }
    const listed = await call('/applications', { key: own })
    assert.ok(!listed.text.includes('MARQUE'))
    const whole = await call(`/applications/${body.fileId}`, { key: own })
    assert.ok(whole.text.includes('MARQUE Nom'))
    assert.ok(!whole.text.includes('sha256'))
  })

  test('is not asked for without end from one address', async () => {
    const asked = await Promise.all(
      Array.from({ length: 70 }, () => call(`/services/${serviceId}`)),
    )
    const refused = asked.filter(({ status }) => status === 429)
    assert.ok(refused.length >= 10 && asked.some(({ status }) => status === 200))
    Problem.parse(refused[0]?.body)
    assert.ok(Number(refused[0]?.headers.get('retry-after')) > 0)
  })
})
