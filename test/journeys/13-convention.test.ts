import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { agreementId } from '#demo/load-agreements.ts'
import { pdf } from './files.ts'
import { check, leave, press, pressAndConfirm, read, useJourney } from './journey.ts'
import { inDays } from './project-steps.ts'
import { signWithCode } from './sign-steps.ts'

const file = `/espace/conventions/${agreementId(1)}`

for (const hasScripts of [true, false]) {
  describe(`une convention, de la première clause à sa fin, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)

    async function on(account: string, act: (page: Page) => Promise<void>): Promise<void> {
      const page = await journey.enter(account)
      await act(page)
      await leave(page)
    }

    test('la commune relit ce que la startup a changé, l’accepte, et propose à son tour', () =>
      on('se.glazoue', async (page) => {
        await page.goto('/espace')
        await press(
          page,
          'Négocier la convention : Encaissement des droits de place au marché de Glazoué',
        )
        await check(page)
        await press(page, '12. Niveaux de service et pénalités')
        assert.match(await read(page), /deux heures de route/)
        await check(page)
        await press(page, 'Accepter cette rédaction')
        await page.waitForSelector('text=Votre accord est donné à cette clause')
        await press(page, '15. Prix et paiement')
        const body = await page.inputValue('[name=body]')
        await page.fill('[name=body]', body.replace('soixante jours', 'quarante jours'))
        await page.fill('[name=comment]', 'Notre receveur paie chaque quinzaine.')
        await press(page, 'Proposer')
        await page.waitForSelector('text=Votre rédaction est proposée')
        assert.match(await read(page), /La startup doit répondre/)
        await check(page)
        await page.goto(file)
        await pressAndConfirm(page, 'Accepter les clauses du cadre')
        await page.waitForSelector('text=Accord donné à')
      }))

    test('la startup accepte ; une clause facultative se retire, une obligatoire non', () =>
      on('startup.a', async (page) => {
        await page.goto(file)
        await press(page, '15. Prix et paiement')
        assert.match(await read(page), /Notre receveur paie chaque quinzaine/)
        assert.equal(await page.locator('main :text("Proposer de retirer la clause")').count(), 0)
        await press(page, 'Accepter cette rédaction')
        await press(page, '16. Emploi local et compétences')
        await pressAndConfirm(page, 'Proposer de retirer la clause')
        await page.waitForSelector('text=Le retrait est proposé à l’autre partie')
        await page.goto(file)
        await pressAndConfirm(page, 'Accepter les clauses du cadre')
        await check(page)
      }))

    test('la commune accepte le retrait, arrête le texte et signe ; le papier est à vérifier', () =>
      on('se.glazoue', async (page) => {
        await page.goto(file)
        await press(page, '16. Emploi local et compétences')
        await check(page)
        await press(page, 'Accepter cette rédaction')
        await pressAndConfirm(page, 'Arrêter le texte')
        await page.waitForSelector('text=Le texte est arrêté')
        assert.doesNotMatch(await read(page), /Emploi local et compétences/)
        await check(page)
        const paper = await page.request.get(`${file}/convention.pdf`)
        assert.equal(paper.headers()['content-type'], 'application/pdf')
        const word = await page.request.get(`${file}/convention.docx`)
        assert.equal(word.status(), 200)
        await press(page, 'Signer')
        await signWithCode(page, journey.app(), 'se.glazoue')
        assert.match(await read(page), /Une signature manque/)
      }))

    test('la startup signe sur papier, le document numérisé joint : la convention est en vigueur', () =>
      on('startup.a', async (page) => {
        await page.goto('/espace')
        await press(
          page,
          'Signer la convention : Encaissement des droits de place au marché de Glazoué',
        )
        await press(page, 'Joindre le document signé à la main')
        await check(page)
        await page.setInputFiles('[name=file]', pdf('convention-signee.pdf'))
        await page.fill('[name=signatory]', 'Kossi Exemple')
        await press(page, 'Joindre')
        await page.waitForSelector('text=Le document signé est gardé')
        assert.match(await read(page), /En vigueur[\s\S]*Kossi Exemple/)
        await check(page)
      }))

    test('la commune lit le document de la startup ; une autre commune ne voit rien', async () => {
      await on('se.glazoue', async (page) => {
        await page.goto(file)
        const href = await page.getAttribute('main a:has-text("Signature manuscrite")', 'href')
        const scan = await page.request.get(href ?? '')
        assert.equal(scan.status(), 200)
        assert.equal(scan.headers()['content-type'], 'application/pdf')
      })
      await on('se.bohicon', async (page) => {
        const answer = await page.goto(file)
        assert.equal(answer?.status(), 404)
      })
    })

    test('un avenant montre ce qui change, et ne change rien avant la seconde signature', async () => {
      await on('startup.a', async (page) => {
        await page.goto(file)
        await press(page, 'Proposer un avenant')
        await check(page)
        await page.fill('[name=reason]', 'Deux marchés de plus demandent leurs carnets.')
        await page.fill('[name=amount]', '4 900 000')
        await page.fill('[name=endsOn]', inDays(500))
        await press(page, 'Proposer l’avenant')
        await page.waitForSelector('text=L’avenant est proposé')
        assert.match(await read(page), /4\s900\s000\sFCFA, au lieu de 4\s200\s000\sFCFA/)
        await check(page)
        await press(page, 'Signer l’avenant')
        await signWithCode(page, journey.app(), 'startup.a')
        await page.goto(file)
        assert.match(await read(page), /4\s200\s000\sFCFA/)
      })
      await on('se.glazoue', async (page) => {
        await page.goto('/espace')
        await press(
          page,
          'Signer l’avenant n° 1 : Encaissement des droits de place au marché de Glazoué',
        )
        await press(page, 'Signer l’avenant')
        await signWithCode(page, journey.app(), 'se.glazoue')
        const paper = await page.request.get(`${new URL(page.url()).pathname}/avenant.pdf`)
        assert.equal(paper.headers()['content-type'], 'application/pdf')
        await page.goto(file)
        assert.match(await read(page), /4\s900\s000\sFCFA/)
      })
    })

    test('suspendue, reprise, puis résiliée : chaque fois avec son motif', () =>
      on('se.glazoue', async (page) => {
        const move = async (link: string, reason: string, said: string) => {
          await press(page, link)
          await page.fill('[name=reason]', reason)
          await check(page)
          await page.locator('main form button').last().click()
          await page.waitForSelector(`text=${said}`)
        }
        await page.goto(file)
        await move(
          'Suspendre',
          'Le marché est en travaux jusqu’en mars.',
          'La convention est suspendue',
        )
        await press(page, 'Reprendre')
        await page.waitForSelector('text=La convention reprend')
        await move(
          'Résilier',
          'Les encaissements ne sont plus transmis depuis deux mois.',
          'La convention est résiliée',
        )
        const text = await read(page)
        assert.match(text, /Les encaissements ne sont plus transmis/)
        assert.match(text, /Résiliée/)
        await check(page)
      }))
  })
}
