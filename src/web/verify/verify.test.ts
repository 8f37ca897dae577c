import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import {
  issueDocument,
  type NewDocument,
  paragraph,
  revokeDocuments,
  type StoredDocument,
  showCode,
} from '#platform/documents.ts'
import { createId } from '#platform/id.ts'
import { organisationIds } from '#test/factories/actors.ts'
import { openTestSite, type TestSite } from '#test/factories/test-site.tsx'
import { verifyRoutes } from './verify.routes.ts'

const now = new Date('2026-11-23T09:00:00Z')

const notice = (isPublic: boolean, text = 'Attribué.'): NewDocument => ({
  kind: 'awardNotice',
  subject: { kind: 'call', id: createId() },
  issuer: { id: organisationIds.glazoue, name: 'Commune de Glazoué' },
  isPublic,
  model: {
    issuer: { kind: 'commune', name: 'Glazoué', department: 'Collines' },
    kicker: 'Avis d’attribution',
    title: 'Encaissement des droits de place',
    reference: 'APL-2026-0003',
    date: '2026-11-23',
    body: [paragraph(text)],
  },
})

describe('whoever holds a paper', () => {
  let site: TestSite
  before(async () => {
    site = await openTestSite(verifyRoutes, { config: { origin: 'https://cauri.example' } })
  })
  after(() => site.close())

  const context = () => ({ actor: system, now, platform: site.platform })
  const issue = (paper: NewDocument) =>
    writeAs(site.database.db, system, (db) => issueDocument({ ...context(), db }, paper))
  const addressOf = ({ code }: StoredDocument) => `/verifier/${showCode(code)}`
  const read = async (document: StoredDocument) =>
    (await site.browse().get(addressOf(document))).text

  async function type(code: string) {
    const browser = site.browse()
    const hidden = await browser.readForm('/verifier')
    return browser.post('/verifier', { ...hidden, code })
  }

  test('types its code, however spaced, and is led to its facts', async () => {
    const document = await issue(notice(true))
    const { status, headers } = await type(` ${showCode(document.code).toLowerCase()} `)
    assert.equal(status, 303)
    assert.equal(headers.get('location'), addressOf(document))
    const html = await read(document)
    assert.match(html, /Valable/)
    assert.match(html, /Commune de Glazoué/)
    assert.match(html, /Encaissement des droits de place/)
    assert.ok(html.includes(document.sha256))
  })

  test('is told when no paper has this code', async () => {
    for (const code of ['22222-22222', 'n’importe quoi']) {
      const { status, text } = await type(code)
      assert.equal(status, 422)
      assert.match(text, /Aucun document émis ici ne porte ce code/)
    }
    assert.equal((await site.browse().get('/verifier/22222-22222')).status, 404)
  })

  test('learns nothing of what a private one says', async () => {
    const document = await issue(notice(false))
    const html = await read(document)
    assert.match(html, /Avis d’attribution/)
    assert.match(html, /APL-2026-0003/)
    assert.doesNotMatch(html, /Encaissement|Ouvrir le document/)
  })

  test('is told that it was replaced, and by which', async () => {
    const paper = notice(true)
    const first = await issue(paper)
    const model = { ...paper.model, body: [paragraph('Attribué à un autre.')] }
    const second = await issue({ ...paper, model })
    const html = await read(first)
    assert.match(html, /Remplacé/)
    assert.ok(html.includes(addressOf(second)))
  })

  test('is told that it was withdrawn, and why when it is public', async () => {
    for (const isPublic of [true, false]) {
      const paper = notice(isPublic)
      const document = await issue(paper)
      await writeAs(site.database.db, system, (db) =>
        revokeDocuments({ ...context(), db }, paper.subject.id, 'Attribution annulée'),
      )
      const html = await read(document)
      assert.match(html, /Retiré/)
      assert.equal(/Attribution annulée/.test(html), isPublic)
    }
  })

  async function compare(document: StoredDocument, bytes: Buffer) {
    const browser = site.browse()
    const body = new FormData()
    for (const [name, value] of Object.entries(await browser.readForm(addressOf(document))))
      body.set(name, value)
    body.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'reçu.pdf')
    const { status, text } = await browser.post(addressOf(document), body)
    return { status, text: status === 303 ? (await browser.get(addressOf(document))).text : text }
  }

  const countFiles = () =>
    readdirSync(site.filesDirectory, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    ).length

  test('compares the file received with the original, and nothing of it is kept', async () => {
    const document = await issue(notice(true))
    const original = await buffer(await site.platform.files.open(document.sha256))
    const kept = countFiles()
    assert.match((await compare(document, original)).text, /exactement le document émis/)
    const forged = await compare(document, Buffer.concat([original, Buffer.from('\n')]))
    assert.equal(forged.status, 422)
    assert.match(forged.text, /n’est pas le document émis/)
    assert.match((await compare(document, Buffer.from('bonjour'))).text, /pas du type attendu/)
    assert.match((await compare(document, Buffer.alloc(0))).text, /vide/)
    assert.equal(countFiles(), kept)
  })

  test('who tries codes one after the other is stopped', async () => {
    let status = 0
    for (let tried = 0; tried < 70 && status !== 429; tried++)
      status = (await site.browse().get('/verifier/22222-22223')).status
    assert.equal(status, 429)
  })
})
