import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { check, leave, useJourney } from './journey.ts'

/** Every public page, and a few that ask something of the database. */
const publicPages = [
  '/',
  '/communes',
  '/communes?departement=BJ05',
  '/communes/glazoue',
  '/communes/cotonou',
  '/solutions',
  '/solutions?q=marche',
  '/solutions?q=introuvablexyz',
  '/solutions/axi-ticket?commune=glazoue',
  '/comparer',
  '/comparer?s=axi-ticket&s=axi-places',
  '/startups',
  '/startups/akwaba-numerique',
  '/besoins',
  '/besoins/BES-2026-0001',
  '/besoins/BES-2026-0003',
  '/connexion',
  '/inscription',
  '/mot-de-passe-oublie',
  '/aide',
  '/aide/classement',
  '/aide/composants',
  '/aide/accessibilite',
  '/aide/confidentialite',
  '/mentions-legales',
  '/page-qui-n-existe-pas',
]

for (const hasScripts of [true, false]) {
  describe(`un visiteur se renseigne, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { visit } = useJourney(hasScripts)
    let page: Page

    before(async () => {
      page = await visit()
    })
    after(() => leave(page))

    test('de l’accueil à une commune, par la carte', async () => {
      await page.goto('/')
      await page.click('header >> text=Communes')
      assert.equal(await page.locator('table tbody tr').count(), 77)
      await page.locator('figure a[href="/communes/glazoue"]').first().focus()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/communes/glazoue')
      assert.match(await page.innerText('main'), /124\s?431 habitants/)
      assert.match(await page.innerText('main'), /Parc à Jour/)
    })

    test('une commune se trouve sous son autre nom', async () => {
      await page.goto('/communes')
      await page.fill('[name=q]', 'seme podji')
      await page.press('[name=q]', 'Enter')
      await page.waitForURL('**q=seme*')
      assert.equal(await page.locator('table tbody tr').count(), 1)
    })

    test('la recherche pardonne les accents et les fautes', async () => {
      for (const words of ['etat civil', 'marché', 'marhcé', 'archivs']) {
        await page.goto(`/solutions?q=${encodeURIComponent(words)}`)
        assert.ok((await page.locator('main article').count()) > 0, words)
      }
    })

    test('le calculateur dit le prix pour une commune', async () => {
      await page.goto('/solutions/taxe-claire')
      await page.selectOption('[name=commune]', 'glazoue')
      await page.click('text=Calculer >> nth=-1')
      await page.waitForURL('**commune=glazoue**')
      // 3 500 000 de mise en place, 1 800 000 par an, et 6 FCFA pour chacun des 124 431 habitants.
      assert.match(await page.innerText('#prix'), /6\s046\s586\sFCFA/)
    })

    test('les usages confirmés sont séparés de ce qu’annonce la startup', async () => {
      await page.goto('/solutions/axi-ticket')
      const text = await page.innerText('section:has(> h2:text("Qui l’utilise"))')
      assert.match(
        text,
        /Confirmé par les communes[\s\S]*Bohicon[\s\S]*Annoncé par la startup[\s\S]*Savalou/,
      )
      assert.doesNotMatch(text, /Zogbodomey/)
    })

    test('quatre solutions se comparent, une cinquième est refusée', async () => {
      await page.goto(
        '/comparer?s=axi-ticket&s=axi-places&s=taxe-claire&s=djidjo-leger&s=registre-sika',
      )
      assert.equal(await page.locator('table.compare thead th[scope=col]').count(), 4)
      assert.match(await page.innerText('main'), /Quatre solutions au plus/)
      await page.locator('table.compare >> text=Retirer').last().click()
      await page.waitForLoadState()
      assert.equal(await page.locator('table.compare thead th[scope=col]').count(), 3)
    })

    test('chaque page publique est accessible et tient sur un petit téléphone', async () => {
      for (const path of publicPages) {
        await page.goto(path)
        await check(page)
      }
    })
  })
}
