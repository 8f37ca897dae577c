/** An inhabitant tells of a broken tap, a neighbour says « me too », the town hall mends it, and hears when it is not mended. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { check, leave, press, read, readFault, useJourney } from './journey.ts'

const place = { latitude: 7.90321, longitude: 2.30321 }

for (const hasScripts of [true, false]) {
  describe(`un signalement, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { enter, visit } = useJourney(hasScripts)
    let code = ''
    let reference = ''

    test('une mairie choisit ce qu’elle reçoit', async () => {
      const page = await enter('se.bohicon')
      await page.goto('/espace/signalements')
      await check(page)
      await press(page, 'Ce que la commune reçoit')
      await check(page)
      await page.check('#recue-water')
      await page.fill('[name="service.water"]', 'Eau et assainissement')
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=Ce que la commune reçoit est enregistré')
      await leave(page)
      const anybody = await visit()
      await anybody.goto('/communes/bohicon')
      await press(anybody, 'Signaler un problème')
      assert.equal(await anybody.locator('[name=category] option').count(), 2)
      await leave(anybody)
    })

    test('un habitant signale sans compte ; ce qui manque est dit, rien n’est perdu', async () => {
      const page = await visit()
      await page.goto('/signalements')
      await check(page)
      await page.locator('main a[href="/communes/glazoue/signaler"]').click()
      await check(page)
      await page.fill(
        '[name=description]',
        'La borne du carrefour est cassée. Mon numéro : 97 12 34 56.',
      )
      await press(page, 'Envoyer mon signalement')
      assert.match(await readFault(page, 'category'), /Choisissez le problème/)
      await check(page)
      assert.match(await page.inputValue('[name=description]'), /La borne du carrefour/)
      await fillPlace(page, hasScripts)
      await page.fill('[name=phone]', '01 97 00 00 91')
      await press(page, 'Envoyer mon signalement')
      await page.waitForSelector('text=Gardez le code de suivi')
      await check(page)
      code = /[2-9A-Y]{5}-[2-9A-Y]{5}/.exec(await read(page))?.[0] ?? ''
      reference = /SIG-\d{4}-\d{4}/.exec(await read(page))?.[0] ?? ''
      assert.ok(code && reference)
      const receipt = await page.request.get(`/signalements/suivi/${code}/recepisse.pdf`)
      assert.equal(receipt.headers()['content-type'], 'application/pdf')
      await press(page, 'Ce que tout le monde voit')
      await page.waitForSelector('text=la mairie le relit d’abord')
      await check(page)
      await leave(page)
    })

    test('le voisin voit que c’est déjà signalé, et dit « moi aussi » une fois', async () => {
      const page = await visit()
      await page.goto('/communes/glazoue/signaler')
      await page.fill('[name=description]', 'Plus d’eau à la borne depuis ce matin.')
      await fillPlace(page, hasScripts)
      await press(page, 'Envoyer mon signalement')
      await page.waitForSelector('text=Est-ce l’un de ceux-ci')
      await check(page)
      await press(page, `Voir ${reference}`)
      await press(page, 'Moi aussi')
      await page.waitForSelector('text=C’est compté')
      await check(page)
      await press(page, 'Moi aussi')
      await page.waitForSelector('text=Vous l’aviez déjà dit')
      await leave(page)
    })

    const open = async (account: string) => {
      const page = await enter(account)
      await page.goto('/espace/signalements?categorie=water')
      await page.locator('tr', { hasText: reference }).locator('a').first().click()
      await page.waitForSelector('text=Réponses et notes')
      return page
    }

    test('l’agent le prend, publie son texte sans le numéro, répond, dit que c’est réglé', async () => {
      const page = await enter('agent.glazoue')
      await page.goto('/espace')
      assert.match(await read(page), /signalements? à prendre en charge/)
      await page.goto('/espace/signalements?relire=1')
      await check(page)
      await leave(page)
      const agent = await open('agent.glazoue')
      await check(agent)
      await press(agent, 'Prendre en charge')
      await agent.waitForSelector('text=Vous avez le signalement en charge')
      await press(agent, 'Ce que tout le monde voit')
      await check(agent)
      assert.match(await read(agent), /\[numéro masqué\]/)
      await agent.check('[name=visibility][value=hidden]')
      await press(agent, 'Enregistrer')
      assert.match(await readFault(agent, 'reason'), /Dites pourquoi/)
      await agent.check('[name=visibility][value=shown]')
      await press(agent, 'Enregistrer')
      await agent.waitForSelector('text=Ce que tout le monde voit est enregistré')
      await agent.fill('[name=body]', 'L’équipe passe mardi.')
      await press(agent, 'Enregistrer')
      await agent.waitForSelector('text=La réponse est publiée')
      await press(agent, 'Confier')
      await check(agent)
      await agent.selectOption('[name=department]', { label: 'Environnement' })
      await press(agent, 'Confier')
      await agent.waitForSelector('text=Le signalement est confié')
      await press(agent, 'Dire que c’est réglé')
      await check(agent)
      await agent.fill('[name=reason]', 'La pompe de la borne est remplacée.')
      await press(agent, 'Dire que c’est réglé')
      await agent.waitForSelector('text=Qui l’a fait est prévenu')
      await check(agent)
      await leave(agent)
    })

    test('tout le monde le lit, sans savoir qui l’a fait ni exactement où', async () => {
      const page = await visit()
      await page.goto('/communes/glazoue/signalements?categorie=water')
      await check(page)
      await page.locator(`main a[href="/signalements/${reference}"]`).last().click()
      await page.waitForSelector('text=La pompe de la borne est remplacée')
      await check(page)
      const shown = await page.content()
      assert.match(shown, /\[numéro masqué\]/)
      for (const mark of ['97 12 34 56', '97 00 00 91', '7.90321', '7,90321'])
        assert.ok(!shown.includes(mark), mark)
      await page.goto('/signalements/chiffres?commune=glazoue')
      await check(page)
      await leave(page)
    })

    test('qui l’a fait dit que ce n’est pas réglé ; la mairie le rouvre, et le regroupe', async () => {
      const page = await visit()
      await page.goto('/suivi')
      await check(page)
      await page.fill('[name=code]', 'AAAAA-AAAAA')
      await press(page, 'Suivre')
      assert.match(await readFault(page, 'code'), /aucun signalement/)
      await page.fill('[name=code]', code.toLowerCase())
      await press(page, 'Suivre')
      await page.waitForSelector('text=Ce qui s’est passé')
      await press(page, 'Ce n’est pas réglé')
      await check(page)
      await page.fill('[name=reason]', 'La borne coule une heure puis s’arrête.')
      await press(page, 'Ce n’est pas réglé')
      await page.waitForSelector('text=Le signalement est rouvert')
      await check(page)
      await leave(page)
      const agent = await open('se.glazoue')
      assert.match(await read(agent), /coule une heure/)
      await press(agent, 'Regrouper avec un autre')
      await check(agent)
      await agent.fill('[name=reference]', reference)
      await press(agent, 'Regrouper')
      await agent.waitForSelector('text=qui n’est pas lui-même regroupé')
      await press(agent, 'Annuler')
      await press(agent, 'Rejeter')
      await check(agent)
      await agent.fill('[name=reason]', 'Cette borne dépend de l’exploitant du réseau.')
      await press(agent, 'Rejeter le signalement')
      await agent.waitForSelector('text=Le signalement est rejeté')
      await leave(agent)
    })
  })
}

async function fillPlace(page: Page, hasScripts: boolean): Promise<void> {
  await page.selectOption('[name=category]', 'water')
  await page.selectOption('[name=arrondissement]', 'Glazoué')
  await page.fill('[name=quartier]', 'Quartier du Carrefour')
  await page.fill('[name=landmark]', 'Devant le moulin Spécimen')
  if (!hasScripts) {
    await page.fill('[name="position.latitude"]', '7,90321')
    await page.fill('[name="position.longitude"]', '2,30321')
    return
  }
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation(place)
  await press(page, 'Utiliser ma position')
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name="position.latitude"]')?.value !== '',
  )
}
