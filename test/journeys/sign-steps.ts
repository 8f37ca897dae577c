/** Signing with the code that was sent, from a page that offers it. */
import type { Page } from 'playwright-core'
import type { TestApp } from '../app.ts'
import { demoActor } from '../factories/demo-actors.ts'
import { readCodeOf } from '../factories/messages.ts'
import { check, press } from './journey.ts'

export async function signWithCode(page: Page, app: TestApp, account: string): Promise<void> {
  await press(page, 'Recevoir un code pour signer')
  await page.waitForSelector('[name=code]')
  await check(page)
  await page.fill('[name=code]', await readCodeOf(app.platform.db, demoActor(account)))
  await press(page, 'Signer')
  await page.waitForSelector('text=Votre signature est gardée')
}
