import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '#demo/ids.ts'
import { endSessions } from '../factories/sessions.ts'
import { pdf } from './files.ts'
import { check, leave, press, read, useJourney } from './journey.ts'

const need = `/espace/besoins/${demoId('need:glazoue:Savoir ce que la commune possède')}`
const published = `/espace/besoins/${demoId('need:glazoue:Encaisser les droits de place sans perdre de recettes')}`
const startupDraft = `/espace/solutions/${demoId('solution:mini-site')}`
const contact = `/espace/contacts/${demoId('contact:1')}`

for (const hasScripts of [true, false]) {
  describe(`la session prend fin pendant qu’on écrit, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)

    /** Presses, is asked to sign in again, and is back on the form. */
    async function sendTooLate(page: Page, account: string, button: string): Promise<void> {
      await endSessions(journey.app().platform.db, account)
      await press(page, button)
      await page.waitForURL('**/connexion?suite=*')
      assert.match(await read(page), /ce que vous aviez écrit vous attend/)
      await page.fill('[name=identifiant]', `${account}@demo.example`)
      await page.fill('[name=motDePasse]', 'cauri-demo')
      await press(page, 'Se connecter')
      await page.waitForURL('**reprise=*')
    }

    test('un besoin attend, rempli', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto(`${need}/etapes/scope`)
      await page.check('[name=domains][value=waste]')
      await sendTooLate(page, 'rsi.glazoue', 'Enregistrer et continuer')
      assert.equal(await page.isChecked('[name=domains][value=waste]'), true)
      await check(page)
      await press(page, 'Enregistrer et continuer')
      await page.waitForURL('**/etapes/constraints')
      await page.goto(`${need}/etapes/scope`)
      assert.equal(await page.isChecked('[name=domains][value=waste]'), true)
      await leave(page)
    })

    test('une section de solution attend, remplie', async () => {
      const page = await journey.enter('startup.c')
      await page.goto(`${startupDraft}/modifier/presentation`)
      await page.fill('[name=problem]', 'Les communes n’ont pas de page à elles.')
      await sendTooLate(page, 'startup.c', 'Enregistrer')
      assert.equal(
        await page.inputValue('[name=problem]'),
        'Les communes n’ont pas de page à elles.',
      )
      await press(page, 'Enregistrer')
      await page.waitForURL('**/modifier/fonctions')
      await leave(page)
    })

    test('un document attend, et n’est pas à choisir de nouveau', async () => {
      const page = await journey.enter('startup.c')
      await page.goto(`${startupDraft}/fichiers/document`)
      await page.setInputFiles('[name=file]', pdf('guide de l’agent.pdf'))
      await page.fill('[name=caption]', 'Guide de l’agent')
      await sendTooLate(page, 'startup.c', 'Ajouter')
      assert.match(await read(page), /Fichier déjà reçu : guide de l’agent.pdf/)
      assert.equal(await page.inputValue('[name=caption]'), 'Guide de l’agent')
      await check(page)
      await press(page, 'Ajouter')
      await page.waitForSelector('text=Le fichier est ajouté')
      assert.match(await read(page), /Guide de l’agent/)
      await leave(page)
    })

    test('une demande à plusieurs startups attend, avec les solutions choisies', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto(`${published}/solutions`)
      await page.locator('ol.ranking input[name=solutions]').nth(2).check()
      await press(page, 'Contacter les startups choisies')
      await page.waitForURL('**/contacter**')
      const message = 'Montrez-nous un encaissement sans réseau, du reçu à la clôture du soir.'
      await page.fill('[name=message]', message)
      await sendTooLate(page, 'rsi.glazoue', 'Envoyer')
      assert.equal(await page.inputValue('[name=message]'), message)
      assert.equal(await page.locator('[name=solutions]:checked').count(), 1)
      await check(page)
      await press(page, 'Envoyer')
      await page.waitForSelector('text=La startup est prévenue')
      await leave(page)
    })

    test('un message attend, rempli', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto(contact)
      const message = 'Venez plutôt à neuf heures : « le marché » commence tôt <b>ici</b>.'
      await page.fill('[name=body]', message)
      await sendTooLate(page, 'rsi.glazoue', 'Envoyer le message')
      assert.equal(await page.inputValue('[name=body]'), message)
      await check(page)
      await press(page, 'Envoyer le message')
      await page.waitForSelector('text=Message envoyé')
      assert.ok((await read(page)).includes(message))
      await leave(page)
    })
  })
}

describe('ce qui est enregistré pendant qu’on écrit', () => {
  const journey = useJourney(true)

  test('une réponse à corriger n’empêche pas de garder les autres, et n’est pas perdue', async () => {
    const page = await journey.enter('rsi.glazoue')
    await page.goto(`${need}/etapes/problem`)
    const tooLong = 'Savoir '.repeat(30).trim()
    await page.fill('[name=title]', tooLong)
    await page.fill('[name=currentSituation]', 'Un cahier tenu par la régie.')
    const said = page.locator('.saved')
    await said.filter({ hasText: 'sauf une réponse à corriger' }).waitFor()
    assert.match(await said.innerText(), /^Enregistré à \d\d:\d\d, sauf .* Limitez ce texte/)

    const questions: string[] = []
    page.on('dialog', (dialog) => {
      questions.push(dialog.type())
      void dialog.dismiss()
    })
    await page.click('main >> text=Voir le dossier')
    await page.waitForTimeout(300)
    assert.deepEqual(questions, ['beforeunload'])
    assert.equal(await page.inputValue('[name=title]'), tooLong)
    await check(page)

    await page.fill('[name=title]', 'Savoir ce que possède la commune')
    await said.filter({ hasText: /^Enregistré à \d\d:\d\d$/ }).waitFor()
    await page.click('main >> text=Voir le dossier')
    await page.waitForURL(`**${need}`)
    assert.match(await read(page), /Un cahier tenu par la régie/)
    assert.equal(questions.length, 1)
    await leave(page)
  })
})
