import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeCall, glazoueMarket } from '../factories/calls.ts'
import { prepareCall, publishCall } from './call-steps.ts'
import { check, leave, press, read, readFault, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`un appel auquel personne ne répond, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    let file = ''
    let address = ''

    async function on(account: string, act: (page: Page) => Promise<unknown>): Promise<void> {
      const page = await journey.enter(account)
      await act(page)
      await leave(page)
    }

    test('l’appel est publié, et la date limite passe sans proposition', async () => {
      await on('rsi.glazoue', async (page) => {
        file = await prepareCall(page, glazoueMarket, 'call')
      })
      await on('se.glazoue', async (page) => {
        address = await publishCall(page, file)
      })
      await closeCall(journey.app().platform.db, file.split('/').at(-1) ?? '')
    })

    test('avant de renoncer, la commune demande pourquoi ; une startup répond sans être nommée', async () => {
      await on('se.glazoue', async (page) => {
        await page.goto(file)
        await press(page, 'Personne n’a répondu : que faire ?')
        await check(page)
        await press(page, 'Demander pourquoi aux startups')
        await check(page)
      })
      await on('startup.a', async (page) => {
        await page.goto(`${address}/pourquoi`)
        await check(page)
        await page.locator('main [name=cause]').first().check()
        await page.fill('[name=comment]', 'Quarante jours ne suffisent pas pour neuf marchés.')
        await press(page, 'Envoyer')
        await page.waitForSelector('text=La commune lira la raison, pas votre nom')
      })
      await on('se.glazoue', async (page) => {
        await page.goto(`${file}/sans-reponse`)
        const text = await read(page)
        assert.match(text, /Quarante jours ne suffisent pas/)
        assert.doesNotMatch(text, /Akwaba/)
        await check(page)
      })
    })

    test('l’appel est reformulé : infructueux en public, un nouveau brouillon en reprend le texte', async () => {
      await on('se.glazoue', async (page) => {
        await page.goto(`${file}/sans-reponse`)
        await press(page, 'Reformuler')
        await page.fill('[name=reason]', 'court')
        await page.locator('main form button').last().click()
        assert.match(await readFault(page, 'reason'), /20 caractères/)
        await check(page)
        await page.fill('[name=reason]', 'Le délai était trop court pour neuf marchés à équiper.')
        await page.locator('main form button').last().click()
        await page.waitForSelector('text=Le brouillon du nouvel appel est ci-dessous')
        await check(page)
      })
      const page = await journey.visit()
      await page.goto(address)
      assert.match(await read(page), /[Ii]nfructueux[\s\S]*Le délai était trop court/)
      await check(page)
      await page.goto(address.replace('/appels/', '/registre/'))
      assert.match(await read(page), /Appel infructueux/)
      await leave(page)
    })
  })
}
