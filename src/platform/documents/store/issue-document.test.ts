import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { actors, organisationIds } from '#test/factories/actors.ts'
import { openTestSite, type TestSite } from '#test/factories/test-site.tsx'
import type { Actor } from '../../actor.ts'
import { readAs, writeAs } from '../../database.ts'
import {
  documentAddress,
  documentRoutes,
  findDocumentByCode,
  findLatestDocument,
  issueDocument,
  type NewDocument,
  paragraph,
  revokeDocuments,
  type StoredDocument,
  showCode,
  stateOf,
} from '../../documents.ts'
import { createId } from '../../id.ts'
import type { Context } from '../../web.ts'

const now = new Date('2026-11-23T09:00:00Z')
const { seGlazoue, responsableA, responsableB, secretariatAncb, visiteur } = actors

const letterTo = (readerIds: string[], text = 'Nous avons le regret de vous dire non.') =>
  ({
    kind: 'regretLetter',
    subject: { kind: 'proposal', id: createId() },
    issuer: { id: organisationIds.glazoue, name: 'Commune de Glazoué' },
    readerIds,
    model: {
      issuer: { kind: 'commune', name: 'Glazoué', department: 'Collines' },
      kicker: 'Lettre',
      title: 'Suite donnée à votre proposition',
      reference: 'APL-2026-0003',
      date: '2026-11-23',
      body: [paragraph(text)],
    },
  }) satisfies NewDocument

describe('an issued paper', () => {
  let site: TestSite
  before(async () => {
    const people = { a: responsableA, b: responsableB, commune: seGlazoue, ancb: secretariatAncb }
    site = await openTestSite(documentRoutes, { people })
  })
  after(() => site.close())

  const act = <T>(actor: Actor, work: (context: Context) => Promise<T>) =>
    writeAs(site.database.db, actor, (db) =>
      work({ db, actor, now, platform: site.platform } as Context),
    )
  const issue = (paper: NewDocument, actor: Actor = seGlazoue) =>
    act(actor, (context) => issueDocument(context, paper))
  const findByCode = (typed: string) =>
    findDocumentByCode(
      { db: site.database.db, actor: visiteur, now, platform: site.platform } as Context,
      typed,
    ) as Promise<StoredDocument>

  test('is kept with its hash, and read by its readers and the association alone', async () => {
    const letter = await issue(letterTo([organisationIds.startupA]))
    const address = documentAddress(letter)
    for (const who of ['a', 'commune', 'ancb'])
      assert.equal((await site.browse(who).get(address)).status, 200, who)
    for (const who of ['b', undefined])
      assert.equal((await site.browse(who).get(address)).status, 404, who)
    const bytes = await buffer(await site.platform.files.open(letter.sha256))
    assert.equal(createHash('sha256').update(bytes).digest('hex'), letter.sha256)
    assert.match(bytes.subarray(0, 5).toString(), /%PDF-/)
  })

  test('that is public is read by everybody, as a file that runs nothing', async () => {
    const letter = await issue({ ...letterTo([]), isPublic: true })
    const { status, headers } = await site.browse().get(documentAddress(letter))
    assert.equal(status, 200)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('content-type'), 'application/pdf')
    assert.match(headers.get('content-disposition') ?? '', /APL-2026-0003-regretLetter\.pdf/)
  })

  test('is found by its code by whoever holds it, and by no other', async () => {
    const letter = await issue(letterTo([organisationIds.startupA]))
    assert.equal((await findByCode(showCode(letter.code).toLowerCase())).id, letter.id)
    assert.equal(await findByCode('22222-22222'), undefined)
  })

  test('is issued once for the same content; a changed one takes its place', async () => {
    const paper = letterTo([organisationIds.startupA])
    const first = await issue(paper)
    assert.equal((await issue(paper)).id, first.id)
    const model = { ...paper.model, body: [paragraph('Autre motif.')] }
    const second = await issue({ ...paper, model })
    assert.notEqual(second.id, first.id)
    assert.equal(stateOf(await findByCode(first.code)), 'replaced')
    assert.equal(stateOf(await findByCode(second.code)), 'valid')
  })

  test('is issued once when two people ask at the same moment', async () => {
    const paper = letterTo([])
    const [one, two] = await Promise.all([issue(paper), issue(paper)])
    assert.equal(one.id, two.id)
  })

  test('can be withdrawn with a reason, then issued anew', async () => {
    const paper = letterTo([])
    const first = await issue(paper)
    await act(seGlazoue, (context) => revokeDocuments(context, paper.subject.id, 'Erreur de nom'))
    const seen = await findByCode(first.code)
    assert.equal(stateOf(seen), 'revoked')
    assert.equal(seen.revocationReason, 'Erreur de nom')
    assert.notEqual((await issue(paper)).id, first.id)
  })

  test('cannot be issued by somebody it does not concern, nor withdrawn by a reader', async () => {
    await assert.rejects(issue(letterTo([]), responsableB), /row-level security/)
    const paper = letterTo([organisationIds.startupA])
    await issue(paper)
    await act(responsableA, (context) => revokeDocuments(context, paper.subject.id, 'Non'))
    const kept = await readAs(site.database.db, seGlazoue, (db) =>
      findLatestDocument(db, paper.kind, paper.subject.id),
    )
    assert.equal(kept?.revokedAt, null)
  })

  test('never changes, is never removed, and its withdrawal is never taken back', async () => {
    const paper = letterTo([])
    const letter = await issue(paper)
    const change = (set: { title?: string; revokedAt?: null; revocationReason?: null }) =>
      act(seGlazoue, ({ db }) =>
        db.updateTable('platform.document').set(set).where('id', '=', letter.id).execute(),
      )
    await assert.rejects(change({ title: 'Autre' }), /ne se modifie pas/)
    await act(seGlazoue, (context) => revokeDocuments(context, paper.subject.id, 'Motif'))
    await assert.rejects(change({ revokedAt: null, revocationReason: null }), /ne se modifie pas/)
    const empty = site.database.pool.query('truncate platform.document')
    await assert.rejects(empty, /ne se modifie pas/)
  })
})
