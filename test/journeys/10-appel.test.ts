import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { toLocalMoment } from '#platform/format.ts'
import { closeCall, endStandstill, glazoueMarket } from '../factories/calls.ts'
import { pdf } from './files.ts'
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

const day = 86_400_000
const inDays = (days: number) => toLocalMoment(new Date(Date.now() + days * day))
const answer =
  'Deux marchés d’abord, puis les sept autres en six semaines, avec une formatrice sur place.'
const summary =
  'Un carnet et un téléphone par collecteur, un reçu par SMS dès que le réseau revient au marché.'

for (const hasScripts of [true, false]) {
  describe(`une commune lance un appel et l’attribue, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    let file = ''
    let address = ''
    const callId = () => file.split('/').at(-1) ?? ''

    async function on<T>(account: string, act: (page: Page) => Promise<T>): Promise<T> {
      const page = await journey.enter(account)
      const done = await act(page)
      await leave(page)
      return done
    }

    test('le responsable du système d’information prépare l’appel depuis le besoin', () =>
      on('rsi.glazoue', async (page) => {
        await page.goto(`/espace/besoins/${glazoueMarket}/appeler?mecanisme=call`)
        await check(page)
        await press(page, 'Préparer l’appel')
        await page.waitForURL('**/etapes/object')
        await check(page)
        for (const next of ['lots', 'criteria', 'calendar']) {
          await press(page, 'Enregistrer et continuer')
          await page.waitForURL(`**/etapes/${next}`)
        }
        await page.fill('[name=questionsUntil]', inDays(2))
        await page.fill('[name=deadline]', inDays(40))
        await page.fill('[name=committeeSize]', '2')
        await check(page)
        await press(page, 'Enregistrer et continuer')
        await page.waitForURL('**/etapes/money')
        await press(page, 'Enregistrer et continuer')
        await page.waitForURL(/\/espace\/appels\/[^/]+$/)
        file = new URL(page.url()).pathname
        await check(page)
        await press(page, 'Soumettre à relecture')
        await page.waitForSelector('text=L’appel est soumis à relecture')
      }))

    test('la secrétaire exécutive le publie et nomme le comité', () =>
      on('se.glazoue', async (page) => {
        await page.goto(file)
        await pressAndConfirm(page, 'Publier')
        await page.waitForURL('**/appels/APP-*')
        address = new URL(page.url()).pathname
        await check(page)
        for (const [field, value] of [
          ['personId', 'Bio Modèle'],
          ['address', 'commission@demo.example'],
        ] as const) {
          await page.goto(`${file}/comite`)
          if (field === 'personId') await page.selectOption('[name=personId]', { label: value })
          else await page.fill('[name=address]', value)
          await press(page, 'Nommer')
          await page.waitForSelector('text=sa déclaration est attendue')
        }
        await check(page)
      }))

    test('une startup demande sans être nommée ; tous lisent la réponse', async () => {
      await on('startup.b', async (page) => {
        await page.goto(`${address}/question`)
        await page.fill('[name=body]', 'trop court')
        await press(page, 'Envoyer la question')
        assert.match(await readFault(page, 'body'), /20 caractères/)
        await check(page)
        await page.fill(
          '[name=body]',
          'Les collecteurs ont-ils déjà un téléphone, et de quel type ?',
        )
        await press(page, 'Envoyer la question')
        await page.waitForSelector('text=transmise sans votre nom')
      })
      await on('rsi.glazoue', async (page) => {
        await page.goto(`${file}/questions`)
        assert.doesNotMatch(await read(page), /Zem Data/)
        await check(page)
        await page.locator('main .card a').first().click()
        await page.fill(
          '[name=answer]',
          'Cinq ont un téléphone à touches, trois un téléphone Android.',
        )
        await check(page)
        await press(page, 'Publier la réponse')
        await page.waitForSelector('text=La réponse est publique')
      })
      const page = await journey.visit()
      await page.goto(address)
      assert.match(await read(page), /trois un téléphone Android/)
      await leave(page)
    })

    async function propose(page: Page, price: string, withFile: boolean): Promise<void> {
      await page.goto(address)
      await press(page, 'Préparer une proposition')
      await page.waitForURL('**/ma-proposition')
      await check(page)
      await press(page, 'Rédiger')
      await page.fill('[name=summary]', summary)
      for (const row of [1, 2, 3]) await page.fill(`[name=answer${row}]`, answer)
      await page.fill('[name=price1]', price)
      await page.check('[name=isDeclared]')
      await check(page)
      await press(page, 'Enregistrer le brouillon')
      await page.waitForSelector('text=Le brouillon est enregistré')
      if (withFile) {
        await page.goto(`${address}/ma-proposition/pieces`)
        await page.setInputFiles('[name=file]', pdf('méthode.pdf'))
        await press(page, 'Joindre')
        await page.waitForSelector('text=La pièce est jointe, et chiffrée')
        await check(page)
      }
      await page.goto(`${address}/ma-proposition/sceller`)
      await press(page, 'Sceller et envoyer')
      assert.match(await readFault(page, 'isNoted'), /Notez le code/)
      await check(page)
      await page.check('[name=isNoted]')
      await press(page, 'Sceller et envoyer')
      await page.waitForSelector('text=La proposition est scellée')
      await check(page)
    }

    test('deux startups scellent leur proposition ; la commune n’en voit rien', async () => {
      await on('startup.a', (page) => propose(page, '4 200 000', true))
      await on('startup.d', (page) => propose(page, '5100000', false))
      await checkMessage(journey.app(), 'startup.a@demo.example', 'Proposition scellée')
      await on('se.glazoue', async (page) => {
        await page.goto(file)
        assert.doesNotMatch(await read(page), /Akwaba|Sika/)
      })
    })

    test('une proposition qui arrive trop tard reste en brouillon', async () => {
      const page = await journey.enter('startup.b')
      await page.goto(address)
      await press(page, 'Préparer une proposition')
      await press(page, 'Rédiger')
      await page.fill('[name=summary]', summary)
      for (const row of [1, 2, 3]) await page.fill(`[name=answer${row}]`, answer)
      await page.fill('[name=price1]', '3000000')
      await page.check('[name=isDeclared]')
      await press(page, 'Enregistrer le brouillon')
      await page.goto(`${address}/ma-proposition/sceller`)
      await page.check('[name=isNoted]')
      await closeCall(journey.app().platform.db, callId())
      await press(page, 'Sceller et envoyer')
      await page.waitForSelector('text=La date limite est passée')
      await page.goto(`${address}/ma-proposition`)
      assert.match(await read(page), /Ce brouillon n’a pas été scellé/)
      await check(page)
      await leave(page)
    })

    test('chacun déclare ses intérêts, puis la commune ouvre', async () => {
      for (const account of ['rsi.glazoue', 'commission'])
        await on(account, async (page) => {
          await page.goto(`${file}/comite/declaration`)
          await check(page)
          await page.check('[name=interest][value=none]')
          await press(page, 'Déclarer')
          await page.waitForURL('**/evaluation')
        })
      await on('se.glazoue', async (page) => {
        await page.goto(file)
        await press(page, 'Ouvrir les propositions')
        await page.fill('[name=attendees]', 'Sènami Fictif, secrétaire exécutive')
        await check(page)
        await press(page, 'Ouvrir maintenant')
        await page.waitForSelector('text=2 propositions ouvertes')
        assert.match(await read(page), /Akwaba Numérique[\s\S]*4\s200\s000\sFCFA/)
        await check(page)
      })
    })

    async function note(page: Page, kind: 'noter' | 'consensus', points: string): Promise<void> {
      await page.goto(`${file}/evaluation`)
      const links = await page
        .locator('main table a')
        .evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''))
      const bases = [...new Set(links.map((href) => href.replace(/\/consensus$/, '')))]
      for (const base of bases) {
        await page.goto(`${base}/${kind}`)
        for (const row of [1, 2, 3]) {
          await page.fill(`[name=points${row}]`, points)
          await page.fill(`[name=text${row}]`, 'Méthode claire, éprouvée ailleurs.')
        }
        await check(page)
        await press(page, kind === 'noter' ? 'Garder mes notes' : 'Garder le consensus')
        await page.waitForURL('**/evaluation')
      }
    }

    test('le comité note, s’accorde ; la direction attribue ; la startup apprend pourquoi', async () => {
      for (const account of ['rsi.glazoue', 'commission'])
        await on(account, async (page) => {
          await note(page, 'noter', '80')
          await pressAndConfirm(page, 'J’ai terminé mes notes')
          await page.waitForSelector('text=vos notes sont closes')
        })
      await on('rsi.glazoue', async (page) => {
        await note(page, 'consensus', '75')
        await check(page)
        await pressAndConfirm(page, 'Arrêter l’évaluation')
        await page.waitForSelector('text=L’évaluation est arrêtée')
      })
      await on('se.glazoue', async (page) => {
        await page.goto(`${file}/attribuer`)
        await press(page, 'Prendre la décision')
        assert.match(await readFault(page, 'reason1'), /raison/)
        await check(page)
        await page.fill('[name=reason1]', 'La mieux classée, et la moins chère.')
        await press(page, 'Prendre la décision')
        await page.waitForSelector('text=La décision est prise')
        await check(page)
      })
      await on('startup.d', async (page) => {
        await page.goto(`${address}/ma-proposition`)
        assert.match(await read(page), /n’est pas retenue[\s\S]*Méthode claire/)
        await check(page)
      })
    })

    test('le délai d’attente passé, l’attribution est définitive et la convention se prépare', () =>
      on('se.glazoue', async (page) => {
        await endStandstill(journey.app().platform.db, callId())
        await page.goto(file)
        await press(page, 'Rendre l’attribution définitive')
        await page.waitForSelector('text=L’attribution est définitive')
        await press(page, 'Préparer la convention')
        await page.waitForURL('**/espace/conventions/*')
        assert.match(await read(page), /4\s200\s000\sFCFA/)
        await check(page)
      }))
  })
}
