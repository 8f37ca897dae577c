import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { signIn } from '../browser.ts'
import { readCode } from '../factories/messages.ts'
import { check, leave, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`une habitante s’inscrit, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, visit } = useJourney(hasScripts)

    test('elle crée son compte par téléphone', async () => {
      const phone = '+2290196000001'
      const page = await visit()
      await page.goto('/inscription')
      await check(page)
      await page.fill('[name=nom]', 'Sènami Gbaguidi')
      await page.fill('[name=identifiant]', phone.slice(4))
      await page.fill('[name=motDePasse]', 'le marché ouvre à six heures')
      await page.click('main form button')
      await page.waitForURL('**/inscription/code')
      await check(page)
      await page.fill('[name=code]', await readCode(app().platform.db, phone))
      await page.click('main form button')
      await page.waitForURL('**/espace')
      assert.match(await page.innerText('main'), /Votre compte est créé/)
      await leave(page)
    })
  })
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
  ['ancb', ['/espace/organisations/toutes', '/espace/organisations/toutes/nouvelle']],
  ['se.glazoue', []],
  ['usager', []],
] as const

describe('le compte et ses clés', () => {
  const { app, enter, visit } = useJourney(true)

  for (const [account, more] of people) {
    test(`les pages du compte de ${account} sont accessibles`, async () => {
      const page = await enter(account)
      for (const path of [...ownPages, ...more]) {
        await page.goto(path)
        await check(page)
      }
      await leave(page)
    })
  }

  test('une clé d’accès remplace le mot de passe', async () => {
    // Keys are bound to the address of the site, which is known only once it is served.
    Object.assign(app().platform.config, { origin: app().origin })
    const page = await visit()
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
    await check(page)
    await page.click('text=Mon téléphone')
    await page.waitForSelector('text=Renommer')
    await check(page)

    await page.click('text=Se déconnecter')
    await page.goto('/connexion?suite=/espace/compte')
    await page.click('text=Se connecter avec une clé d’accès')
    await page.waitForURL('**/espace/compte')
    await leave(page)
  })
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
