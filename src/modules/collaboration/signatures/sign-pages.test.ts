import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { agreementId } from '#demo/load-agreements.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client, readHidden } from '#test/client.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { readCodeOf } from '#test/factories/messages.ts'
import { listSignatures } from './signature.queries.ts'

const draft = `/espace/conventions/${agreementId(9)}/signer`
const amendment = `/espace/conventions/${agreementId(3)}`

describe('le code d’une signature', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  const enter = async (account: string) => {
    const client = new Client(app.origin)
    await client.signIn(`${account}@demo.example`)
    return client
  }
  const askCode = async (client: Client, account: string, path: string) => {
    await client.submit(path, `${path}/code`, {})
    return readCodeOf(app.platform.db, demoActor(account))
  }
  const count = () =>
    readAs(
      app.database.db,
      system,
      async (db) => (await listSignatures(db, 'agreement', agreementId(9))).length,
    )

  test('ne vaut ni pour quelqu’un d’autre, ni pour un autre texte', async () => {
    const dassa = await enter('se.dassa')
    const code = await askCode(dassa, 'se.dassa', draft)

    const startup = await enter('startup.b')
    await askCode(startup, 'startup.b', draft)
    const stolen = await startup.submit(draft, draft, { code })
    assert.match(stolen.html, /Ce code n’est pas, ou n’est plus, valable/)

    const { html } = await dassa.get(amendment)
    const other = /href="(\/espace\/conventions\/[^"]+\/avenants\/[^"/]+)"/.exec(html)?.[1]
    assert.ok(other)
    const { html: page } = await dassa.get(`${other}/signer`)
    const hidden = readHidden(page, `${other}/signer/code`)
    const elsewhere = await dassa.post(`${other}/signer`, { ...hidden, code })
    assert.match(elsewhere.html, /Ce code n’est pas, ou n’est plus, valable/)
    assert.equal(await count(), 0)
  })

  test('ne vaut plus quand le texte a changé entre-temps', async () => {
    const dassa = await enter('se.dassa')
    const code = await askCode(dassa, 'se.dassa', draft)
    const shown = await dassa.get(draft)
    await writeAs(app.database.db, demoActor('se.dassa'), (db) =>
      db
        .updateTable('collaboration.agreement')
        .set(({ eb }) => ({ amount: eb('amount', '+', 1) }))
        .where('id', '=', agreementId(9))
        .execute(),
    )
    const { html } = await dassa.submit(shown, draft, { code })
    assert.match(html, /Ce code n’est pas, ou n’est plus, valable/)
    assert.equal(await count(), 0)
  })

  test('signe une fois le texte lu, et la preuve dit qui, pour qui, quand, comment et quoi', async () => {
    const dassa = await enter('se.dassa')
    const code = await askCode(dassa, 'se.dassa', draft)
    const shown = await dassa.get(draft)
    const hash = /[0-9a-f]{64}/.exec(shown.html)?.[0]
    const { html } = await dassa.submit(shown, draft, { code })
    assert.match(html, /Votre signature est gardée/)
    const [signature] = await readAs(app.database.db, system, (db) =>
      listSignatures(db, 'agreement', agreementId(9)),
    )
    assert.equal(signature?.documentSha256, hash)
    assert.equal(signature?.means, 'code')
    assert.equal(signature?.organisationId, organisationId('dassa-zoume'))
    assert.equal(signature?.personRole, 'Secrétaire exécutif')
    assert.match(JSON.stringify(signature?.evidence), /"destination":"••.••.••.01.08"/)
    const again = await dassa.submit(draft, draft, { code })
    assert.doesNotMatch(again.html, /Votre signature est gardée/)
    assert.equal(await count(), 1)
  })
})
