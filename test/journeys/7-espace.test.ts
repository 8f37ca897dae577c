import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '#demo/ids.ts'
import { listMessages, readCode } from '../factories/messages.ts'
import { check, leave, press, read, useJourney } from './journey.ts'

/** What the demonstration world leaves to each, in the order in which it is shown. */
const waiting: Readonly<Record<string, RegExp>> = {
  'se.glazoue':
    /Démonstration de Axi Ticket par Akwaba[\s\S]*Confirmer ou contester une utilisation : Mairie Connectée[\s\S]*Donner un avis : Parc à Jour/,
  'rsi.glazoue': /Terminer le besoin : Savoir ce que la commune possède/,
  'agent.glazoue': /Terminer le besoin : Savoir ce que la commune possède/,
  'se.houeyogbe': /Répondre à Glazoué au sujet de Conseil Ouvert/,
  'startup.a':
    /Préparer la démonstration de Axi Ticket pour Glazoué[\s\S]*Répondre à Glazoué au sujet de Axi Places[\s\S]*Corriger la solution : Gare Claire[\s\S]*Répondre à un avis/,
  'startup.b': /Label startup valable jusqu’au/,
  'startup.c': /Terminer la solution/,
  'startup.e': /Label startup expiré depuis le/,
  ancb: /2 dossiers à vérifier\s+Le plus ancien attend depuis le/,
  usager: /Rien ne vous attend[\s\S]*Vous agissez en votre nom/,
}

