import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startApp, type TestApp } from '../app.ts'
import {
  checkAccessibility,
  checkNarrow,
  openBrowser,
  openContext,
  shoot,
  signIn,
} from '../browser.ts'
import { readCode } from '../factories/messages.ts'

let app: TestApp
let browser: Browser

before(async () => {
  app = await startApp()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await app.close()
})

const openPage = async (hasScripts = true): Promise<Page> =>
  (await openContext(browser, { origin: app.origin, hasScripts })).newPage()

for (const hasScripts of [true, false]) {
  test(`une habitante crée son compte par téléphone, ${hasScripts ? 'avec' : 'sans'} JavaScript`, async () => {
    const phone = hasScripts ? '+2290196000001' : '+2290196000002'
    const page = await openPage(hasScripts)
    await page.goto('/inscription')
    await checkAccessibilityWithScripts(page, hasScripts)
    await page.fill('[name=nom]', 'Sènami Gbaguidi')
    await page.fill('[name=identifiant]', phone.slice(4))
    await page.fill('[name=motDePasse]', 'le marché ouvre à six heures')
    await page.click('main form button')
    await page.waitForURL('**/inscription/code')
    await checkAccessibilityWithScripts(page, hasScripts)
    await page.fill('[name=code]', await readCode(app.platform.db, phone))
    await page.click('main form button')
    await page.waitForURL('**/espace')
    assert.match(await page.innerText('main'), /Votre compte est créé/)
    await page.context().close()
  })
}

/** The checker itself needs scripts in the page. */
async function checkAccessibilityWithScripts(page: Page, hasScripts: boolean): Promise<void> {
  if (!hasScripts) return
  await checkAccessibility(page)
  await checkNarrow(page)
}

const ownPages = [
  '/espace',
  '/espace/compte',
  '/espace/compte/mot-de-passe',
  '/espace/compte/contact',
  '/espace/compte/double-authentification',
  '/espace/compte/cles',
  '/espace/compte/sessions',
  '/espace/notifications',
  '/espace/organisations',
  '/espace/organisation/membres',
]

const people = [
  ['ancb@demo.example', ['/espace/organisations/toutes', '/espace/organisations/toutes/nouvelle']],
  ['se.glazoue@demo.example', []],
  ['usager@demo.example', []],
] as const

describe('les pages du compte sont accessibles', () => {
  for (const [email, more] of people) {
    test(email, async () => {
      const page = await openPage()
      await signIn(page, email)
      for (const path of [...ownPages, ...more]) {
        await page.goto(path)
        await checkAccessibility(page)
        await checkNarrow(page)
        await shoot(page, `compte-${email.split('@')[0]}${path.replaceAll('/', '-')}`)
      }
      await page.context().close()
    })
  }
})

test('une clé d’accès remplace le mot de passe', async () => {
  // Keys are bound to the address of the site, which is known only once it is served.
  Object.assign(app.platform.config, { origin: app.origin })
  const page = await openPage()
  await addAuthenticator(page)
  await signIn(page, 'rsi.glazoue@demo.example')
  await page.goto('/espace/compte/cles')
  await page.fill('[name=nom]', 'Mon téléphone')
  await page.fill('[name=actuel]', 'faux')
  await page.click('text=Créer la clé')
  await page.waitForSelector('text=Ce n’est pas votre mot de passe actuel')
  await page.fill('[name=actuel]', 'cauri-demo')
  await page.click('text=Créer la clé')
  await page.waitForSelector('text=La clé est ajoutée')
  await checkAccessibility(page)
  await page.click('text=Mon téléphone')
  await page.waitForSelector('text=Renommer')
  await checkAccessibility(page)

  await page.click('text=Se déconnecter')
  await page.goto('/connexion?suite=/espace/compte')
  await page.click('text=Se connecter avec une clé d’accès')
  await page.waitForURL('**/espace/compte')
  await page.context().close()
})

/** A phone of the browser's own, whose owner always agrees. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
