import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { encodePng } from '#demo/files/png.ts'
import { organisationId } from '#demo/ids.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn } from '#test/factories/calls.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { getCommune } from '../communes/commune.queries.ts'
import { getCommuneIssuer } from '../communes/commune-issuer.ts'
import { removeEmblem, saveEmblem } from './emblem.actions.ts'

const draw = (width: number, height: number) =>
  encodePng({ width, height, pixels: new Uint8Array(width * height) }, [[12, 75, 53]])

describe('l’emblème d’une commune', () => {
  const glazoue = organisationId('glazoue')
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  const save = (account: string, bytes: Buffer) =>
    actOn(app.platform, demoActor(account), async (context) => {
      const kept = await app.platform.files.store(Readable.from([bytes]), 1_000_000)
      assert.ok(kept.ok)
      const commune = await getCommune(context.db, glazoue)
      return saveEmblem(context, commune, { ...kept.content, name: 'emblème.png' })
    })
  const readIssuer = () => getCommuneIssuer(app.platform.db, glazoue)

  test('paraît en tête de ses papiers, et se lit de partout', async () => {
    const plain = await app.app.inject({ url: '/besoins/BES-2026-0001/fiche.docx' })
    const bytes = draw(120, 120)
    assert.equal(await save('rsi.glazoue', bytes), null)
    assert.deepEqual((await readIssuer()).emblem, { bytes, mediaType: 'image/png' })
    const headed = await app.app.inject({ url: '/besoins/BES-2026-0001/fiche.docx' })
    assert.ok(headed.rawPayload.length > plain.rawPayload.length)
    const shown = await app.app.inject({ url: '/communes/glazoue/embleme' })
    assert.equal(shown.headers['content-type'], 'image/png')
    assert.deepEqual(shown.rawPayload, bytes)
  })

  test('est refusé quand il empêcherait d’imprimer', async () => {
    assert.match((await save('rsi.glazoue', draw(120, 120).subarray(0, 60))) ?? '', /s’imprime pas/)
    assert.match((await save('rsi.glazoue', draw(2400, 10))) ?? '', /2000 points/)
    assert.match((await save('rsi.glazoue', Buffer.from('GIF89a'))) ?? '', /abîmée/)
    assert.ok((await readIssuer()).emblem)
  })

  test('n’est donné que par la commune, la base y veille aussi, et se retire', async () => {
    await assert.rejects(save('se.bohicon', draw(120, 120)), /row-level security/)
    await actOn(app.platform, demoActor('se.glazoue'), (context) => removeEmblem(context, glazoue))
    assert.equal((await readIssuer()).emblem, undefined)
  })
})
