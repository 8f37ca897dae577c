import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeCall, endStandstill, glazoueMarket } from '../factories/calls.ts'
import {
  agreeConsensus,
  appoint,
  award,
  closeNotes,
  declareNoInterest,
  openProposals,
  prepareCall,
  publishCall,
  sealProposal,
  writeProposal,
} from './call-steps.ts'
import { check, leave, press, read, readFault, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`trois communes lancent un appel ensemble, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    let file = ''
    let address = ''
    const callId = () => file.split('/').at(-1) ?? ''

    async function on(account: string, act: (page: Page) => Promise<unknown>): Promise<void> {
      const page = await journey.enter(account)
      await act(page)
      await leave(page)
    }

    test('Bohicon et Houéyogbé rejoignent le besoin de Glazoué', async () => {
      for (const account of ['se.bohicon', 'se.houeyogbe'])
        await on(account, async (page) => {
          await page.goto('/besoins')
          await page.click('text=Encaisser les droits de place sans perdre de recettes')
          await page.click('text=Nous avons le même besoin')
          await page.fill('[name=users]', '6')
          await page.fill('[name=note]', 'Deux marchés chez nous, les mêmes carnets.')
          await press(page, 'Rejoindre ce besoin')
          await page.waitForSelector('text=Un besoin groupé')
        })
    })

    test('le mécanisme proposé est l’appel groupé ; il est préparé, relu, publié pour les trois', async () => {
      await on('rsi.glazoue', async (page) => {
        await page.goto(`/espace/besoins/${glazoueMarket}/mecanisme`)
        assert.match(await read(page), /[Aa]ppel groupé/)
        await check(page)
        file = await prepareCall(page, glazoueMarket, 'groupedCall')
      })
      await on('se.glazoue', async (page) => {
        address = await publishCall(page, file)
        await appoint(page, file, 'Bio Modèle', 'se.bohicon@demo.example')
      })
      await on('se.houeyogbe', async (page) => {
        await page.goto(file)
        assert.match(await read(page), /Encaisser les droits de place/)
        assert.match(await read(page), /Partage du montant entre les communes\s+À parts égales/)
        await check(page)
      })
    })

    test('une startup propose ; un comité de deux communes évalue ; Glazoué attribue', async () => {
      await on('startup.a', async (page) => {
        await writeProposal(page, address, '11 400 000')
        await sealProposal(page, address)
      })
      await closeCall(journey.app().platform.db, callId())
      for (const account of ['rsi.glazoue', 'se.bohicon'])
        await on(account, (page) => declareNoInterest(page, file))
      await on('se.glazoue', (page) => openProposals(page, file))
      for (const account of ['rsi.glazoue', 'se.bohicon'])
        await on(account, (page) => closeNotes(page, file))
      await on('rsi.glazoue', (page) => agreeConsensus(page, file))
      await on('se.glazoue', (page) => award(page, file))
    })

    async function decide(page: Page, decision: 'in' | 'out', reason: string): Promise<void> {
      await page.goto(file)
      await press(page, 'Retenir le résultat')
      await page.check(`[name=decision][value=${decision}]`)
      await page.fill('[name=reason]', reason)
      await press(page, 'Enregistrer')
    }

    test('chaque commune dit ce qu’elle fait du résultat ; ne pas le retenir se motive', async () => {
      await on('se.glazoue', (page) => decide(page, 'in', ''))
      await on('se.bohicon', async (page) => {
        await decide(page, 'in', 'Nos deux marchés commencent en même temps.')
        await page.waitForSelector('text=La décision de la commune est gardée')
      })
      await on('se.houeyogbe', async (page) => {
        await decide(page, 'out', 'Non')
        assert.match(await readFault(page, 'reason'), /20 caractères/)
        await check(page)
        await page.fill('[name=reason]', 'Le marché central est fermé pour travaux cette année.')
        await press(page, 'Enregistrer')
        await page.waitForSelector('text=La décision de la commune est gardée')
        await page.goto(file)
        const text = await read(page)
        for (const line of [
          /Glazoué\s+Retient le résultat/,
          /Bohicon\s+Retient le résultat/,
          /Houéyogbé\s+Ne le retient pas/,
        ])
          assert.match(text, line)
        await check(page)
      })
    })

    test('chaque commune qui retient le résultat prépare sa convention ; l’autre n’en a pas', async () => {
      await endStandstill(journey.app().platform.db, callId())
      await on('se.glazoue', async (page) => {
        await page.goto(file)
        await press(page, 'Rendre l’attribution définitive')
        await page.waitForSelector('text=L’attribution est définitive')
      })
      const shares = { 'se.glazoue': 0, 'se.bohicon': 0 }
      for (const [account, commune] of [
        ['se.glazoue', 'Glazoué'],
        ['se.bohicon', 'Bohicon'],
      ] as const)
        await on(account, async (page) => {
          await page.goto(file)
          const share = await page
            .locator('tr', { hasText: commune })
            .locator('[data-label="Sa part"]')
            .innerText()
          shares[account] = Number(share.replace(/\D/g, ''))
          await press(page, 'Préparer la convention')
          await page.waitForURL('**/espace/conventions/*')
          assert.ok((await read(page)).includes(share.replaceAll('\u00a0', ' ')), share)
          await check(page)
        })
      // Savalou joined the need before and has not answered: its part is kept for it.
      assert.deepEqual(Object.values(shares), [3_800_000, 3_800_000])
      await on('se.houeyogbe', async (page) => {
        await page.goto(file)
        assert.equal(await page.locator('main :text("Préparer la convention")').count(), 0)
      })
    })

    test('le registre public montre les trois communes et la startup retenue', async () => {
      const page = await journey.visit()
      await page.goto(address.replace('/appels/', '/registre/'))
      assert.match(await read(page), /Appel attribué[\s\S]*11\s400\s000/)
      await check(page)
      await leave(page)
    })
  })
}
