/** A file over a line that is cut: pieces in their place, once, by whoever began, and the same file in the end. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { startApp, type TestApp } from '#test/app.ts'
import { openSessionOf } from '#test/factories/sessions.ts'
import { system } from '../actor.ts'
import { readAs, writeAs } from '../database.ts'
import { unsealUpload } from '../web/uploads.ts'
import { makePng } from './photo/photo.fixture.ts'
import { forgetUploads, mostPieceBytes } from './resumed-upload.ts'

const pieceBytes = 40_000

describe('un fichier envoyé par morceaux', () => {
  let app: TestApp
  let usager: Caller
  let stranger: Caller
  before(async () => {
    app = await startApp()
    usager = await openCaller('usager')
    stranger = await openCaller('startup.b')
  })
  after(() => app.close())

  interface Caller {
    readonly cookie: string
    readonly token: string
  }

  async function openCaller(account: string): Promise<Caller> {
    const cookies = await openSessionOf(app.platform, account)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const page = await app.app.inject({ url: '/espace/compte', headers: { cookie } })
    const [visit = ''] = [page.headers['set-cookie'] ?? ''].flat()[0]?.split(';') ?? []
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(page.body) ?? []
    return { cookie: `${cookie}; ${visit}`, token }
  }

  async function call(
    { cookie, token }: Caller,
    url: string,
    payload: string | Buffer = '',
    method: 'GET' | 'POST' = 'POST',
  ) {
    const isPiece = typeof payload !== 'string'
    const type = isPiece ? 'application/octet-stream' : 'application/x-www-form-urlencoded'
    const headers = { cookie, accept: 'application/json', 'x-csrf-token': token }
    const answer = await app.app.inject({
      ...{ method, url },
      headers: { ...headers, ...(method === 'POST' && { 'content-type': type }) },
      ...(method === 'POST' && { payload }),
    })
    const isJson = answer.headers['content-type']?.toString().includes('json')
    return { status: answer.statusCode, said: isJson ? answer.json() : {} }
  }

  const begin = async (who: Caller, size: number) =>
    (await call(who, '/envois', `nom=plan.png&taille=${size}`)).said.id as string

  test('arrive entier malgré les morceaux perdus, répétés ou en désordre', async () => {
    const png = Buffer.concat([makePng({ width: 4, height: 4 }), randomBytes(150_000)])
    const id = await begin(usager, png.length)
    const send = (from: number) =>
      call(usager, `/envois/${id}/octets/${from}`, png.subarray(from, from + pieceBytes))
    assert.deepEqual(await send(0), { status: 200, said: { received: pieceBytes } })
    // Its answer was lost: the same piece again is no fault.
    assert.deepEqual(await send(0), { status: 200, said: { received: pieceBytes } })
    assert.equal((await send(2 * pieceBytes)).status, 409)
    assert.equal((await call(usager, `/envois/${id}/fin`)).status, 409)
    for (let from = pieceBytes; from < png.length; from += pieceBytes)
      assert.equal((await send(from)).status, 200)
    assert.equal((await call(usager, `/envois/${id}`, '', 'GET')).said.received, png.length)
    const { said } = await call(usager, `/envois/${id}/fin`)
    const again = await call(usager, `/envois/${id}/fin`)
    assert.equal(again.said.kept, said.kept)
    const upload = unsealUpload(said.kept, app.platform.secret)
    assert.deepEqual([upload?.name, upload?.sizeBytes], ['plan.png', png.length])
    const stored = await buffer(await app.platform.files.open(upload?.sha256 ?? ''))
    assert.equal(upload?.sha256, createHash('sha256').update(png).digest('hex'))
    assert.ok(stored.equals(png))
  })

  test('deux fois le même morceau au même moment ne compte qu’une fois', async () => {
    const bytes = randomBytes(pieceBytes)
    const id = await begin(usager, pieceBytes)
    const answers = await Promise.all(
      [1, 2, 3].map(() => call(usager, `/envois/${id}/octets/0`, bytes)),
    )
    assert.ok(answers.every(({ said }) => said.received === pieceBytes))
    const pieces = await readAs(app.platform.db, system, (db) =>
      db.selectFrom('platform.uploadPiece').select('fromByte').where('uploadId', '=', id).execute(),
    )
    assert.deepEqual(pieces, [{ fromByte: 0 }])
  })

  test('n’est pas trouvé par un autre, ni pris d’un visiteur', async () => {
    const id = await begin(usager, pieceBytes)
    for (const [url, payload, method] of [
      [`/envois/${id}`, '', 'GET'],
      [`/envois/${id}/octets/0`, randomBytes(10), 'POST'],
      [`/envois/${id}/fin`, '', 'POST'],
    ] as const)
      assert.equal((await call(stranger, url, payload, method)).status, 404, url)
    const visitor = await app.app.inject({ method: 'POST', url: '/envois', payload: {} })
    assert.notEqual(visitor.statusCode, 200)
    assert.equal((await call({ ...usager, token: 'x' }, '/envois', 'nom=a&taille=9')).status, 403)
  })

  test('ne dépasse ni la taille annoncée, ni celle d’un morceau, ni celle d’un fichier', async () => {
    const id = await begin(usager, 100)
    assert.equal((await call(usager, `/envois/${id}/octets/0`, randomBytes(101))).status, 409)
    assert.equal((await call(usager, `/envois/${id}/octets/0`, Buffer.alloc(0))).status, 409)
    const large = await begin(usager, 1_000_000)
    const tooMuch = randomBytes(mostPieceBytes + 1)
    assert.equal((await call(usager, `/envois/${large}/octets/0`, tooMuch)).status, 409)
    for (const size of ['0', '-1', '1.5', '12000001', 'x'])
      assert.equal((await call(usager, '/envois', `nom=a&taille=${size}`)).status, 409, size)
  })

  test('s’oublie au bout d’un jour, et nul n’en laisse plus de vingt', async () => {
    for (let count = 0; count < 25; count += 1)
      await call(stranger, '/envois', `nom=a${count}&taille=50`)
    assert.equal((await call(stranger, '/envois', 'nom=b&taille=50')).status, 409)
    const count = () =>
      readAs(app.platform.db, system, (db) =>
        db.selectFrom('platform.upload').select('id').execute(),
      )
    await writeAs(app.platform.db, system, (db) => forgetUploads(db, new Date()))
    assert.ok((await count()).length >= 20)
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    await writeAs(app.platform.db, system, (db) => forgetUploads(db, tomorrow))
    assert.equal((await count()).length, 0)
  })
})
