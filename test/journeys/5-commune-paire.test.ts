import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  check,
  checkMessage,
  leave,
  press,
  pressAndConfirm,
  read,
  readFault,
  useJourney,
} from './journey.ts'

const question =
  'Combien de collecteurs pour un marché de trois cents places, et qui garde les téléphones le soir ?'
const answer = 'Six collecteurs. Les téléphones dorment dans le coffre de la régie.'
const thanks = 'Merci ! Pouvons-nous venir voir un jour de marché ?'

for (const hasScripts of [true, false]) {
  describe(`une commune demande à une autre, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    let address = ''
    const told = (account: string, beginning: string) =>
      checkMessage(journey.app(), `${account}@demo.example`, beginning)

    test('depuis la page d’une solution, elle choisit à qui demander', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto('/solutions/axi-ticket')
      await check(page)
      await press(page, 'Demander à une commune qui l’utilise')
      await page.fill('[name=question]', question)
      await press(page, 'Envoyer la question')
      assert.match(await readFault(page, 'communeId'), /Choisissez une commune/)
      assert.equal(await page.inputValue('[name=question]'), question)
      const offered = await page.locator('#field-communeId').innerText()
      assert.match(offered, /Bohicon[\s\S]*Dassa-Zoumè/)
      assert.doesNotMatch(offered, /Savalou|Glazoué/, 'ni annonce, ni soi-même')
      await check(page)
      await page.getByLabel('Bohicon').check()
      await press(page, 'Envoyer la question')
      await page.waitForSelector('text=Votre question est envoyée')
      address = new URL(page.url()).pathname
      const text = await read(page)
      assert.match(text, /Réponse attendue avant le .* Glazoué demande à Bohicon/)
      assert.ok(text.includes(question))
      await check(page)
      await leave(page)
      const { body, link } = await told('se.bohicon', 'Glazoué vous écrit au sujet de Axi Ticket')
      assert.equal(body, question)
      assert.equal(link, address)
    })

    test('l’autre commune répond, et les deux voient le même fil', async () => {
      const page = await journey.enter('se.bohicon')
      await press(page, 'Répondre à Glazoué au sujet de Axi Ticket')
      assert.ok((await read(page)).includes(question))
      await check(page)
      await press(page, 'Envoyer')
      assert.match(await readFault(page, 'body'), /Écrivez votre message/)
      await check(page)
      await page.fill('[name=body]', answer)
      await press(page, 'Envoyer')
      await page.waitForSelector('text=Message envoyé')
      await page.goto('/espace')
      assert.doesNotMatch(await read(page), /Répondre à Glazoué/)
      await leave(page)
      await told('rsi.glazoue', 'Bohicon vous écrit au sujet de Axi Ticket')

      const asking = await journey.enter('rsi.glazoue')
      await asking.goto('/espace/pairs')
      await check(asking)
      await asking.goto(address)
      assert.match(await read(asking), /Répondue/)
      await asking.fill('[name=body]', thanks)
      await press(asking, 'Envoyer')
      await asking.waitForSelector('text=Message envoyé')
      await check(asking)
      await leave(asking)

      for (const account of ['se.glazoue', 'rsi.bohicon']) {
        const reader = await journey.enter(account)
        await reader.goto(address)
        const thread = await reader.locator('ol.thread').innerText()
        const places = [question, answer, thanks].map((text) => thread.indexOf(text))
        assert.deepEqual(
          places,
          [...places].sort((a, b) => a - b),
        )
        assert.ok(!places.includes(-1), thread)
        await leave(reader)
      }
    })

    test('ni la startup, ni l’association, ni une autre commune ne le lisent', async () => {
      for (const account of ['startup.a', 'ancb', 'se.parakou', 'agent.glazoue']) {
        const page = await journey.enter(account)
        const status = (await page.goto(address))?.status() ?? 0
        assert.ok([403, 404].includes(status), `${account} : ${status}`)
        assert.ok(!(await read(page)).includes(answer))
        await check(page)
        await leave(page)
      }
    })

    test('l’échange clos reste lisible, et plus rien ne s’y écrit', async () => {
      const page = await journey.enter('se.glazoue')
      await page.goto(address)
      await pressAndConfirm(page, 'Clore l’échange')
      await page.waitForSelector('text=L’échange est clos')
      assert.ok((await read(page)).includes(answer))
      assert.equal(await page.locator('main [name=body]').count(), 0)
      await check(page)
      await leave(page)
    })

    test('qui ne peut pas répondre le dit, et l’autre demande ailleurs', async () => {
      const page = await journey.enter('se.bohicon')
      await page.goto('/solutions/axi-ticket/pairs')
      await page.getByLabel('Dassa-Zoumè').check()
      await page.fill('[name=question]', 'Avez-vous pu relier les reçus à votre comptabilité ?')
      await press(page, 'Envoyer la question')
      await page.waitForSelector('text=Votre question est envoyée')
      const asked = new URL(page.url()).pathname

      const other = await journey.enter('se.dassa')
      await press(other, 'Répondre à Bohicon au sujet de Axi Ticket')
      await press(other, 'Nous ne pouvons pas répondre')
      await press(other, 'Décliner')
      assert.match(await readFault(other, 'reason'), /Indiquez pourquoi/)
      await check(other)
      await other.fill(
        '[name=reason]',
        'Notre régisseur vient de changer : demandez dans six mois.',
      )
      await press(other, 'Décliner')
      await other.waitForSelector('text=La commune est prévenue')
      await leave(other)

      const { body } = await told('se.bohicon', 'Dassa-Zoumè ne peut pas répondre')
      assert.match(body, /Notre régisseur vient de changer/)
      await page.goto(asked)
      assert.match(await read(page), /Déclinée[\s\S]*Notre régisseur vient de changer/)
      await check(page)
      await press(page, 'Demander à une autre commune')
      await page.waitForURL('**/solutions/axi-ticket/pairs')
      await leave(page)
    })
  })
}
