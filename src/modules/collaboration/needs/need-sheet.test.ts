import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { hasPdfReader, readFacts, readText } from '#platform/documents/read-pdf.fixture.ts'
import { readZip } from '#platform/documents/read-zip.fixture.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'

const reference = 'BES-2026-0001'

describe('la fiche de besoin', () => {
  let app: TestApp
  before(async () => {
    app = await startApp({ config: { origin: 'https://cauri.example' } })
  })
  after(() => app.close())

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, app.origin), { headers })
  const read = async (response: Response) => Buffer.from(await response.arrayBuffer())
  const countSheets = async () => {
    const { rows } = await app.database.pool.query(
      "select count(*)::int as count from platform.document where kind = 'needSheet'",
    )
    return rows[0].count as number
  }

  test('est émise à la première demande, puis toujours la même, avec le code qui la vérifie', async () => {
    assert.match(await (await ask(`/besoins/${reference}`)).text(), /fiche\.pdf/)
    const [first, second] = [
      await ask(`/besoins/${reference}/fiche.pdf`),
      await ask(`/besoins/${reference}/fiche.pdf`),
    ]
    assert.equal(first.headers.get('content-type'), 'application/pdf')
    assert.equal(first.url, second.url)
    const bytes = await read(first)
    assert.ok(bytes.equals(await read(second)))
    if (!hasPdfReader) return
    const text = readText(bytes)
    assert.match(text, /RÉPUBLIQUE DU BÉNIN/)
    assert.match(text, new RegExp(reference))
    assert.equal(readFacts(bytes).Tagged, 'yes')
    const code = /avec le code ([2-9A-Y]{5}-[2-9A-Y]{5})/.exec(text)?.[1]
    const checked = await (await ask(`/verifier/${code}`)).text()
    assert.match(checked, /Valable/)
    assert.match(checked, /Fiche de besoin/)
  })

  test('n’est émise qu’une fois quand dix personnes la demandent ensemble', async () => {
    const before = await countSheets()
    const path = '/besoins/BES-2026-0002/fiche.pdf'
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(path)))
    assert.equal(new Set(answers.map(({ url }) => url)).size, 1)
    for (const answer of answers) assert.equal(answer.status, 200)
    assert.equal(await countSheets(), before + 1)
  })

  test('se travaille dans Word', async () => {
    const answer = await ask(`/besoins/${reference}/fiche.docx`)
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment.*BES-2026-0001/)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(readZip(await read(answer)).get('word/document.xml') ?? '', /Fiche de besoin/)
  })

  test('d’un brouillon porte la mention « Projet », ne s’émet pas, et ne sort pas de la commune', async () => {
    const before = await countSheets()
    const path = `/espace/besoins/${demoId('need:glazoue:Savoir ce que la commune possède')}`
    const client = new Client(app.origin)
    await client.signIn('se.glazoue@demo.example')
    assert.match((await client.get(path)).html, /fiche\.docx/)
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await ask(`${path}/fiche.pdf`, { cookie })
    assert.equal(answer.status, 200)
    if (hasPdfReader) assert.match(readText(await read(answer)), /PROJET/)
    assert.equal(await countSheets(), before)
    const stranger = new Client(app.origin)
    await stranger.signIn('se.bohicon@demo.example')
    assert.equal((await stranger.get(`${path}/fiche.pdf`)).status, 404)
  })

  test('est retirée quand la commune retire son besoin', async () => {
    const document = await ask('/besoins/BES-2026-0002/fiche.pdf')
    assert.equal(document.status, 200)
    const { rows } = await app.database.pool.query(
      "select id, commune_id from collaboration.need where reference = 'BES-2026-0002'",
    )
    const { rows: people } = await app.database.pool.query(
      `select email from identity.person join identity.membership on person_id = person.id
       where organisation_id = $1 and role = 'secretary'`,
      [rows[0].commune_id],
    )
    const client = new Client(app.origin)
    await client.signIn(people[0].email)
    const path = `/espace/besoins/${rows[0].id}/retirer`
    await client.submit(path, path, { reason: 'Le périmètre doit être revu avec les marchés.' })
    const state = await app.database.pool.query(
      'select revocation_reason from platform.document where subject_id = $1',
      [rows[0].id],
    )
    assert.match(state.rows[0].revocation_reason, /Le périmètre/)
  })

  test('les listes s’emportent en tableur, telles que la recherche les trouve', async () => {
    const needs = readZip(await read(await ask('/besoins.xlsx')))
    assert.match(needs.get('xl/sharedStrings.xml') ?? '', new RegExp(reference))
    const answer = await ask('/solutions.xlsx')
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment.*solutions-.*\.xlsx/)
    assert.match(readZip(await read(answer)).get('xl/sharedStrings.xml') ?? '', /Axi/)
    const none = readZip(await read(await ask('/besoins.xlsx?q=inexistantissime')))
    assert.doesNotMatch(none.get('xl/sharedStrings.xml') ?? '', /BES-/)
  })
})
