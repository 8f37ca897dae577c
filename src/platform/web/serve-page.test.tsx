import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { actors } from '#test/factories/actors.ts'
import { openTestSite, Proof, type TestSite } from '#test/factories/test-site.tsx'
import { system } from '../actor.ts'
import { writeAs } from '../database.ts'
import { addCatalogue, t } from '../i18n.ts'
import { createLog } from '../log.ts'
import { everyone, signedIn } from '../policy.ts'
import { endpoint, json, page, seeOther } from '../web.ts'
import { listenForChanges } from './content-changes.ts'

let rendered = 0
const show = (text: string) => () => {
  rendered++
  return <p>{`${text} ${rendered}`}</p>
}
const forAll = { load: () => null, allow: everyone }

const routes = [
  page('/publique', { ...forAll, isPublic: true, view: show('publique') }),
  page('/formulaire', { ...forAll, isPublic: true, view: () => <Proof /> }),
  page('/ordinaire', { ...forAll, view: show('ordinaire') }),
  page('/reservee', { load: () => null, allow: signedIn, view: show('réservée') }),
  page('/langue', {
    load: async () => {
      await sleep(1)
      return t('Besoins')
    },
    allow: everyone,
    view: (loaded) => <p>{`${loaded}, ${t('Besoins')}`}</p>,
  }),
  page('/ailleurs', { ...forAll, view: () => seeOther('/publique', 'Déplacée.') }),
  page('/dossiers/:dossierId', {
    load: ({ dossierId }) => ({ dossierId }),
    allow: everyone,
    view: ({ dossierId }) => <p>{dossierId}</p>,
  }),
  endpoint('/lecture', {
    ...forAll,
    reply: async (_, { db }) =>
      json(await db.insertInto('platform.referenceCounter').values(counter).execute()),
  }),
  endpoint('/envoi', {
    ...forAll,
    method: 'POST',
    reply: (_, { fields }) => json({ got: fields.x }),
  }),
]
const counter = { prefix: 'XXX', year: 2026, lastNumber: 1 }

describe('a page', () => {
  let site: TestSite
  let changes: { stop(): Promise<void> }
  before(async () => {
    site = await openTestSite(routes, { people: { se: actors.seGlazoue } })
    changes = await listenForChanges(site.database.url, site.site.pages, createLog('silent'))
  })
  beforeEach(() => site.site.pages.clear())
  after(async () => {
    await changes.stop()
    await site.close()
  })

  const read = async (path: string, who?: string) => (await site.browse(who).get(path)).text

  test('is in one language throughout: what is loaded, and what is said around it', async () => {
    addCatalogue('en', { Besoins: 'Needs' })
    const english = site.browse()
    english.cookies.set('cauri-langue', 'en')
    const [one, other] = await Promise.all([english.get('/langue'), read('/langue')])
    assert.match(one.text, /Needs, Needs/)
    assert.match(other, /Besoins, Besoins/)
  })

  test('that is the same for every visitor is rendered once', async () => {
    assert.equal(await read('/publique'), await read('/publique'))
    assert.notEqual(await read('/ordinaire'), await read('/ordinaire'))
  })

  test('is rendered anew for who is signed in, or has a message to read', async () => {
    const forVisitors = await read('/publique')
    assert.notEqual(await read('/publique', 'se'), forVisitors)
    const browser = site.browse()
    await browser.get('/ailleurs')
    assert.notEqual((await browser.get('/publique')).text, forVisitors)
    assert.equal((await browser.get('/publique')).text, forVisitors)
  })

  test('that holds a form belongs to one browser, even when it is public', async () => {
    const [one, two] = [
      await site.browse().get('/formulaire'),
      await site.browse().get('/formulaire'),
    ]
    assert.notEqual(one.text, two.text)
    assert.equal(one.headers.get('cache-control'), 'private, no-store')
  })

  test('is rendered anew as soon as a change is committed anywhere, and not before', async () => {
    const before = await read('/publique')
    const undone = writeAs(site.database.db, system, () => Promise.reject(new Error('undone')))
    await assert.rejects(undone)
    await sleep(100)
    assert.equal(await read('/publique'), before)
    await writeAs(site.database.db, system, async () => {})
    for (let waited = 0; waited < 3000 && (await read('/publique')) === before; waited += 20)
      await sleep(20)
    assert.notEqual(await read('/publique'), before)
  })

  test('is not sent again to a browser that has it', async () => {
    const first = await site.browse().get('/publique')
    const etag = first.headers.get('etag') ?? ''
    assert.equal(first.headers.get('cache-control'), 'public, max-age=0, must-revalidate')
    const again = await site.browse().get('/publique', { 'if-none-match': etag })
    assert.deepEqual([again.status, again.text], [304, ''])
  })

  test('comes with the headers that keep scripts and frames of others out', async () => {
    const { headers } = await site.browse().get('/ordinaire')
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /script-src 'self'(;|$)/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('cache-control'), 'private, no-store')
  })

  test('with an identifier that cannot exist is not found, and never reaches the database', async () => {
    assert.equal((await site.browse().get('/dossiers/1')).status, 404)
    const id = '018f0000-0000-7000-8000-000000000001'
    assert.match(await read(`/dossiers/${id}`), new RegExp(id))
  })

  test('cannot write', async () => {
    assert.equal((await site.browse('se').get('/lecture')).status, 500)
  })

  test('asks a visitor to sign in where it is reserved, and comes back after', async () => {
    const { status, headers } = await site.browse().get('/reservee?a=1')
    assert.equal(status, 303)
    assert.equal(headers.get('location'), '/connexion?suite=%2Freservee%3Fa%3D1')
    assert.equal((await site.browse('se').get('/reservee')).status, 200)
  })
})

describe('an endpoint that is posted to', () => {
  let site: TestSite
  before(async () => {
    site = await openTestSite([...routes], { people: { se: actors.seGlazoue } })
  })
  after(() => site.close())

  test('wants the proof of a form, in a field or in a header', async () => {
    const browser = site.browse('se')
    const { text } = await browser.get('/formulaire')
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
    assert.equal((await browser.post('/envoi', { x: '1' })).status, 403)
    assert.equal((await browser.post('/envoi', { x: '1', _csrf: token })).text, '{"got":"1"}')
    const withHeader = await browser.post('/envoi', { x: '2' }, { 'x-csrf-token': token })
    assert.equal(withHeader.text, '{"got":"2"}')
  })
})
