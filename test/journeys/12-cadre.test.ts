import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { toDay } from '#platform/format.ts'
import { demoActor } from '../factories/demo-actors.ts'
import { readCodeOf } from '../factories/messages.ts'
import { check, leave, press, pressAndConfirm, read, readFault, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`le cadre de collaboration, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)

    async function on(account: string, act: (page: Page) => Promise<void>): Promise<void> {
      const page = await journey.enter(account)
      await act(page)
      await leave(page)
    }

    async function signWithCode(page: Page, account: string): Promise<void> {
      await press(page, 'Recevoir un code pour signer')
      await page.waitForSelector('[name=code]')
      const code = await readCodeOf(journey.app().platform.db, demoActor(account))
      await page.fill('[name=code]', code)
      await press(page, 'Signer')
    }

    test('chacun lit le texte en vigueur, le garde en PDF, et voit qui y adhère', async () => {
      const page = await journey.visit()
      await page.goto('/cadre-de-collaboration')
      await check(page)
      const text = await read(page)
      assert.match(text, /Version 1/)
      assert.match(text, /Réversibilité et dépôt du code source/)
      for (const [words, type] of [
        ['PDF à conserver', 'application/pdf'],
        ['Word à travailler', 'wordprocessingml'],
      ] as const) {
        const href = await page.getAttribute(`main a:has-text("${words}")`, 'href')
        const answer = await page.request.get(href ?? '')
        assert.equal(answer.status(), 200)
        assert.ok(answer.headers()['content-type']?.includes(type))
      }
      await press(page, 'Registre des adhérents')
      await check(page)
      assert.match(
        await read(page),
        /Glazoué[\s\S]*Akwaba Numérique|Akwaba Numérique[\s\S]*Glazoué/,
      )
      assert.doesNotMatch(await read(page), /Lagune Code/)
      await leave(page)
    })

    test('une startup signe par un code : un mauvais code ne signe rien', () =>
      on('startup.c', async (page) => {
        await page.goto('/espace')
        await press(page, 'Signer l’adhésion au cadre de collaboration')
        await check(page)
        await press(page, 'Signer l’adhésion')
        await press(page, 'Recevoir un code pour signer')
        await page.fill('[name=code]', '000000')
        await press(page, 'Signer')
        assert.match(await readFault(page, 'code'), /n’est plus, valable/)
        await check(page)
        const code = await readCodeOf(journey.app().platform.db, demoActor('startup.c'))
        await page.fill('[name=code]', code)
        await press(page, 'Signer')
        await page.waitForSelector('text=Votre organisation adhère au cadre')
        await check(page)
        const href = await page.getAttribute('main a:has-text("attestation")', 'href')
        const paper = await page.request.get(href ?? '')
        assert.equal(paper.headers()['content-type'], 'application/pdf')
        await page.goto('/cadre-de-collaboration/adherents?de=startup')
        assert.match(await read(page), /Lagune Code/)
        await page.goto('/startups/lagune-code')
        assert.match(await read(page), /Convention-cadre signée le/)
        await check(page)
      }))

    test('un agent de la commune lit, sans pouvoir engager la commune', () =>
      on('rsi.glazoue', async (page) => {
        await page.goto('/espace/adhesion')
        assert.match(await read(page), /revient à la direction de la commune/)
        assert.equal(await page.locator('main a:has-text("Se retirer")').count(), 0)
        await check(page)
      }))

    test('l’association corrige une clause ; relue par une autre personne, la version suivante paraît', async () => {
      let address = ''
      await on('ancb', async (page) => {
        await page.goto('/espace/referentiels/clauses')
        await check(page)
        await press(page, 'Formation et conduite du changement')
        await check(page)
        await press(page, 'Proposer une nouvelle version')
        const body = await page.inputValue('[name=body]')
        await page.fill('[name=body]', body.replace('trois mois après', 'deux mois après'))
        await page.fill('[name=takesEffectOn]', toDay(new Date()))
        await page.fill('[name=source]', 'Avis de la commission (fictif)')
        await page.fill('[name=reason]', 'L’aide après la formation passe de trois à deux mois.')
        await press(page, 'Proposer ce changement')
        await page.waitForSelector('text=Le changement est proposé')
        assert.match(await read(page), /adhérents seront invités à signer/)
        address = new URL(page.url()).pathname
      })
      await on('commission', async (page) => {
        await page.goto(address)
        await check(page)
        await pressAndConfirm(page, 'Approuver')
        await page.waitForSelector('text=Le changement est en vigueur')
        await page.goto('/cadre-de-collaboration')
        assert.match(await read(page), /Version 2[\s\S]*L’aide après la formation passe/)
        await page.goto('/cadre-de-collaboration/versions/1')
        const text = await read(page)
        assert.match(text, /n’est plus celle en vigueur/)
        assert.match(text, /deux mois/)
        await check(page)
      })
    })

    test('qui avait signé reste lié par sa version, puis signe la nouvelle', () =>
      on('se.glazoue', async (page) => {
        await page.goto('/espace')
        await press(page, 'Lire la version 2 du cadre, et y adhérer')
        assert.match(await read(page), /Vous restez lié par la version 1/)
        await check(page)
        await press(page, 'Préparer l’adhésion')
        await signWithCode(page, 'se.glazoue')
        await page.waitForSelector('text=Votre organisation adhère au cadre')
        await page.goto('/cadre-de-collaboration/adherents?de=commune')
        const lines = page.locator('main tr', { hasText: 'Glazoué' })
        assert.equal(await lines.count(), 1)
        assert.match(await lines.innerText(), /\b2\b/)
      }))

    test('une startup se retire, et le registre ne la montre plus', () =>
      on('startup.c', async (page) => {
        await page.goto('/espace/adhesion/retirer')
        await check(page)
        await page.fill(
          '[name=reason]',
          'Nous cessons de travailler avec des communes cette année.',
        )
        await page.locator('main form button[type=submit], main form button').last().click()
        await page.waitForSelector('text=n’adhère plus au cadre')
        await page.goto('/cadre-de-collaboration/adherents')
        assert.doesNotMatch(await read(page), /Lagune Code/)
      }))
  })
}
