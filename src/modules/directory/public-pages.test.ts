/** What visitors read of the directory, through the real application: contents, refusals and weight. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'

let app: TestApp
let visitor: Client

before(async () => {
  app = await startApp()
  visitor = new Client(app.origin)
})
after(() => app.close())

const signIn = async (account: string) => {
  const client = new Client(app.origin)
  await client.signIn(`${account}@demo.example`)
  return client
}

const addresses = [
  '/',
  '/communes',
  '/communes/glazoue',
  '/communes/cotonou',
  '/solutions',
  '/solutions?q=dehcets',
  '/solutions/axi-ticket?commune=glazoue',
  '/comparer?s=axi-ticket&s=taxe-claire&s=djidjo-leger&s=registre-sika',
  '/startups',
  '/startups/akwaba-numerique',
]

test('chaque page publique tient, avec sa feuille de style, dans le premier envoi du réseau', async () => {
  for (const address of addresses) {
    const { status, html } = await visitor.get(address)
    assert.equal(status, 200, address)
    const sheet = /href="([^"]+\.css)"/.exec(html)?.[1] ?? ''
    const css = await (await fetch(new URL(sheet, app.origin))).text()
    const weight = brotliCompressSync(html).length + brotliCompressSync(css).length
    assert.ok(weight <= 14_000, `${address} pèse ${weight} octets`)
  }
})

describe('Les communes', () => {
  test('se trouvent sous leur autre nom et malgré une faute', async () => {
    for (const words of ['Sèmè-Podji', 'seme podji', 'seme kpodji'])
      assert.match(
        (await visitor.get(`/communes?q=${encodeURIComponent(words)}`)).html,
        /href="\/communes\/seme-[a-z]+"/,
        words,
      )
  })

  test('disent inconnu ce que personne n’a encore indiqué', async () => {
    const { html } = await visitor.get('/communes/cotonou')
    assert.match(html, /Inconnu : la commune ne l’a pas encore indiqué/)
    assert.match(html, /recensement de 2013/)
  })

  test('qui n’existent pas ne se montrent pas', async () => {
    assert.equal((await visitor.get('/communes/atlantide')).status, 404)
  })
})

describe('Une solution', () => {
  test('montre à part ce que les communes confirment et ce que la startup annonce', async () => {
    const { html } = await visitor.get('/solutions/axi-ticket')
    const [confirmed = '', claimed = ''] = html.split('Annoncé par la startup, pas encore confirmé')
    assert.match(confirmed, /Bohicon/)
    assert.match(claimed, /Savalou/)
    assert.doesNotMatch(html, /href="\/communes\/zogbodomey"/)
  })

  test('calcule son prix pour la commune choisie', async () => {
    const { html } = await visitor.get('/solutions/axi-ticket?commune=glazoue')
    assert.match(html, /Coût pour Glazoué/)
    assert.match(html, /Sur trois ans/)
  })

  test('qui n’est pas vérifiée n’existe que pour les siens et pour l’association', async () => {
    assert.equal((await visitor.get('/solutions/signal-rue')).status, 404)
    assert.equal((await (await signIn('startup.a')).get('/solutions/signal-rue')).status, 404)
    const seen = await (await signIn('ancb')).get('/solutions/signal-rue')
    assert.equal(seen.status, 200)
    assert.match(seen.html, /Aperçu : cette page n’est pas publique/)
  })
})

describe('Comparer', () => {
  test('marque ce qui diffère, et ajoute ou retire par des liens', async () => {
    const { html } = await visitor.get('/comparer?s=axi-ticket&s=taxe-claire')
    assert.match(html, /≠ Startup|≠ Résumé/)
    assert.match(html, /href="\/comparer\?s=taxe-claire"[^>]*aria-label="Retirer Axi Ticket"/)
    assert.match(html, /href="\/comparer\?s=axi-ticket&amp;s=taxe-claire&amp;s=/)
  })

  test('refuse une cinquième solution en le disant', async () => {
    const five = ['axi-ticket', 'taxe-claire', 'djidjo-leger', 'registre-sika', 'point-deau']
    const { html } = await visitor.get(`/comparer?${five.map((slug) => `s=${slug}`).join('&')}`)
    assert.match(html, /Quatre solutions au plus se comparent/)
    assert.doesNotMatch(html, /href="\/solutions\/point-deau"/)
  })

  test('sans rien à comparer mène au catalogue', async () => {
    assert.match((await visitor.get('/comparer')).html, /Ouvrir le catalogue/)
    assert.equal((await visitor.get('/comparer?s=inconnue')).status, 200)
  })
})

describe('Le catalogue', () => {
  test('dit ce qu’il a compris d’un mot mal écrit', async () => {
    const { html } = await visitor.get('/solutions?q=dehcets')
    assert.match(html, /Résultats pour « déchets »/)
  })

  test('qui ne trouve rien dit quoi faire', async () => {
    assert.match((await visitor.get('/solutions?q=xyzzyx')).html, /Aucune solution ne correspond/)
  })

  test('ne tombe pas sur une adresse forgée', async () => {
    for (const query of ['apres=abc', 'avant=WyJub20iXQ', 'tri=nom&apres=%00', 'domaine=%27--'])
      assert.equal((await visitor.get(`/solutions?${query}`)).status, 200, query)
  })
})

test('les startups se cherchent par leur activité, leur domaine et leur label', async () => {
  const { html } = await visitor.get('/startups?domaine=markets')
  assert.match(html, /href="\/startups\/akwaba-numerique"/)
  const labelled = (await visitor.get('/startups?label=on')).html
  assert.doesNotMatch(labelled, /href="\/startups\/tofa-systemes"/)
  assert.equal((await visitor.get('/startups/lagune-code')).status, 404)
})
