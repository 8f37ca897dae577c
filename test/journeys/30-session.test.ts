import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { toDay } from '#platform/format.ts'
import { check, leave, press, pressAndConfirm, read, useJourney } from './journey.ts'

const today = toDay(new Date())

for (const hasScripts of [true, false]) {
  describe(`une session, de son ouverture à son compte rendu, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { enter, visit } = useJourney(hasScripts)
    let address = ''
    let reference = ''
    let recommendation = ''

    const open = async (account: string, part = ''): Promise<Page> => {
      const page = await enter(account)
      await page.goto(`${address}${part}`)
      return page
    }

    test('tout le monde lit la session de Houéyogbé, avec sa source', async () => {
      const page = await visit()
      await page.goto('/sessions')
      await check(page)
      await press(
        page,
        'Défi de la digitalisation des collectivités territoriales : quelles collaborations avec les startups numériques ?',
      )
      await page.waitForURL(/sessions\/SES-2024-0001/)
      const text = await read(page)
      assert.match(text, /Mairie de Houéyogbé/)
      assert.match(text, /ancb\.bj, article 844/)
      assert.match(text, /Personnes ressources/)
      await check(page)
      await leave(page)
    })

    test('un membre de commission ouvre une session ; ce qui manque est dit, ce qui est écrit reste', async () => {
      const page = await enter('commission')
      await page.goto('/espace/sessions')
      await check(page)
      await press(page, 'Ouvrir une session')
      await page.selectOption('[name=commissionCode]', 'eau')
      await page.fill('[name=theme]', 'Relever les compteurs sans se déplacer')
      await page.fill('[name=startsOn]', today)
      await page.fill('[name=endsOn]', today)
      await press(page, 'Enregistrer la session')
      await page.waitForSelector('#field-place-error')
      assert.equal(await page.inputValue('[name=theme]'), 'Relever les compteurs sans se déplacer')
      await check(page)
      await page.fill('[name=place]', 'Mairie de Bohicon')
      await press(page, 'Enregistrer la session')
      await page.waitForSelector('text=La session est ouverte')
      address = new URL(page.url()).pathname
      reference = /SES-\d{4}-\d{4}/.exec(await read(page))?.[0] ?? ''
      await press(page, 'Ajouter un point')
      await page.waitForSelector('[name=startsAt]')
      await page.fill('[name=title]', 'Ce que coûtent les tournées')
      await page.fill('[name=startsAt]', '09:30')
      await check(page)
      await press(page, 'Enregistrer ce point')
      await page.waitForSelector('text=Le point est inscrit')
      await leave(page)
    })

    test('le secrétariat l’annonce ; elle paraît au calendrier', async () => {
      const page = await open('ancb')
      await check(page)
      await pressAndConfirm(page, 'Annoncer la session')
      await page.waitForSelector('text=La session est annoncée')
      await leave(page)
      const visitor = await visit()
      await visitor.goto('/sessions?commission=eau')
      assert.match(await read(visitor), /À venir[\s\S]*Relever les compteurs/)
      const calendar = await visitor.request.get('/sessions.ics')
      assert.match(await calendar.text(), /SUMMARY:Relever les compteurs sans se déplacer/)
      await leave(visitor)
    })

    test('elle se tient ; les notes et les présents font le compte rendu', async () => {
      const page = await open('commission')
      await pressAndConfirm(page, 'Dire que la session s’est tenue')
      await page.waitForSelector('text=La session est tenue')
      await press(page, 'Prendre des notes')
      await page.waitForSelector('[name=body]')
      await page.fill('[name=body]', 'Trois communes relèvent déjà à distance.')
      await check(page)
      await press(page, 'Enregistrer les notes')
      await page.waitForSelector('text=Les notes sont enregistrées')
      await press(page, 'Dire qui est invité, qui est présent')
      await page.waitForSelector('[name=present-mayors]')
      await page.fill('[name=invited-mayors]', '12')
      await page.fill('[name=present-mayors]', '9')
      await check(page)
      await press(page, 'Enregistrer les participants')
      await page.waitForSelector('text=Les participants sont enregistrés')
      await leave(page)
    })

    test('elle apprend où en sont les recommandations précédentes, et en propose une', async () => {
      const page = await open('commission', '/suites')
      await page.fill('[name=REC-2024-0006]', 'Trois communes ont voté des lignes numériques.')
      await check(page)
      await press(page, 'Enregistrer les suites')
      await page.waitForSelector('text=Les suites sont enregistrées')
      await press(page, 'Proposer une recommandation')
      await page.waitForSelector('[name=addressee]')
      await page.fill('[name=title]', 'Équiper les compteurs des petites communes')
      await press(page, 'Enregistrer la recommandation')
      await page.waitForSelector('#field-addressee-error')
      await page.selectOption('[name=addressee]', 'communes')
      await press(page, 'Enregistrer la recommandation')
      await page.waitForSelector('text=La recommandation est proposée')
      recommendation = new URL(page.url()).pathname
      await check(page)
      await leave(page)
    })

    test('publié, le compte rendu se lit et s’imprime', async () => {
      const page = await open('ancb')
      await pressAndConfirm(page, 'Publier le compte rendu')
      await page.waitForSelector('text=Le compte rendu est publié')
      await leave(page)
      const visitor = await visit()
      await visitor.goto(`/sessions/${reference}`)
      assert.match(await read(visitor), /Trois communes relèvent déjà à distance/)
      await check(visitor)
      const pdf = await visitor.request.get(`/sessions/${reference}/compte-rendu.pdf`)
      assert.equal(pdf.headers()['content-type'], 'application/pdf')
      await leave(visitor)
    })

    test('adoptée, elle se suit jusqu’à ce qu’une preuve montre qu’elle est faite', async () => {
      const page = await enter('ancb')
      await page.goto(recommendation)
      await press(page, 'Qui la porte, pour quand, quel chiffre')
      await page.waitForSelector('[name=measure]')
      await page.fill('[name=owner]', 'Secrétariat de l’association')
      await page.selectOption('[name=measure]', 'coveringPlans')
      await check(page)
      await press(page, 'Enregistrer le suivi')
      await page.waitForSelector('text=Le suivi est enregistré')
      await press(page, 'Ajouter une preuve')
      await page.waitForSelector('[name=url]')
      await page.fill('[name=title]', 'Compteurs posés partout')
      await check(page)
      await press(page, 'Ajouter cette preuve')
      await page.waitForSelector('text=La preuve est ajoutée')
      await pressAndConfirm(page, 'Dire que c’est fait')
      await page.waitForSelector('text=La recommandation est faite')
      await leave(page)
      const visitor = await visit()
      await visitor.goto('/recommandations?etat=done')
      assert.match(await read(visitor), /Équiper les compteurs[\s\S]*Faite/)
      await visitor.goto('/recommandations')
      const text = await read(visitor)
      assert.match(text, /schémas directeurs des systèmes d’information[\s\S]*sur 77/)
      await check(visitor)
      await visitor.goto('/recommandations/REC-2024-0006')
      assert.match(await read(visitor), /Trois communes ont voté des lignes numériques/)
      await check(visitor)
      await leave(visitor)
    })
  })
}
