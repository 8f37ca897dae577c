import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { actors, organisationIds } from '#test/factories/actors.ts'
import { openTestSite, type TestSite } from '#test/factories/test-site.tsx'
import type { Actor } from '../actor.ts'
import { writeAs } from '../database.ts'
import { createId } from '../id.ts'
import { findFile, listFiles, recordFile, setFilesPublic } from './file-records.ts'
import { fileAddress, fileRoutes } from './file-routes.ts'

const now = new Date('2026-11-23T09:00:00Z')
const { responsableA, responsableB, secretariatAncb } = actors

describe('a stored file', () => {
  let site: TestSite
  before(async () => {
    const people = { a: responsableA, b: responsableB, ancb: secretariatAncb }
    site = await openTestSite(fileRoutes, { people })
  })
  after(() => site.close())

  interface Given {
    readonly name?: string
    readonly mediaType?: string
    readonly isPublic?: boolean
    readonly actor?: Actor
  }

  async function keep(given: Given = {}) {
    const { name = 'guide.pdf', mediaType = 'application/pdf', isPublic = false } = given
    const outcome = await site.platform.files.store(Readable.from([Buffer.from(name)]), 1000)
    assert.ok(outcome.ok)
    const upload = { name, ...outcome.content, mediaType }
    const owner = { organisationId: organisationIds.startupA, isPublic, createdBy: null }
    const id = await writeAs(site.database.db, given.actor ?? responsableA, (db) =>
      recordFile(db, upload, owner, now),
    )
    return { id, address: fileAddress(id, name) }
  }

  test('is seen by its organisation and the association, and by nobody else', async () => {
    const { address } = await keep()
    for (const who of ['a', 'ancb']) assert.equal((await site.browse(who).get(address)).status, 200)
    for (const who of ['b', undefined])
      assert.equal((await site.browse(who).get(address)).status, 404, who)
  })

  test('that is private stays in no cache; a public one may stay an hour', async () => {
    const closed = await site.browse('a').get((await keep()).address)
    assert.equal(closed.headers.get('cache-control'), 'private, no-store')
    const open = await site.browse().get((await keep({ isPublic: true })).address)
    assert.equal(open.status, 200)
    assert.equal(open.headers.get('cache-control'), 'public, max-age=3600')
  })

  test('is private again when its object is', async () => {
    const { id, address } = await keep({ isPublic: true })
    await writeAs(site.database.db, responsableA, (db) => setFilesPublic(db, [id], false))
    assert.equal((await site.browse().get(address)).status, 404)
  })

  test('cannot be given to another organisation than one’s own', async () => {
    await assert.rejects(keep({ actor: responsableB }), /row-level security/)
  })

  test('is listed only to those who may see it', async () => {
    const [{ id: open }, { id: closed }] = [await keep({ isPublic: true }), await keep()]
    const seen = await writeAs(site.database.db, responsableB, async (db) => ({
      listed: (await listFiles(db, [open, closed])).map(({ id }) => id),
      found: await findFile(db, closed),
    }))
    assert.deepEqual(seen, { listed: [open], found: undefined })
  })

  test('is shown when it is a PDF or a picture, and only ever saved otherwise', async () => {
    const show = async (mediaType: string) =>
      (await site.browse('a').get((await keep({ mediaType })).address)).headers
    for (const safe of ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'])
      assert.match((await show(safe)).get('content-disposition') ?? '', /^inline/, safe)
    for (const risky of ['text/html', 'image/svg+xml', 'application/zip']) {
      const headers = await show(risky)
      assert.match(headers.get('content-disposition') ?? '', /^attachment/, risky)
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; sandbox/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    }
  })

  test('keeps its name, hostile or long as it may be', async () => {
    for (const name of [
      'l’état (civil).pdf',
      `a"; filename*=x'%00.html`,
      `${'é'.repeat(116)}.pdf`,
      '100 % ; gratuit/../é.pdf',
      'ɔ\u{1f600}.pdf',
    ]) {
      const { status, headers, text } = await site.browse('a').get((await keep({ name })).address)
      assert.equal(status, 200, name)
      assert.equal(text, name)
      const disposition = headers.get('content-disposition') ?? ''
      const match = /^inline; filename="([\w .()-]*)"; filename\*=UTF-8''([\w.~!%-]*)$/.exec(
        disposition,
      )
      assert.equal(decodeURIComponent(match?.[2] ?? ''), name, disposition)
      assert.equal(headers.get('content-length'), String(Buffer.byteLength(name)))
    }
  })

  test('is not sent again to a browser that has it', async () => {
    const { address } = await keep()
    const etag = (await site.browse('a').get(address)).headers.get('etag') ?? ''
    const again = await site.browse('a').get(address, { 'if-none-match': etag })
    assert.deepEqual({ status: again.status, text: again.text }, { status: 304, text: '' })
    const visitors = await site.browse().get(address, { 'if-none-match': etag })
    assert.equal(visitors.status, 404)
  })

  test('that does not exist is not found, whatever is asked', async () => {
    for (const id of [createId(), 'x', "' or 1=1", '..%2f..%2fsecret'])
      assert.equal((await site.browse('a').get(`/fichiers/${id}/guide.pdf`)).status, 404, id)
  })
})
