import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { sendCampaigns } from '#modules/governance/campaigns/send-campaigns.ts'
import { writeUnsubscribePath } from '#platform/messages/unsubscribe-link.ts'
import { listMessages } from '../factories/messages.ts'
import { check, leave, press, pressAndConfirm, read, useJourney } from './journey.ts'

const title = 'Retrouver un courrier en une minute'

for (const hasScripts of [true, false]) {
  describe(`une campagne, de l’adoption qui la demande au désabonnement, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, enter, visit } = useJourney(hasScripts)
    let address = ''

    test('la commission voit où les communes s’arrêtent, et part de là', async () => {
      const page = await enter('commission')
      await page.goto('/espace/adoption')
      assert.match(await read(page), /Dans le pays[\s\S]*Informée/)
      await check(page)
      await press(page, 'Axi Ticket')
      await page.waitForURL('**/espace/adoption/axi-ticket')
      await check(page)
      await page.selectOption('[name=etape]', 'tried')
      await press(page, 'Afficher')
      await page.waitForURL(/etape=tried/)
      await check(page)
      await press(page, 'Préparer une campagne pour ces communes')
      await page.waitForSelector('[name=title]')
      assert.equal(await page.inputValue('[name=stage]'), 'tried')
      await leave(page)
    })

    test('elle écrit la campagne ; ce qui manque est dit, ce qui est écrit reste', async () => {
      const page = await enter('commission')
      await page.goto('/espace/campagnes')
      await check(page)
      await press(page, 'Préparer une campagne')
      await page.waitForSelector('[name=title]')
      await page.fill('[name=title]', title)
      await page.fill(
        '[name=body]',
        'Le courrier arrive, se classe et se retrouve.\n- Sans armoire\n- Sans perte',
      )
      await page.check('[name=channels][value=sms]')
      await check(page)
      await press(page, 'Enregistrer le brouillon')
      await page.waitForSelector('#field-sms-error')
      assert.equal(await page.inputValue('[name=title]'), title)
      await page.fill('[name=sms]', 'Un courrier qui se retrouve en une minute : voyez comment.')
      await press(page, 'Enregistrer le brouillon')
      await page.waitForSelector('text=Le brouillon est enregistré')
      address = new URL(page.url()).pathname
      const text = await read(page)
      assert.match(text, /Qui elle toucherait aujourd’hui/)
      assert.match(text, /Le SMS, tel qu’il part[\s\S]*1 partie/)
      await check(page)
      await press(page, 'L’envoyer à moi seul')
      await page.waitForSelector('text=Le message part vers vous')
      await press(page, 'Proposer au secrétariat')
      await page.waitForSelector('text=attend l’accord d’une autre personne')
      await leave(page)
    })

    test('le secrétariat l’approuve ; elle part à toutes, une fois', async () => {
      const page = await enter('ancb')
      await page.goto('/espace')
      assert.match(await read(page), /Campagne à approuver/)
      await page.goto(address)
      await pressAndConfirm(page, 'Approuver l’envoi')
      await page.waitForSelector('text=La campagne est approuvée')
      await sendCampaigns(app().platform, new Date())
      await page.goto(address)
      assert.match(await read(page), /En cours d’envoi[\s\S]*En route/)
      await check(page)
      await leave(page)
    })

    test('la commune ouvre le lien ; l’association sait laquelle, et de personne', async () => {
      const [message] = await listMessages(app().platform.db, 'se.glazoue@demo.example')
      assert.equal(message?.subject, title)
      const page = await visit()
      await page.goto(message?.link ?? '')
      assert.match(new URL(page.url()).pathname, /^\/campagnes\/CAM-/)
      assert.match(await read(page), /Sans armoire/)
      await check(page)
      await leave(page)
      const staff = await enter('ancb')
      await staff.goto(address)
      assert.match(
        await read(staff),
        /1\s*Communes qui ont ouvert le lien|Communes qui ont ouvert le lien\s*1/,
      )
      await leave(staff)
    })

    test('qui n’en veut plus le dit depuis le message, sans se connecter', async () => {
      const personId = demoId('person:se.glazoue@demo.example')
      const page = await visit()
      await page.goto(writeUnsubscribePath(app().platform.secret, { personId, topic: 'campaigns' }))
      await check(page)
      await press(page, 'Ne plus les recevoir')
      await page.waitForSelector('text=Vous ne recevrez plus')
      await check(page)
      await leave(page)
    })

    test('le secrétariat arrête l’envoi, avec son motif', async () => {
      const page = await enter('ancb')
      await page.goto(address)
      await press(page, 'Arrêter l’envoi')
      await page.waitForSelector('[name=reason]')
      await check(page)
      await page.fill('[name=reason]', 'La démonstration annoncée est reportée.')
      await press(page, 'Arrêter l’envoi')
      await page.waitForSelector('text=L’envoi est arrêté')
      assert.match(await read(page), /La démonstration annoncée est reportée/)
      await leave(page)
    })

    test('tout le monde lit combien de communes sont allées où, sans leurs noms', async () => {
      const page = await visit()
      await page.goto('/solutions/axi-ticket')
      assert.match(await read(page), /Jusqu’où les communes sont allées/)
      await check(page)
      await leave(page)
    })
  })
}
