/** A town hall gives its software a key: shown once, used over HTTP, stopped. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { prefix } from '#modules/services/govstack/operation.lists.ts'
import { check, leave, press, read, useJourney } from './journey.ts'

const keys = `/espace/organisations/${organisationId('glazoue')}/cles`

for (const hasScripts of [true, false]) {
  describe(`une clé pour un logiciel, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, enter, visit } = useJourney(hasScripts)
    const call = (key: string) =>
      fetch(`${app().origin}${prefix}/applications`, {
        headers: { authorization: `Bearer ${key}` },
      })

    test('se crée, se copie une fois, ouvre, puis n’ouvre plus', async () => {
      const page = await enter('se.glazoue')
      await page.locator('main a', { hasText: 'Clés d’accès des systèmes' }).first().click()
      await page.waitForSelector('h1:text("Clés d’accès")')
      await check(page)
      await page.locator('main a', { hasText: 'Créer une clé' }).click()
      await page.waitForSelector('h1:text("Créer une clé")')
      await check(page)
      await page.getByLabel('Nom de la clé').fill('Logiciel de la file d’attente')
      await page.getByLabel('Lire les demandes').check()
      await page.getByLabel('Mot de passe actuel').fill('faux')
      await press(page, 'Créer la clé')
      await page.waitForSelector('text=pas votre mot de passe')
      await check(page)
      await page.getByLabel('Mot de passe actuel').fill('cauri-demo')
      await press(page, 'Créer la clé')
      await page.waitForSelector('h1:text("Votre nouvelle clé")')
      await check(page)
      const key = /cauri_[\w-]{43}/.exec(await read(page))?.[0] ?? ''
      assert.equal((await call(key)).status, 200)
      await page.goto(keys)
      const row = page.locator('tr', { hasText: 'Logiciel de la file d’attente' })
      await row.locator('summary').click()
      await row.getByRole('button', { name: 'Révoquer' }).click()
      await page.waitForSelector('text=La clé est révoquée')
      await check(page)
      assert.equal((await call(key)).status, 401)
      await leave(page)
    })

    test('se lit d’abord dans le mode d’emploi, sans compte', async () => {
      const page = await visit()
      await page.goto(prefix)
      await check(page)
      assert.match(await read(page), /Ce qu’un système ne fait jamais/)
      await leave(page)
    })
  })
}
