import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { addDays } from '#platform/days.rules.ts'
import { glazoueMarket } from '../factories/calls.ts'
import {
  check,
  checkMessage,
  leave,
  press,
  pressAndConfirm,
  read,
  readFault,
  useJourney,
} from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`une expérimentation, de la fiche à la convention, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, enter, visit } = useJourney(hasScripts)
    let address = ''
    let reference = ''

    const open = async (account: string): Promise<Page> => {
      const page = await enter(account)
      await page.goto(address)
      return page
    }

    test('le RSI choisit la solution à essayer depuis le classement, dans les bornes affichées', async () => {
      const page = await enter('rsi.glazoue')
      await page.goto(`/espace/besoins/${glazoueMarket}/solutions`)
      await press(page, 'Préparer une expérimentation de Axi Ticket')
      assert.match(await read(page), /Au plus 4\s000\s000\sFCFA\. Au plus 180 jours/)
      await check(page)
      await press(page, 'Ouvrir la fiche')
      await page.waitForURL('**/fiche')
      address = new URL(page.url()).pathname.replace('/fiche', '')
      await check(page)
      await leave(page)
    })

    test('au-delà des bornes, la fiche revient avec ce qui était écrit', async () => {
      const page = await open('rsi.glazoue')
      await press(page, 'Remplir la fiche')
      await page.fill('[name=title]', 'Des reçus pour les vendeuses de gari')
      await page.fill(
        '[name=scope]',
        'Le côté du gari, deux collecteurs, deux imprimantes prêtées.',
      )
      await page.fill('[name=startsOn]', inDays(1))
      await page.fill('[name=endsOn]', inDays(60))
      await page.fill('[name=budget]', '4 500 000')
      await page.fill('[name=label1]', 'Reçus remis')
      await press(page, 'Enregistrer la fiche')
      assert.match(await readFault(page, 'budget'), /au plus 4\s000\s000/)
      assert.match(await readFault(page, 'target1'), /Fixez la cible/)
      assert.equal(await page.inputValue('[name=label1]'), 'Reçus remis')
      await page.fill('[name=budget]', '800 000')
      await page.fill('[name=target1]', 'Au moins 9 sur 10')
      await press(page, 'Enregistrer la fiche')
      await page.waitForSelector('text=La fiche est enregistrée')
      await leave(page)
    })

    test('la direction la propose ; la startup lit et accepte', async () => {
      const page = await open('se.glazoue')
      await pressAndConfirm(page, 'Proposer à la startup')
      await page.waitForSelector('text=La startup est prévenue')
      reference = /EXP-\d{4}-\d{4}/.exec(await read(page))?.[0] ?? ''
      await leave(page)
      await checkMessage(app(), 'startup.a@demo.example', 'Expérimentation proposée')
      const startup = await enter('startup.a')
      await press(
        startup,
        'Accepter ou décliner l’expérimentation : Des reçus pour les vendeuses de gari',
      )
      assert.match(await read(startup), /Au moins 9 sur 10/)
      await check(startup)
      await pressAndConfirm(startup, 'Accepter l’expérimentation')
      await startup.waitForSelector('text=L’expérimentation commence')
      await leave(startup)
    })

    test('les deux parties tiennent le suivi ; le public ne voit rien encore', async () => {
      const startup = await open('membre.a')
      await startup.fill('[name=body]', 'Deux imprimantes livrées et essayées ce matin.')
      await press(startup, 'Garder cette note')
      await startup.waitForSelector('text=Note de suivi gardée')
      await leave(startup)
      const visitor = await visit()
      const response = await visitor.goto(`/experimentations/${reference}`)
      assert.equal(response?.status(), 404)
      await leave(visitor)
    })

    test('la commune juge chaque critère ; aucun ne se passe sous silence', async () => {
      const page = await open('rsi.glazoue')
      assert.match(await read(page), /Deux imprimantes livrées/)
      await press(page, 'Évaluer')
      await check(page)
      await page.fill(
        '[name=evaluation]',
        'Les collecteurs ne veulent plus du carnet, les vendeuses non plus.',
      )
      await press(page, 'Arrêter l’évaluation')
      assert.match(await readFault(page, 'measured1'), /ce qui a été mesuré/)
      await page.fill('[name=measured1]', '188 reçus pour 196 paiements')
      await page.check('[name=verdict1][value=met]')
      await press(page, 'Arrêter l’évaluation')
      await page.waitForSelector('text=L’évaluation est arrêtée')
      await leave(page)
    })

    test('la direction adopte, avec ses raisons et la fiche pour les autres communes', async () => {
      const page = await open('se.glazoue')
      await press(page, 'Décider de la suite')
      await check(page)
      await page.check('[name=decision][value=adopt]')
      await page.fill('[name=reason]', 'La cible est dépassée et les agents demandent à continuer.')
      await press(page, 'Décider')
      assert.match(await readFault(page, 'reuseSheet'), /autre commune/)
      await page.fill(
        '[name=reuseSheet]',
        'Prévoir une batterie de secours par imprimante et deux jours avec les collecteurs.',
      )
      await press(page, 'Décider')
      await page.waitForSelector('text=La solution est adoptée')
      await check(page)
      await press(page, 'Préparer la convention')
      await page.waitForURL('**/espace/conventions/**')
      assert.match(await read(page), new RegExp(`Expérimentation[\\s\\S]*|${reference}`))
      await leave(page)
    })

    test('tout le monde lit la décision, depuis la liste, le besoin et la solution', async () => {
      const page = await visit()
      await page.goto('/experimentations?decision=adopted')
      await check(page)
      await press(page, 'Des reçus pour les vendeuses de gari')
      assert.match(await read(page), /batterie de secours[\s\S]*188 reçus/)
      await check(page)
      const paper = await page.request.get(`/experimentations/${reference}/reutilisation.pdf`)
      assert.equal(paper.headers()['content-type'], 'application/pdf')
      for (const path of ['/besoins/BES-2026-0001', '/solutions/axi-ticket']) {
        await page.goto(path)
        assert.match(await read(page), /Des reçus pour les vendeuses de gari/)
      }
      await leave(page)
    })
  })
}

function inDays(days: number): string {
  return addDays(new Date(), days).toISOString().slice(0, 10)
}
