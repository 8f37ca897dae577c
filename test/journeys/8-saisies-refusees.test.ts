import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '#demo/ids.ts'
import { disguised, pdf, tooLarge } from './files.ts'
import { check, leave, press, read, readFault, useJourney } from './journey.ts'

const contact = `/espace/contacts/${demoId('contact:1')}`
const hostileName = '..\\..\\"><img src=x onerror=alert(1)>\u202efdp.pdf'

/** What somebody types who is mistaken everywhere, and what they read beside each field. */
const mistakes = [
  ['name', 'A'.repeat(161), /Limitez ce texte à 160 caractères/],
  ['ifu', '32024012345A7', /13 chiffres du numéro IFU/],
  ['rccm', 'onze', /numéro RCCM, par exemple/],
  ['foundedOn', '31/02/2026', /une date qui existe, par exemple/],
  ['address', 'Rue '.repeat(80).trim(), /Limitez ce texte à 300 caractères/],
  ['phone', '01 97 00', /numéro de téléphone valable, par exemple/],
  ['email', 'ayaba@', /adresse électronique valable, par exemple/],
  ['website', 'javascript:alert(1)', /commence par https:\/\/ ou http:\/\//],
  ['teamSize', 'trois', /nombre entier/],
  ['labelIssuedOn', '2026-13-01', /une date qui existe, par exemple/],
] as const

for (const hasScripts of [true, false]) {
  describe(`des saisies refusées, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)

    test('tout est faux à la fois : chaque champ dit ce qui ne va pas, et garde ce qui est écrit', async () => {
      const page = await journey.enter('usager')
      page.on('dialog', () => assert.fail('un script s’est exécuté'))
      await page.goto('/startups/inscrire')
      await page.check('[name=domains][value=markets]')
      await typeAll(page)
      await page.setInputFiles('[name=labelFile]', disguised('décision.pdf'))
      await press(page, 'Inscrire la startup')
      for (const [field, typed, message] of mistakes) {
        assert.match(await readFault(page, field), message, field)
        assert.equal(await page.inputValue(`[name=${field}]`), typed, field)
      }
      assert.match(await readFault(page, 'labelFile'), /n’est pas du type attendu : PDF/)
      assert.ok(await page.isChecked('[name=domains][value=markets]'))
      await check(page)
      await leave(page)
    })

    test('les dates se contredisent, le fichier est trop lourd, son nom est hostile', async () => {
      const page = await journey.enter('usager')
      await page.goto('/startups/inscrire')
      await fillWell(page)
      await page.fill('[name=labelIssuedOn]', '2099-01-01')
      await page.setInputFiles('[name=labelFile]', tooLarge('décision.pdf', 30))
      await press(page, 'Inscrire la startup')
      assert.match(await readFault(page, 'labelFile'), /trop lourd : 5 Mo au plus/)
      await page.setInputFiles('[name=labelFile]', pdf(hostileName))
      await press(page, 'Inscrire la startup')
      assert.match(await readFault(page, 'labelIssuedOn'), /à venir : vérifiez-la/)
      assert.match(await read(page), /Fichier déjà reçu/)
      assert.equal(await page.locator('main img').count(), 0)
      await page.fill('[name=labelIssuedOn]', '2025-06-01')
      await page.fill('[name=labelExpiresOn]', '2025-05-01')
      await press(page, 'Inscrire la startup')
      assert.match(await readFault(page, 'labelExpiresOn'), /avant sa délivrance/)
      assert.equal(await page.inputValue('[name=name]'), 'Kpakpato Outils')
      await check(page)
      await leave(page)
    })

    test('un numéro IFU déjà inscrit et une réponse qui n’était pas offerte sont refusés à leur champ', async () => {
      const page = await journey.enter('usager')
      await page.goto('/startups/inscrire')
      await fillWell(page)
      await page.fill('[name=ifu]', await readKnownIfu())
      await press(page, 'Inscrire la startup')
      assert.match(await readFault(page, 'ifu'), /déjà inscrite avec ce numéro IFU/)
      assert.equal(await page.inputValue('[name=rccm]'), 'RB/COT/24 B 12345')
      await page.fill('[name=ifu]', '3202401234599')
      await page
        .locator('[name=communeId] option')
        .nth(1)
        .evaluate((option) => option.setAttribute('value', 'ailleurs'))
      await page.selectOption('[name=communeId]', { index: 1 })
      await press(page, 'Inscrire la startup')
      assert.match(await readFault(page, 'communeId'), /Choisissez une commune/)
      await check(page)
      await leave(page)
    })

    test('ni le passé, ni un lieu vide : la démonstration garde sa date', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto(`${contact}/date`)
      await page.fill('[name=at]', '2020-01-01T10:00')
      await page.fill('[name=place]', '   ')
      await press(page, 'Fixer la date')
      assert.notEqual(await readFault(page, 'place'), '')
      await page.fill('[name=place]', 'Salle du conseil')
      await press(page, 'Fixer la date')
      assert.match(await readFault(page, 'at'), /date à venir/)
      assert.equal(await page.inputValue('[name=at]'), '2020-01-01T10:00')
      assert.equal(await page.inputValue('[name=place]'), 'Salle du conseil')
      await check(page)
      await leave(page)
    })

    test('qui se trompe de numéro en créant un compte le lit à côté', async () => {
      const page = await journey.visit()
      await page.goto('/inscription')
      await page.fill('[name=nom]', 'Sènami Gbaguidi')
      await page.fill('[name=identifiant]', '97 00 00')
      await page.fill('[name=motDePasse]', 'le marché ouvre à six heures')
      await press(page, 'Continuer')
      assert.match(await readFault(page, 'identifiant'), /01 97 00 00 00/)
      assert.equal(await page.inputValue('[name=identifiant]'), '97 00 00')
      assert.equal(await page.inputValue('[name=nom]'), 'Sènami Gbaguidi')
      await check(page)
      await leave(page)
    })

    async function readKnownIfu(): Promise<string> {
      const { ifu } = await journey
        .app()
        .platform.db.selectFrom('directory.startup')
        .select('ifu')
        .limit(1)
        .executeTakeFirstOrThrow()
      return ifu
    }
  })
}

/** As in a browser without a calendar, where dates are typed. */
async function typeAll(page: Page): Promise<void> {
  for (const [field, typed] of mistakes) {
    const input = page.locator(`[name=${field}]`)
    await input.evaluate((control) => {
      if (control instanceof HTMLInputElement) control.type = 'text'
    })
    await input.fill(typed)
  }
}

async function fillWell(page: Page): Promise<void> {
  await page.fill('[name=name]', 'Kpakpato Outils')
  await page.selectOption('[name=legalForm]', 'sarl')
  await page.fill('[name=ifu]', '3202401234599')
  await page.fill('[name=rccm]', 'RB/COT/24 B 12345')
}
