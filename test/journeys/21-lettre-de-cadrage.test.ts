import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '#demo/ids.ts'
import { demoActor } from '../factories/demo-actors.ts'
import { readCodeOf } from '../factories/messages.ts'
import { check, checkMessage, leave, press, pressAndConfirm, read, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`une lettre de cadrage, du projet à la page de la commune, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, enter, visit } = useJourney(hasScripts)
    let address = ''

    const open = async (account: string, part = ''): Promise<Page> => {
      const page = await enter(account)
      await page.goto(`${address}${part}`)
      return page
    }

    test('le RSI choisit l’année : le projet est rédigé, et dit ce qui manque', async () => {
      const page = await enter('rsi.glazoue')
      await page.goto('/espace/lettres-de-cadrage')
      await check(page)
      await page.fill('[name=year]', '2029')
      await press(page, 'Rédiger le projet')
      await page.waitForURL(/lettres-de-cadrage\/[0-9a-f-]{36}$/)
      address = new URL(page.url()).pathname
      const text = await read(page)
      assert.match(text, /budget 2029 de la commune de Glazoué/)
      assert.match(text, /Avant de soumettre[\s\S]*Donnez au moins un plafond/)
      assert.match(text, /15 août 2028/)
      await check(page)
      await leave(page)
    })

    test('il nomme une ligne, donne des plafonds ; le texte suit les chiffres', async () => {
      const page = await open('rsi.glazoue', '/lignes')
      const row =
        (await page
          .locator('[name^=title]')
          .evaluateAll((fields) =>
            fields.findIndex((field) => (field as { value?: string }).value === ''),
          )) + 1
      const details = page.locator(`details:has([name=title${row}]) > summary`)
      if (await details.count()) await details.click()
      await page.fill(`[name=title${row}]`, 'Relier deux arrondissements')
      await page.selectOption(`[name=section${row}]`, 'investment')
      await page.selectOption(`[name=department${row}]`, 'Systèmes d’information')
      await page.fill(`[name=justification${row}]`, 'Les actes attendent une semaine.')
      await press(page, 'Enregistrer')
      await page.waitForSelector(`#field-amount${row}-error`)
      await check(page)
      await page.fill(`[name=amount${row}]`, '8 000 000')
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=Les lignes sont enregistrées')
      assert.match(await read(page), /Relier deux arrondissements[\s\S]*8\s000\s000\sFCFA/)

      await page.goto(`${address}/plafonds`)
      await page.fill('[name=running1]', '25 000 000')
      await page.fill('[name=investment1]', '40 000 000')
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=Les plafonds sont enregistrés')
      assert.match(await read(page), /Les plafonds font ensemble 65\s000\s000\sFCFA/)
      await leave(page)
    })

    test('il écrit une partie ; rédiger de nouveau la laisse comme elle est', async () => {
      const page = await open('rsi.glazoue', '/sections/priorities')
      await page.fill('[name=body]', 'D’abord l’état civil, partout.')
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=Cette partie est enregistrée')
      await press(page, 'Rédiger de nouveau')
      await check(page)
      await press(page, 'Rédiger de nouveau')
      await page.waitForSelector('text=La lettre est rédigée de nouveau')
      assert.match(await read(page), /D’abord l’état civil, partout\./)
      await press(page, 'Soumettre à la signature')
      await page.waitForSelector('text=La lettre attend sa signature')
      await leave(page)
      await checkMessage(app(), 'maire.glazoue@demo.example', 'Lettre de cadrage à signer')
    })

    test('le maire la trouve dans son espace, la lit et la signe avec un code', async () => {
      const page = await enter('maire.glazoue')
      await page.goto('/espace')
      assert.match(await read(page), /Signer ou renvoyer la lettre de cadrage du budget 2029/)
      await page.goto(`${address}/signer`)
      await check(page)
      await press(page, 'Recevoir un code pour signer')
      await page.waitForSelector('[name=code]')
      await page.fill(
        '[name=code]',
        await readCodeOf(app().platform.db, demoActor('maire.glazoue')),
      )
      await press(page, 'Signer')
      await page.waitForSelector('text=La lettre est signée')
      assert.match(await read(page), /Signée par[\s\S]*Tossou Illustration, Maire/)
      await check(page)
      await leave(page)
    })

    test('la secrétaire exécutive la transmet et publie ses lignes ; la page de la commune les montre', async () => {
      const page = await open('se.glazoue')
      await pressAndConfirm(page, 'Transmettre aux services')
      await page.waitForSelector('text=La lettre est transmise aux services')
      await pressAndConfirm(page, 'Publier les lignes numériques')
      await page.waitForSelector('text=Les lignes numériques paraissent')
      for (const [file, mediaType] of [
        ['lettre.pdf', 'application/pdf'],
        ['lettre.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ]) {
        const paper = await page.request.get(`${address}/${file}`)
        assert.equal(paper.headers()['content-type'], mediaType)
      }
      await leave(page)
      const visitor = await visit()
      await visitor.goto('/communes/glazoue')
      assert.match(await read(visitor), /lignes numériques au budget 2029[\s\S]*Relier deux/)
      await leave(visitor)
    })

    test('une action du schéma directeur devient un besoin d’une pression ; le plan dit où il en est', async () => {
      const action = `/espace/plan/${demoId('plan:glazoue')}/actions/${demoId('plan:glazoue:action:sec-donnees')}`
      const page = await enter('rsi.glazoue')
      await page.goto(action)
      await press(page, 'En faire un besoin')
      await page.waitForURL('**/etapes/problem')
      const file = new URL(page.url()).pathname.replace('/etapes/problem', '')
      assert.notEqual(await page.inputValue('[name=title]'), '')
      await check(page)
      await page.goto(file)
      assert.match(await read(page), /Né de l’action « [^»]+ » du schéma directeur/)
      await leave(page)
    })

    test('l’association voit qui a repris les lignes ; tout le monde lit le modèle', async () => {
      const page = await enter('ancb')
      await page.goto('/espace/lettre-modele/suivi?annee=2029')
      assert.match(await read(page), /Glazoué[\s\S]*LDC-2029-/)
      await check(page)
      await leave(page)
      const visitor = await visit()
      await visitor.goto('/lettre-de-cadrage')
      await check(visitor)
      await visitor.goto('/planification')
      await check(visitor)
      await leave(visitor)
    })
  })
}
