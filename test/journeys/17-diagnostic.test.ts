import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axes, axisSlugs } from '../../src/modules/planning/axes.ts'
import { check, checkMessage, leave, press, read, readFault, useJourney } from './journey.ts'
import { answerPage } from './planning-steps.ts'

for (const hasScripts of [true, false]) {
  describe(`un diagnostic, de la première question au rapport, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, enter, visit } = useJourney(hasScripts)
    let address = ''

    const open = async (account: string, path = ''): Promise<Page> => {
      const page = await enter(account)
      await page.goto(`${address}${path}`)
      return page
    }

    test('le RSI commence : huit axes, rien de répondu', async () => {
      const page = await enter('rsi.houeyogbe')
      await page.goto('/espace')
      await press(page, 'Diagnostic numérique')
      await check(page)
      await press(page, 'Commencer le diagnostic')
      await page.waitForURL(/diagnostic\/[0-9a-f-]{36}$/)
      address = new URL(page.url()).pathname
      assert.match(await read(page), /0 sur 61/)
      await check(page)
      await leave(page)
    })

    test('un nombre impossible revient avec le reste, gardé', async () => {
      const page = await open('rsi.houeyogbe', '/axes/connexion')
      await page.check('[name=a-con-townhall][value="3"]')
      await page.fill('[name=a-con-posts]', 'beaucoup')
      await press(page, 'Enregistrer et continuer')
      assert.match(await readFault(page, 'a-con-posts'), /nombre entier entre 0 et 20/)
      assert.equal(await page.isChecked('[name=a-con-townhall][value="3"]'), true)
      await check(page)
      await page.fill('[name=a-con-posts]', '4')
      await press(page, 'Enregistrer et continuer')
      await page.waitForURL('**/axes/applications')
      await leave(page)
    })

    test('il répond axe par axe, et laisse un « ne sait pas »', async () => {
      const page = await open('rsi.houeyogbe', '/axes/gouvernance')
      await page.check('[name=a-gov-plan][value=unknown]')
      for (const [index, axis] of axes.entries()) {
        await page.waitForURL(`**/axes/${axisSlugs[axis]}`)
        await answerPage(page, index % 3)
        if (index === 0) await check(page)
        await press(page, 'Enregistrer et continuer')
      }
      await page.waitForURL('**/services-en-ligne')
      await page.check('[value=content-01]')
      await page.check('[value=technology-03]')
      await check(page)
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=2 indicateurs remplis sur 86')
      assert.match(await read(page), /61 sur 61/)
      await leave(page)
    })

    test('il soumet en voyant ce que personne ne sait ; la direction est prévenue', async () => {
      const page = await open('rsi.houeyogbe')
      await press(page, 'Soumettre à la direction')
      assert.match(await read(page), /Gouvernance et stratégie : Schéma directeur/)
      await check(page)
      await press(page, 'Soumettre à la direction')
      await page.waitForSelector('text=Le diagnostic est soumis')
      await checkMessage(app(), 'se.houeyogbe@demo.example', 'Diagnostic numérique à confirmer')
      await leave(page)
    })

    test('la direction le renvoie avec son motif, que l’équipe lit', async () => {
      const page = await enter('se.houeyogbe')
      await page.goto('/espace')
      await press(page, 'Lire et confirmer le diagnostic numérique')
      await press(page, 'Renvoyer à l’équipe')
      await page.fill(
        '[name=reason]',
        'Un projet de schéma directeur existe : voyez le dossier vert.',
      )
      await check(page)
      await press(page, 'Renvoyer à l’équipe')
      await page.waitForSelector('text=Le diagnostic est renvoyé')
      await leave(page)
    })

    test('le RSI corrige et soumet de nouveau', async () => {
      const page = await open('rsi.houeyogbe')
      assert.match(await read(page), /voyez le dossier vert/)
      await check(page)
      await page.goto(`${address}/axes/gouvernance`)
      await page.check('[name=a-gov-plan][value="3"]')
      await page.locator('details.more summary').first().click()
      await page.fill('[name=c-gov-plan]', 'Projet rédigé avec l’ANCB, pas encore au conseil.')
      await press(page, 'Enregistrer et continuer')
      await page.waitForURL('**/axes/connexion')
      await page.goto(`${address}/soumettre`)
      await press(page, 'Soumettre à la direction')
      await page.waitForSelector('text=Le diagnostic est soumis')
      await leave(page)
    })

    test('la direction lit le résultat et confirme ; le rapport est prêt', async () => {
      const page = await open('se.houeyogbe', '/confirmer')
      assert.match(await read(page), /Maturité d’ensemble/)
      await check(page)
      await press(page, 'Confirmer le diagnostic')
      await page.waitForURL('**/resultat')
      await page.waitForSelector('text=Le diagnostic est confirmé')
      assert.match(await read(page), /la médiane des \d+ communes de sa catégorie/)
      await check(page)
      await checkMessage(app(), 'rsi.houeyogbe@demo.example', 'Diagnostic numérique confirmé')
      for (const file of ['rapport.pdf', 'rapport.docx', 'reponses.xlsx']) {
        const reply = await page.request.get(`${address}/${file}`)
        assert.equal(reply.status(), 200, file)
      }
      await leave(page)
    })

    test('tout le monde lit les niveaux, personne les commentaires', async () => {
      const page = await visit()
      await page.goto('/communes/houeyogbe')
      await page.click('text=axe par axe')
      await page.waitForURL('**/communes/houeyogbe/diagnostic')
      const text = await read(page)
      assert.match(text, /Gouvernance et stratégie/)
      assert.doesNotMatch(text, /Projet rédigé/)
      await check(page)
      await leave(page)
    })
  })
}
