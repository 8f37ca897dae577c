import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../app.ts'
import { checkAccessibility, openBrowser, openContext } from '../browser.ts'

describe('les couleurs se lisent', () => {
  let app: TestApp
  let browser: Browser

  before(async () => {
    app = await startApp({ demo: false })
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await app.close()
  })

  for (const colorScheme of ['light', 'dark'] as const)
    test(`sur chaque composant, ${colorScheme === 'light' ? 'de jour' : 'de nuit'}`, async () => {
      const page = await (await openContext(browser, { origin: app.origin })).newPage()
      await page.emulateMedia({ colorScheme })
      await page.goto('/aide/composants')
      assert.ok((await page.locator('.note a.btn').count()) >= 3, 'avec des boutons dans un avis')
      await checkAccessibility(page)
    })
})
