import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '#demo/ids.ts'
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

const draft = `/espace/besoins/${demoId('need:glazoue:Savoir ce que la commune possède')}`
const contact = `/espace/contacts/${demoId('contact:1')}`
const mark = /Ablawa Démo \(ANCB\), pour le compte de la commune de Glazoué/
const banner = /Vous agissez pour le compte de la commune de Glazoué jusqu’à \d\d:\d\d/

async function startAssisting(page: Page, commune: string): Promise<void> {
  await page.goto('/espace/assistance')
  await press(page, commune)
  await page.fill('[name=motif]', 'La commune a appelé : personne pour écrire son besoin.')
  await press(page, 'Commencer l’assistance')
  await page.waitForSelector('text=L’assistance commence')
}

/** Signing out ends it: the next test finds nothing under way. */
async function leaveAndStop(page: Page): Promise<void> {
  await page.locator('header button').click()
  await page.waitForSelector('text=Vous êtes déconnecté')
  await leave(page)
}

const readBanner = async (page: Page) =>
  (await page.innerText('.assisting')).replaceAll('\u00a0', ' ')

for (const hasScripts of [true, false]) {
  describe(`l’ANCB assiste une commune, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)

    test('le secrétariat dit pourquoi, et agit pour le compte de Glazoué', async () => {
      const page = await journey.enter('ancb')
      await press(page, 'Assister une commune')
      await check(page)
      await press(page, 'Glazoué')
      await press(page, 'Commencer l’assistance')
      assert.match(await readFault(page, 'motif'), /pourquoi la commune vous a appelé/)
      await check(page)
      await startAssisting(page, 'Glazoué')
      assert.match(await readBanner(page), banner)
      await check(page)
      for (const path of ['/', '/besoins', '/espace/compte', draft]) {
        await page.goto(path)
        assert.match(await readBanner(page), banner, path)
      }
      const message = await checkMessage(journey.app(), 'agent.glazoue@demo.example', 'L’ANCB')
      assert.match(message.body, /Motif : La commune a appelé/)
      await leaveAndStop(page)
    })

    test('il rédige et soumet un besoin, que la direction seule publie', async () => {
      const page = await journey.enter('ancb')
      await startAssisting(page, 'Glazoué')
      await page.goto(`${draft}/etapes/problem`)
      await page.fill(
        '[name=problem]',
        'Le matériel et les véhicules de la mairie ne sont inscrits nulle part de façon complète et à jour.',
      )
      await page.fill('[name=currentSituation]', 'Un cahier par service, jamais rapproché.')
      await press(page, 'Enregistrer et continuer')
      await page.waitForURL('**/etapes/people')
      await page.fill('[name=beneficiaries]', 'Les services de la mairie')
      await page.fill('[name=expectedOutcome]', 'Chaque bien a sa fiche et son responsable.')
      await press(page, 'Enregistrer et continuer')
      await page.waitForURL('**/etapes/scope')
      await press(page, 'Enregistrer et continuer')
      await page.waitForURL('**/etapes/constraints')
      await press(page, 'Enregistrer et continuer')
      await page.waitForURL('**/etapes/means')
      await page.fill('[name=budgetMax]', '3 000 000')
      await press(page, 'Enregistrer et continuer')
      await page.waitForURL(`**${draft}`)
      await press(page, 'Soumettre à l’approbation')
      await page.waitForSelector('text=La direction de la commune est prévenue')
      assert.match(await read(page), mark)
      assert.doesNotMatch(await read(page), /Approuver et publier/)
      await check(page)
      const message = await checkMessage(journey.app(), 'se.glazoue@demo.example', 'Besoin à')
      assert.match(message.body, mark)
      await leaveAndStop(page)
    })

    test('il répond à la startup, qui voit la marque ; le reste lui est fermé', async () => {
      const page = await journey.enter('ancb')
      await startAssisting(page, 'Glazoué')
      await page.goto(contact)
      await page.fill('[name=body]', 'La mairie vous attend à l’heure dite.')
      await press(page, 'Envoyer le message')
      await page.waitForSelector('text=Message envoyé')
      await check(page)
      await page.goto('/espace/pairs')
      assert.match(await read(page), /n’est pas ouverte pendant une assistance/)
      await check(page)
      await leaveAndStop(page)
      const startup = await journey.enter('startup.a')
      await startup.goto(contact)
      assert.match(await read(startup), mark)
      const message = await checkMessage(journey.app(), 'startup.a@demo.example', 'Nouveau')
      assert.match(message.subject, mark)
      await leave(startup)
    })

    test('la direction y met fin ; ce que le secrétariat écrivait n’est pas perdu', async () => {
      const page = await journey.enter('ancb')
      await startAssisting(page, 'Glazoué')
      await page.goto('/espace/besoins')
      await press(page, 'Exprimer un besoin')
      await page.waitForURL('**/etapes/problem')

      const executive = await journey.enter('se.glazoue')
      assert.match(await read(executive), /L’ANCB assiste la commune en ce moment/)
      await executive.goto('/espace/assistances')
      await check(executive)
      await press(executive, 'Y mettre fin')
      await executive.waitForSelector('text=L’assistance est terminée')
      assert.doesNotMatch(await read(executive), /En cours/)

      await page.fill('[name=title]', 'Tenir le registre des réunions')
      await press(page, 'Enregistrer et continuer')
      await page.waitForSelector('text=gardé un jour')
      await check(page)
      const kept = await page.locator('main a[href*="reprise="]').getAttribute('href')
      assert.equal(await page.locator('.assisting').count(), 0)
      await startAssisting(page, 'Glazoué')
      await page.goto(kept ?? '')
      assert.equal(await page.inputValue('[name=title]'), 'Tenir le registre des réunions')
      await page.locator('.assisting button').click()
      await page.waitForSelector('text=L’assistance est terminée')
      assert.equal(await page.locator('.assisting').count(), 0)
      await check(page)
      await leave(page)
      await leave(executive)
    })

    test('la commune peut refuser d’être assistée, et revenir sur ce choix', async () => {
      const executive = await journey.enter('se.bohicon')
      await executive.goto('/espace/assistances')
      await pressAndConfirm(executive, 'Ne plus l’accepter')
      await executive.waitForSelector('text=personne de l’ANCB n’agira')
      await check(executive)
      const page = await journey.enter('ancb')
      await page.goto('/espace/assistance?q=bohicon')
      assert.match(await read(page), /Refusée par la commune/)
      assert.equal(await page.locator('main td a').count(), 0)
      await check(page)
      await pressAndConfirm(executive, 'L’accepter de nouveau')
      await startAssisting(page, 'Bohicon')
      await leaveAndStop(page)
      await executive.goto('/espace/assistances')
      assert.match(await read(executive), /Arrêtée\s+par Ablawa Démo/)
      await leave(executive)
    })
  })
}
