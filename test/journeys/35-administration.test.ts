import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { check, leave, press, pressAndConfirm, read, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`le secrétariat tient la plateforme, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { enter } = useJourney(hasScripts)

    test('il lit ce qui tourne, et fait vérifier le journal', async () => {
      const page = await enter('ancb')
      await page.goto('/espace')
      await press(page, 'Exploitation')
      await page.waitForURL('**/espace/exploitation')
      await check(page)
      assert.match(await read(page), /Sauvegarde et journal[\s\S]*Tâches[\s\S]*Place libre/)
      await press(page, 'Vérifier le journal maintenant')
      await page.waitForSelector('text=La vérification est lancée')
      await leave(page)
    })

    test('il trouve un compte, le suspend avec un motif, le rétablit', async () => {
      const page = await enter('ancb')
      await page.goto('/espace/comptes')
      await check(page)
      await page.fill('[name=q]', 'usager')
      await page.press('[name=q]', 'Enter')
      await page.waitForSelector('text=Usager Démo')
      await press(page, 'Usager Démo')
      await page.waitForURL('**/espace/comptes/*')
      await check(page)
      await press(page, 'Suspendre le compte')
      await page.waitForSelector('[name=reason]')
      await press(page, 'Suspendre le compte')
      await page.waitForSelector('#field-reason-error')
      await page.fill('[name=reason]', 'Deux personnes se servaient du même compte.')
      await check(page)
      await press(page, 'Suspendre le compte')
      await page.waitForSelector('text=Ce compte est suspendu')
      await press(page, 'Rétablir le compte')
      await page.waitForSelector('[name=reason]')
      await page.fill('[name=reason]', 'Chacune a désormais le sien.')
      await press(page, 'Rétablir le compte')
      await page.waitForSelector('text=Le compte est rétabli')
      await check(page)
      await leave(page)
    })

    test('il masque un avis avec un motif, et le laisse reparaître', async () => {
      const page = await enter('ancb')
      await page.goto('/espace/moderation')
      await check(page)
      await page.getByRole('link', { name: 'Masquer cet avis' }).first().click()
      await page.waitForSelector('[name=reason]')
      await page.fill('[name=reason]', 'Cet avis nomme une personne sans son accord.')
      await press(page, 'Masquer l’avis')
      await page.waitForSelector('text=L’avis est masqué')
      await page.goto('/espace/moderation?etat=masques')
      assert.match(await read(page), /nomme une personne/)
      await check(page)
      await pressAndConfirm(page, 'Laisser paraître de nouveau')
      await page.waitForSelector('text=L’avis paraît de nouveau')
      await leave(page)
    })
  })
}
