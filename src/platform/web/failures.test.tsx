import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { z } from 'zod'
import { actors } from '#test/factories/actors.ts'
import { openTestSite, Proof, type TestSite } from '#test/factories/test-site.tsx'
import { NotFound } from '../errors.ts'
import { createId } from '../id.ts'
import { everyone, signedIn } from '../policy.ts'
import { action, fields, form, page, seeOther } from '../web.ts'
import { findHeldSubmission, forgetHeldSubmissions, holdSubmission } from './held-submission.ts'

const hidden = () => Promise.reject(new NotFound())
const letter = z.object({ title: fields.text(), motDePasse: fields.optionalText() })

const routes = [
  page('/ouverte', { load: () => null, allow: everyone, view: () => <Proof /> }),
  page('/espace/dossier', { load: hidden, allow: everyone, view: () => <p /> }),
  page('/dossier', { load: hidden, allow: everyone, view: () => <p /> }),
  page('/cassee', {
    load: () => Promise.reject(new Error('secret 01 97 00 00 00')),
    allow: everyone,
    view: () => <p />,
  }),
  form('/espace/lettre', {
    load: () => null,
    allow: signedIn,
    input: letter,
    invalid: (_, { values }) => (
      <form method="post" action="/espace/lettre">
        <Proof />
        <input name="title" value={values.title} />
        <p>{JSON.stringify(values)}</p>
      </form>
    ),
    valid: async () => seeOther('/ouverte'),
  }),
  form('/espace/reservee', {
    load: () => null,
    allow: ({ role }) => role === 'secretary',
    input: letter,
    invalid: (_, { values }) => <p>{JSON.stringify(values)}</p>,
    valid: async () => seeOther('/ouverte'),
  }),
  action('/espace/reserver', {
    load: () => null,
    allow: ({ role }) => role === 'secretary',
    input: letter,
    back: () => '/ouverte',
    act: async () => seeOther('/ouverte'),
  }),
  action('/espace/fermer', {
    load: () => null,
    allow: signedIn,
    input: z.object({}),
    back: () => '/ouverte',
    act: async () => seeOther('/ouverte'),
  }),
]

