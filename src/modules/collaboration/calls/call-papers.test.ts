import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { readZip } from '#platform/documents/read-zip.fixture.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'

const opened = `/espace/appels/${demoId('call:voices-scoring')}/proces-verbal.docx`
const letter = '/appels/APP-2026-0007/ma-proposition/notification.docx'

describe('les papiers d’un appel, dans Word', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  async function ask(path: string, account?: string): Promise<Response> {
    const client = new Client(app.origin)
    if (account) await client.signIn(`${account}@demo.example`)
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return fetch(new URL(path, app.origin), { headers: { cookie }, redirect: 'manual' })
  }

  async function readWords(path: string, account?: string): Promise<string> {
    const answer = await ask(path, account)
    assert.equal(answer.status, 200, path)
    const parts = readZip(Buffer.from(await answer.arrayBuffer()))
    return (parts.get('word/document.xml') ?? '').replace(/<[^>]+>/g, ' ')
  }

  test('l’avis d’attribution et l’additif sont à tous', async () => {
    assert.match(await readWords('/appels/APP-2026-0006/avis.docx'), /Avis d’attribution/)
    const addendum = await readWords('/appels/APP-2026-0001/additifs/1/additif.docx')
    assert.match(addendum, /Additif n°\s1/)
    assert.match(addendum, /Le reste de l’appel ne change pas/)
  })

  test('le procès-verbal d’ouverture est à qui suit l’appel', async () => {
    assert.match(await readWords(opened, 'ancb'), /Procès-verbal/)
    for (const stranger of ['startup.a', 'rsi.bohicon'])
      assert.equal((await ask(opened, stranger)).status, 403, stranger)
  })

  test('la lettre du résultat est à celle qui a répondu', async () => {
    assert.match(await readWords(letter, 'startup.a'), /APP-2026-0007\/N/)
    for (const stranger of ['startup.b', 'ancb'])
      assert.equal((await ask(letter, stranger)).status, 404, stranger)
  })
})
