import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '#demo/ids.ts'
import { check, leave, press, read, readFault, useJourney } from './journey.ts'

const files = `/espace/solutions/${demoId('solution:axi-ticket')}/fichiers`

/** As a reader who scrolls down to it. */
async function readImageWidth(page: Page): Promise<number> {
  const image = page.locator('figure img').first()
  await image.scrollIntoViewIfNeeded()
  return image.evaluate(async (shown: HTMLImageElement) => {
    await shown.decode()
    return shown.naturalWidth
  })
}

for (const hasScripts of [true, false]) {
  describe(`les captures d’écran d’une solution, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)

    test('se voient sur la fiche publique, avec leur légende', async () => {
      const page = await journey.visit()
      await page.goto('/solutions/axi-ticket')
      if (hasScripts) assert.equal(await readImageWidth(page), 640)
      assert.match(await read(page), /La liste des places à encaisser du matin/)
      await leave(page)
    })

    test('leur légende se corrige sans les renvoyer', async () => {
      const page = await journey.enter('startup.a')
      await page.goto(files)
      await check(page)
      await press(page, 'Corriger la légende')
      await page.fill('[name=caption]', 'x')
      await press(page, 'Enregistrer')
      assert.match(await readFault(page, 'caption'), /caractères au moins/)
      assert.equal(await page.inputValue('[name=caption]'), 'x')
      await check(page)
      await page.fill('[name=caption]', 'Guide du collecteur, deuxième édition')
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=La légende est enregistrée')
      await page.goto('/solutions/axi-ticket')
      assert.match(await read(page), /Guide du collecteur, deuxième édition/)
      await leave(page)
    })
  })
}