describe('what fails', () => {
  let site: TestSite
  const ended = new Set<string>()
  before(async () => {
    const people = { se: actors.seGlazoue, agent: actors.agentGlazoue }
    site = await openTestSite(routes, { people, ended })
  })
  beforeEach(async () => {
    ended.clear()
    await site.database.pool.query(
      'delete from platform.rate_limit; delete from platform.held_submission',
    )
  })
  after(() => site.close())

  const listHeld = () =>
    site.database.db.selectFrom('platform.heldSubmission').selectAll().execute()

  test('is told with a number that is in the log, and with nothing of what happened', async () => {
    const { status, text } = await site.browse().get('/cassee')
    assert.equal(status, 500)
    assert.match(text, /panne [0-9A-F]{8}/)
    assert.doesNotMatch(text, /secret|01 97/)
  })

  test('is told as a page even when sessions cannot be read', async () => {
    const { status, text, headers } = await site.browse('unknown').get('/ouverte')
    assert.equal(status, 500)
    assert.match(headers.get('content-type') ?? '', /text\/html/)
    assert.match(text, /panne [0-9A-F]{8}/)
  })

  test('to be found is a page that is not found, and at work a reason to sign in', async () => {
    assert.equal((await site.browse().get('/rien')).status, 404)
    assert.equal((await site.browse().get('/dossier')).status, 404)
    assert.equal((await site.browse('se').get('/espace/dossier')).status, 404)
    const asked = await site.browse().get('/espace/dossier')
    assert.equal(asked.headers.get('location'), '/connexion?suite=%2Fespace%2Fdossier')
  })

  test('of a form too large is told', async () => {
    const sent = await site.browse('se').post('/espace/lettre', { title: 'a'.repeat(2_100_000) })
    assert.equal(sent.status, 413)
  })

  describe('because the session has ended', () => {
    async function sendLate(fields: Record<string, string>) {
      const browser = site.browse('se')
      const shown = await browser.readForm('/espace/lettre')
      ended.add('se')
      const sent = await browser.post('/espace/lettre', { ...shown, ...fields })
      const location = decodeURIComponent(sent.headers.get('location') ?? '')
      return { sent, token: /reprise=([\w-]+)/.exec(location)?.[1] ?? '' }
    }

    test('keeps the form, and shows it again, filled, to the same person', async () => {
      const { sent, token } = await sendLate({ title: 'Deux heures de travail' })
      assert.equal(sent.status, 303)
      assert.match(sent.headers.get('location') ?? '', /^\/connexion\?suite=%2Fespace%2Flettre/)
      ended.clear()
      const again = await site.browse('se').get(`/espace/lettre?reprise=${token}`)
      assert.match(again.text, /value="Deux heures de travail"/)
    })

    test('shows it to nobody else, and on no other page', async () => {
      const { token } = await sendLate({ title: 'À moi' })
      ended.clear()
      assert.doesNotMatch(
        (await site.browse('agent').get(`/espace/lettre?reprise=${token}`)).text,
        /À moi/,
      )
      assert.doesNotMatch(
        (await site.browse('se').get('/espace/lettre?reprise=autre')).text,
        /À moi/,
      )
    })

    test('keeps no secret, no proof and no token in the open', async () => {
      const { token } = await sendLate({
        title: 'x',
        motDePasse: 'p',
        nouveau: 'p',
        actuel: 'p',
        code: '1',
      })
      const [held] = await listHeld()
      assert.deepEqual(held?.fields, { title: 'x' })
      assert.notEqual(held?.tokenHash, token)
    })

    test('keeps nothing that another site made the browser send', async () => {
      const browser = site.browse('se')
      ended.add('se')
      await browser.post('/espace/lettre', { title: 'x' }, { 'sec-fetch-site': 'cross-site' })
      assert.deepEqual(await listHeld(), [])
    })

    test('keeps a few forms of an address, not thousands', async () => {
      const visitor = site.browse()
      for (let sent = 0; sent < 25; sent++) await visitor.post('/espace/lettre', { title: 'x' })
      assert.equal((await listHeld()).length, 20)
      await site.database.pool.query(
        'delete from platform.rate_limit; delete from platform.held_submission',
      )
      const sent = await visitor.post('/espace/lettre', { title: 'x'.repeat(300_000) })
      assert.equal(sent.headers.get('location'), '/connexion?suite=%2Fespace%2Flettre')
      assert.deepEqual(await listHeld(), [])
    })
  })

  describe('because it is no longer theirs to send', () => {
    test('keeps the form for the day it is again', async () => {
      const agent = site.browse('agent')
      const sent = await agent.post('/espace/reservee', { title: 'Deux heures', motDePasse: 'p' })
      assert.equal(sent.status, 403)
      const keptAt = /href="([^"]+)"/.exec(sent.text)?.[1] ?? ''
      assert.match(keptAt, /^\/espace\/reservee\?reprise=/)
      assert.equal((await agent.get(keptAt)).status, 403)
      assert.doesNotMatch((await site.browse('se').get(keptAt)).text, /Deux heures/)
      const [held] = await listHeld()
      assert.deepEqual(held?.fields, { title: 'Deux heures' })
      assert.equal(held?.personId, actors.agentGlazoue.id)
    })

    test('keeps nothing of a button, which has no page to come back to', async () => {
      const sent = await site.browse('agent').post('/espace/reserver', { title: 'x' })
      assert.equal(sent.status, 403)
      assert.deepEqual(await listHeld(), [])
    })

    test('keeps nothing that another site made the browser send', async () => {
      const headers = { 'sec-fetch-site': 'cross-site' }
      await site.browse('agent').post('/espace/reservee', { title: 'x' }, headers)
      assert.deepEqual(await listHeld(), [])
    })
  })

  test('is kept for a day', async () => {
    const { db } = site.database
    const now = new Date('2026-11-23T09:00:00Z')
    const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
    const held = { path: '/espace/lettre', fields: { title: 'x' } }
    const token = await holdSubmission(db, held, actors.seGlazoue.id, now)
    const find = (hours: number) => findHeldSubmission(db, token, actors.seGlazoue, at(hours))
    assert.deepEqual(await find(23.9), held)
    assert.equal(await find(24), null)
    await forgetHeldSubmissions(db, at(23))
    assert.equal((await listHeld()).length, 1)
    await forgetHeldSubmissions(db, at(24))
    assert.equal((await listHeld()).length, 0)
    assert.equal(await findHeldSubmission(db, createId(), actors.seGlazoue, now), null)
  })
})
