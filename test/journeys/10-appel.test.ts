import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import charter from '#reference/charter.json' with { type: 'json' }
import { closeCall, endStandstill, glazoueMarket } from '../factories/calls.ts'
import {
  agreeConsensus,
  appoint,
  award,
  closeNotes,
  declareNoInterest,
  joinFile,
  openProposals,
  prepareCall,
  publishCall,
  sealProposal,
  writeProposal,
} from './call-steps.ts'
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
import { accept, addMilestone, evaluate, inDays, writePoints } from './project-steps.ts'
import { signWithCode } from './sign-steps.ts'

const mandatoryPoints = charter.rows.filter((row) => row.isMandatory).map(({ key }) => key)

for (const hasScripts of [true, false]) {
  describe(`du besoin au projet clos, par un appel, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    let file = ''
    let address = ''
    let agreement = ''
    let project = ''
    const callId = () => file.split('/').at(-1) ?? ''

    async function on<T>(account: string, act: (page: Page) => Promise<T>): Promise<T> {
      const page = await journey.enter(account)
      const done = await act(page)
      await leave(page)
      return done
    }

    test('le responsable du système d’information prépare l’appel depuis le besoin', () =>
      on('rsi.glazoue', async (page) => {
        file = await prepareCall(page, glazoueMarket, 'call')
      }))

    test('la secrétaire exécutive le publie et nomme le comité', () =>
      on('se.glazoue', async (page) => {
        address = await publishCall(page, file)
        await appoint(page, file, 'Bio Modèle', 'commission@demo.example')
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
      await writeProposal(page, address, price)
      if (withFile) await joinFile(page, address)
      await page.goto(`${address}/ma-proposition/sceller`)
      await press(page, 'Sceller et envoyer')
      assert.match(await readFault(page, 'isNoted'), /Notez le code/)
      await check(page)
      await sealProposal(page, address)
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
      await writeProposal(page, address, '3000000')
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
        await on(account, (page) => declareNoInterest(page, file))
      await on('se.glazoue', async (page) => {
        await openProposals(page, file)
        assert.match(await read(page), /Akwaba Numérique[\s\S]*4\s200\s000\sFCFA/)
        await check(page)
      })
    })

    test('le comité note, s’accorde ; la direction attribue ; la startup apprend pourquoi', async () => {
      for (const account of ['rsi.glazoue', 'commission'])
        await on(account, (page) => closeNotes(page, file))
      await on('rsi.glazoue', (page) => agreeConsensus(page, file))
      await on('se.glazoue', (page) => award(page, file))
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
        agreement = new URL(page.url()).pathname
      }))

    test('les deux parties acceptent les clauses, puis signent la convention', async () => {
      await on('se.glazoue', async (page) => {
        await page.goto(agreement)
        assert.match(await read(page), /Indiquez quand la convention commence et finit/)
        await press(page, 'Objet, montant et dates')
        await page.fill('[name=startsOn]', inDays(10))
        await page.fill('[name=endsOn]', inDays(375))
        await press(page, 'Enregistrer')
        await page.waitForURL(`**${agreement}`)
      })
      for (const account of ['se.glazoue', 'startup.a'])
        await on(account, async (page) => {
          await page.goto(agreement)
          await pressAndConfirm(page, 'Accepter les clauses du cadre')
          await page.waitForSelector('text=Accord donné à')
        })
      await on('se.glazoue', async (page) => {
        await page.goto(agreement)
        await pressAndConfirm(page, 'Arrêter le texte')
        await page.waitForSelector('text=Le texte est arrêté')
      })
      for (const account of ['se.glazoue', 'startup.a'])
        await on(account, async (page) => {
          await page.goto(agreement)
          await press(page, 'Signer')
          await signWithCode(page, journey.app(), account)
        })
    })

    test('le projet s’ouvre de la convention : ce qui est signé y est déjà', () =>
      on('se.glazoue', async (page) => {
        await page.goto(agreement)
        await press(page, 'Ouvrir le projet')
        await page.waitForSelector('text=Voici le projet de cette convention')
        project = new URL(page.url()).pathname
        assert.match(await read(page), /4\s200\s000\sFCFA/)
        await check(page)
        await page.goto(`${project}/charte/objectives`)
        assert.notEqual(await page.inputValue('[name=body]'), '')
        await writePoints(page, project, mandatoryPoints)
        await page.goto(`${project}/jalons`)
        await addMilestone(page, { title: 'Deux marchés', due: 30, weight: '100', share: '100' })
        await page.goto(project)
        await pressAndConfirm(page, 'Démarrer le projet')
        await page.waitForSelector('text=Le projet est démarré')
      }))

    test('livré, accepté, évalué, clos : le registre dit tout, du besoin à la clôture', async () => {
      await on('startup.a', async (page) => {
        await page.goto(project)
        await press(page, '1. Deux marchés')
        await press(page, 'Déclarer livré')
        await page.fill('[name=note]', 'Deux marchés équipés, douze collecteurs formés.')
        await press(page, 'Déclarer livré')
        await page.waitForSelector('text=Le jalon est livré')
        await evaluate(page, project)
      })
      await on('se.glazoue', async (page) => {
        await page.click('text=Prononcer la recette : Deux marchés')
        await accept(page)
        await evaluate(page, project)
        await pressAndConfirm(page, 'Clore le projet')
        await page.waitForSelector('text=Le projet est clos')
        await check(page)
      })
      const page = await journey.visit()
      await page.goto(address)
      await press(page, 'Tout le parcours, au registre public')
      const told = await read(page)
      for (const words of ['Appel attribué', 'Convention signée', 'Projet clos'])
        assert.match(told, new RegExp(words))
      await check(page)
      await leave(page)
    })
  })
}