for (const hasScripts of [true, false]) {
  describe(`l’espace de chacun et ses messages, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    const phone = '+2290196334455'

    const count = async (recipient: string, subject: RegExp) =>
      (await listMessages(journey.app().platform.db, recipient)).filter((message) =>
        subject.test(message.subject),
      ).length

    const looked = new Set<string>()

    /** Every link answers; of those that lead to pages of one kind, the first is looked at. */
    async function openEach(page: Page): Promise<void> {
      const links = await page.locator('main a').all()
      const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
      for (const address of new Set(addresses.map(String))) {
        const kind = address.replace(/[0-9a-f-]{36}|[A-Z]{3}-\d{4}-\d+/g, '')
        const isNew = hasScripts && !looked.has(kind)
        looked.add(kind)
        const answer = await (isNew ? page.goto(address) : page.request.get(address))
        assert.equal(answer?.status(), 200, address)
        if (isNew) await check(page)
      }
    }

    for (const [account, expected] of Object.entries(waiting))
      test(`${account} lit ce qui l’attend, et chaque ligne mène quelque part`, async () => {
        const page = await journey.enter(account)
        await page.goto('/espace')
        assert.match(await read(page), expected)
        await check(page)
        await openEach(page)
        await leave(page)
      })

    test('le RSI change de téléphone, et choisit par où chaque message lui vient', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto('/espace')
      await press(page, 'Mes notifications')
      await page.waitForURL('**/espace/notifications')
      await page.goto('/espace/compte')
      await page.locator('main a', { hasText: /01\s40\s00\s01\s03/ }).click()
      await page.fill('[name=identifiant]', '01 96 33 44 55')
      await page.fill('[name=actuel]', 'cauri-demo')
      await check(page)
      await press(page, 'Recevoir un code')
      await page.waitForURL('**/contact/code')
      await check(page)
      await page.fill('[name=code]', await readCode(journey.app().platform.db, phone))
      await press(page, 'Confirmer')
      await page.waitForSelector('text=C’est confirmé')

      await page.goto('/espace/notifications')
      await page.check('[name=contacts][value=sms]')
      await page.uncheck('[name=contacts][value=email]')
      await page.uncheck('[name=peers][value=email]')
      await check(page)
      await press(page, 'Enregistrer mes choix')
      await page.waitForSelector('text=Vos choix sont enregistrés')
      assert.ok(await page.isChecked('[name=contacts][value=sms]'))
      assert.ok(!(await page.isChecked('[name=contacts][value=email]')))
      assert.ok(!(await page.isChecked('[name=peers][value=sms]')))
      assert.ok(await page.isChecked('[name=needs][value=email]'))
      await leave(page)
    })

    test('une réponse prévient chacun par le moyen choisi', async () => {
      const page = await journey.enter('startup.a')
      await press(page, 'Répondre à Glazoué au sujet de Axi Places')
      await press(page, 'Accepter')
      await page.fill('[name=message]', 'Volontiers : disons le premier jour de marché du mois.')
      await press(page, 'Accepter')
      await page.waitForSelector('text=Votre réponse est envoyée')
      await leave(page)

      const accepted = /accepte votre mise en relation/
      assert.equal(await count(phone, accepted), 1)
      assert.equal(await count('rsi.glazoue@demo.example', accepted), 0)
      assert.equal(await count('se.glazoue@demo.example', accepted), 1)
    })

    test('qui n’en veut pas n’en reçoit pas, et les autres oui', async () => {
      const page = await journey.enter('se.bohicon')
      await page.goto(`/espace/pairs/${demoId('peer:1')}`)
      await page.fill('[name=body]', 'Une radio de plus émet désormais en idaasha.')
      await press(page, 'Envoyer')
      await page.waitForSelector('text=Message envoyé')
      await leave(page)
      const written = /Bohicon vous écrit/
      assert.equal(await count(phone, written), 0)
      assert.equal(await count('rsi.glazoue@demo.example', written), 0)
      assert.equal(await count('se.glazoue@demo.example', written), 1)
    })

    test('le courrier sortant montre ce qui partirait, par e-mail et par SMS', async () => {
      const page = await journey.visit()
      await page.goto('/')
      await page.click('footer >> text=Courrier sortant')
      await check(page)
      await page.fill('[name=q]', '01 96 33 44 55')
      await page.press('[name=q]', 'Enter')
      await page.waitForURL('**q=01**')
      const text = await read(page)
      assert.match(text, /SMS, \+2290196334455/)
      assert.match(text, /accepte votre mise en relation .*http:\/\/\S+\/espace\/contacts\/\S+/)
      assert.doesNotMatch(text, /@demo\.example/)
      await check(page)
      await page.fill('[name=q]', 'se.glazoue')
      await page.press('[name=q]', 'Enter')
      await page.waitForURL('**q=se.glazoue**')
      assert.match(await read(page), /E-mail, se\.glazoue@demo\.example[\s\S]*Bohicon vous écrit/)
      await leave(page)
    })

    test('qui choisit l’anglais lit son espace et ses messages en anglais', async () => {
      const page = await journey.enter('se.glazoue')
      await page.goto('/espace/compte')
      await page.selectOption('[name=langue]', 'en')
      await press(page, 'Enregistrer')
      await page.waitForSelector('html[lang=en]')
      await page.goto('/espace')
      assert.match(await read(page), /Confirm or contest a use: Mairie Connectée/)
      await check(page)
      await leave(page)
      const peer = await journey.enter('se.bohicon')
      await peer.goto(`/espace/pairs/${demoId('peer:1')}`)
      await peer.fill('[name=body]', 'Le nouvel émetteur couvre tout l’arrondissement.')
      await press(peer, 'Envoyer')
      await peer.waitForSelector('text=Message envoyé')
      await leave(peer)
      assert.equal(await count('se.glazoue@demo.example', /Bohicon writes to you about/), 1)
    })

    test('aucun message n’est parti deux fois', async () => {
      const messages = await journey
        .app()
        .platform.db.selectFrom('platform.message')
        .select(['channel', 'recipient', 'subject', 'body', 'link'])
        .execute()
      const different = new Set(messages.map((message) => JSON.stringify(message)))
      assert.equal(different.size, messages.length)
      assert.ok(messages.length > 0)
    })
  })
}
