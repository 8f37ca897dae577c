import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'

describe('les démarches que tout le monde lit', () => {
  let app: TestApp
  let visitor: Client
  before(async () => {
    app = await startApp()
    visitor = new Client(app.origin)
  })
  after(() => app.close())

  const read = async (path: string) => {
    const { status, html } = await visitor.get(path)
    const text = html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
    return { status, html, text }
  }

  test('se cherchent par leur nom, sans accents, et par commune', async () => {
    const all = await read('/demarches')
    for (const title of ['Demander une copie d’acte de naissance', 'Réserver une salle'])
      assert.ok(all.text.includes(title), title)
    const found = await read('/demarches?q=RESERVER&commune=glazoue')
    assert.match(found.text, /Réserver une salle/)
    assert.doesNotMatch(found.text, /copie d’acte/)
    const elsewhere = await read('/demarches?commune=dassa-zoume')
    assert.match(elsewhere.text, /copie d’acte de décès/)
    assert.doesNotMatch(elsewhere.text, /Réserver une salle/)
    assert.match((await read('/demarches?q=%25')).text, /Aucune démarche ne correspond/)
  })

  test('disent ce qu’elles coûtent selon la délibération, et combien de fois', async () => {
    const { text } = await read('/communes/glazoue/demarches/birth-copy')
    assert.match(text, /Copie d’acte, par exemplaire 500 FCFA autant de fois que « [^»]+ »/)
    assert.match(text, /Version 2, publiée par la commune/)
  })

  test('disent « à confirmer » quand la commune n’a rien dit, « gratuite » quand elle l’a dit', async () => {
    const unknown = await read('/communes/dassa-zoume/demarches/birth-copy')
    assert.match(unknown.text, /Ce que cela coûte À confirmer auprès de la commune/)
    const free = await read('/communes/glazoue/demarches/tree-felling')
    assert.match(free.text, /La démarche est gratuite/)
  })

  test('restent lisibles suspendues, avec le motif', async () => {
    const { text } = await read('/communes/glazoue/demarches/room-hire')
    assert.match(text, /Démarche suspendue La toiture de la salle polyvalente/)
  })

  test('se trouvent depuis les services de leur commune', async () => {
    const { html } = await read('/communes/glazoue/services')
    assert.ok(html.includes('href="/communes/glazoue/demarches/birth-copy"'))
    assert.ok(!html.includes('/demarches/public-domain'))
  })

  test('en brouillon, n’ont pas de lien pour la commune non plus', async () => {
    const writer = new Client(app.origin)
    await writer.signIn('rsi.glazoue@demo.example')
    for (const path of ['/communes/glazoue/services', '/demarches?commune=glazoue']) {
      const { html } = await writer.get(path)
      assert.ok(html.includes('/communes/glazoue/demarches/tree-felling'), path)
      assert.ok(!html.includes('/demarches/public-domain'), path)
    }
  })

  test('ne se devinent pas en brouillon, ni dans une commune qui ne les a pas', async () => {
    for (const path of ['glazoue/demarches/public-domain', 'parakou/demarches/birth-copy'])
      assert.equal((await read(`/communes/${path}`)).status, 404, path)
    assert.equal((await read('/communes/glazoue/demarches/%27%3B--')).status, 404)
  })

  test('s’impriment, et le papier d’une version passée se dit remplacé', async () => {
    const paper = '/communes/glazoue/demarches/birth-copy/formulaire.pdf'
    const { html } = await read('/communes/glazoue/demarches/birth-copy')
    assert.ok(html.includes(`href="${paper}"`))
    const printed = await fetch(app.origin + paper)
    assert.equal(printed.headers.get('content-type'), 'application/pdf')
    const [first] = await listForms()
    assert.match((await read(`/verifier/${first?.code}`)).text, /Valable/)
    await writeAs(app.platform.db, system, (db) =>
      db
        .updateTable('services.fee')
        .set({ annulledOn: '2026-11-20', annulledReason: 'Délibération annulée par la tutelle.' })
        .where('id', '=', demoId('fee:glazoue:birth-copy'))
        .execute(),
    )
    assert.equal((await fetch(app.origin + paper)).status, 200)
    assert.equal((await listForms()).length, 2)
    assert.match((await read(`/verifier/${first?.code}`)).text, /Remplacé/)
  })

  const listForms = () =>
    readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('platform.document')
        .select('code')
        .where('kind', '=', 'paperForm')
        .orderBy('createdAt')
        .execute(),
    )
})
