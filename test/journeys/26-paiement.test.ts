/** A citizen pays by mobile money: refused once, then paid; the town hall compares. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '#demo/ids.ts'
import { check, leave, press, read, useJourney } from './journey.ts'

const address = `/demandes/${demoId('request:glazoue:birth-copy:1')}`

for (const hasScripts of [true, false]) {
  describe(`un paiement par mobile money, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { enter } = useJourney(hasScripts, { hasGateway: true })

    /** On the page of the gateway, one of its buttons: it then sends the browser back. */
    async function decide(page: Page, words: string): Promise<void> {
      await press(page, 'Payer chez FedaPay')
      await page.waitForSelector('h1:text("Paiement simulé")')
      await page.getByRole('button', { name: words, exact: true }).click()
      await page.waitForURL(/paiements\/essais/)
    }

    async function begin(page: Page): Promise<void> {
      await page.goto(address)
      await page.locator('main button', { hasText: 'par mobile money' }).click()
      await page.waitForSelector('text=Paiement en attente')
    }

    test('refusé, rien n’est pris, et l’usager recommence', async () => {
      const page = await enter('usager')
      await begin(page)
      await check(page)
      await decide(page, 'Refuser')
      await page.waitForSelector('text=Le paiement n’a pas abouti')
      await check(page)
      await press(page, 'Revenir à la demande')
      await page.waitForSelector('h2:text("Messages")')
      await leave(page)
    })

    test('payé sans avis, il se vérifie d’une pression, et la quittance est là', async () => {
      const page = await enter('usager')
      await begin(page)
      await decide(page, 'Payer, sans avis')
      await page.waitForSelector('text=Paiement en attente')
      await press(page, 'J’ai payé : vérifier')
      await page.waitForSelector('text=La quittance est dans votre demande')
      await check(page)
      await press(page, 'Revenir à la demande')
      await page.waitForSelector('text=Quittance QUI-')
      await check(page)
      assert.doesNotMatch(await read(page), /par mobile money/)
      const href = await page.locator('a[href$="quittance.pdf"]').getAttribute('href')
      const answer = await page.request.get(href ?? '')
      assert.equal(answer.headers()['content-type'], 'application/pdf')
      await leave(page)
    })

    test('la mairie compare avec l’opérateur', async () => {
      const page = await enter('se.glazoue')
      await page.goto('/espace/recettes')
      await check(page)
      await press(page, 'Les paiements par mobile money')
      await page.waitForSelector('text=Essais, le dernier d’abord')
      await check(page)
      const text = await read(page)
      assert.match(text, /Payé/)
      assert.match(text, /Sans suite/)
      await leave(page)
    })
  })
}
