import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { disguised, empty, pdf, png, tooLarge } from './files.ts'
import { fillSection, sections, solutionName } from './foiral.ts'
import {
  check,
  checkMessage,
  leave,
  openDecision,
  press,
  pressAndConfirm,
  read,
  readFault,
  useJourney,
} from './journey.ts'

const startup = ['startup.a@demo.example', 'membre.a@demo.example'] as const
const association = 'ancb@demo.example'
const publicAddress = '/solutions/foiral-clair'

for (const hasScripts of [true, false]) {
  describe(`une startup présente une solution, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    let address = ''
    const told = (recipient: string, beginning: string) =>
      checkMessage(journey.app(), recipient, beginning)

    async function tellStartup(beginning: string, reason: RegExp): Promise<void> {
      for (const person of startup) {
        const { body, link } = await told(person, beginning)
        assert.match(body, reason)
        assert.equal(link, address)
      }
    }

    const review = async (tab: string, file: string, decision: string) =>
      openDecision(await journey.enter('ancb'), tab, file, decision)

    test('un membre la décrit, section par section', async () => {
      const page = await journey.enter('membre.a')
      await page.goto('/espace/solutions')
      await check(page)
      await press(page, 'Présenter une solution')
      await page.fill('[name=name]', solutionName)
      await check(page)
      await press(page, 'Commencer')
      for (const section of sections) {
        await fillSection(page, section)
        await check(page)
        await press(page, 'Enregistrer')
      }
      await page.waitForURL(/\/espace\/solutions\/[0-9a-f-]{36}$/)
      address = new URL(page.url()).pathname
      await check(page)
      const text = await read(page)
      assert.doesNotMatch(text, /Ce qui manque au dossier|À compléter/)
      assert.match(text, /Soumettre à vérification/)
      await leave(page)
    })

    test('ce qui ne va pas est dit près du champ', async () => {
      const page = await journey.enter('startup.a')
      await page.goto(`${address}/modifier/presentation`)
      await page.fill('[name=demoUrl]', 'javascript:alert(1)')
      await press(page, 'Enregistrer')
      assert.match(await readFault(page, 'demoUrl'), /commence par https/)
      await check(page)

      await page.goto(`${address}/modifier/prerequis`)
      await page.fill('[name=populationMax]', '1 000')
      await press(page, 'Enregistrer')
      assert.match(await readFault(page, 'populationMax'), /inférieure à la plus petite/)
      assert.equal(await page.inputValue('[name=populationMax]'), '1 000')

      await page.goto(`${address}/modifier/hebergement`)
      await page.check('[name=apdpStatus][value=notNeeded]')
      await press(page, 'Enregistrer')
      assert.match(await readFault(page, 'apdpStatus'), /dites où en est la déclaration/)
      await page.check('[name=apdpStatus][value=declared]')
      await press(page, 'Enregistrer')
      await page.waitForURL('**/modifier/reversibilite')
      await press(page, 'Retour à la solution')
      await press(page, 'Indiquez le numéro de la déclaration ou de l’autorisation de l’APDP.')
      await page.fill('[name=apdpNumber]', 'APDP-2026-0415')
      await press(page, 'Enregistrer')
      await page.waitForURL('**/modifier/reversibilite**')
      await leave(page)
    })

    test('le calculateur dit ce que lira une commune', async () => {
      const page = await journey.enter('startup.a')
      await page.goto(`${address}/modifier/prix`)
      await page.selectOption('[name=commune]', 'glazoue')
      await page.fill('[name=utilisateurs]', '4')
      await press(page, 'Calculer')
      await page.waitForURL('**commune=glazoue**')
      // 600 000 par an, 5 FCFA pour chacun des 124 431 habitants, 12 000 pour chacun des 4 agents.
      assert.match(await page.innerText('#apercu'), /Chaque année suivante\s*1\s270\s155/)
      assert.match(await page.innerText('#apercu'), /Première année\s*1\s770\s155/)
      await check(page)
      await leave(page)
    })

    test('documents et captures : ce qui n’en est pas un est refusé, et la légende reste', async () => {
      const page = await journey.enter('startup.a')
      await page.goto(`${address}/fichiers`)
      await check(page)
      await press(page, 'Ajouter une capture d’écran')
      await page.fill('[name=caption]', 'Le total du soir, par espèce')
      await page.setInputFiles('[name=file]', disguised('ecran.png'))
      await press(page, 'Ajouter')
      assert.match(await readFault(page, 'file'), /n’est pas du type attendu : PNG, JPEG, WebP/)
      assert.equal(await page.inputValue('[name=caption]'), 'Le total du soir, par espèce')
      await check(page)
      await page.setInputFiles('[name=file]', png('ecran.png', await page.screenshot()))
      await press(page, 'Ajouter')
      await page.waitForSelector('text=Le fichier est ajouté')

      await press(page, 'Ajouter un document')
      await page.fill('[name=caption]', 'Guide de l’agent')
      await page.setInputFiles('[name=file]', empty('guide.pdf'))
      await press(page, 'Ajouter')
      assert.match(await readFault(page, 'file'), /Ce fichier est vide/)
      await page.setInputFiles('[name=file]', tooLarge('guide.pdf', 5))
      await press(page, 'Ajouter')
      assert.match(await readFault(page, 'file'), /trop lourd : 5 Mo au plus/)
      assert.doesNotMatch(await read(page), /Fichier déjà reçu/)
      await check(page)
      await page.setInputFiles('[name=file]', pdf('..\\"><img src=x onerror=alert(1)>.pdf'))
      await press(page, 'Ajouter')
      await page.waitForSelector('text=Le fichier est ajouté')
      assert.equal(await page.locator('main img').count(), 0)
      await check(page)
      await leave(page)
    })

    test('la responsable la soumet, l’association demande des corrections', async () => {
      const page = await journey.enter('startup.a')
      await page.goto(address)
      await pressAndConfirm(page, 'Soumettre à vérification')
      await page.waitForSelector('text=Le dossier est soumis')
      await check(page)
      await told(association, `À vérifier : ${solutionName}`)
      await leave(page)

      const staff = await review('submitted', solutionName, 'Demander des corrections')
      await staff.fill('[name=reason]', 'Dites ce que deviennent les photos des vendeurs.')
      await press(staff, 'Demander les corrections')
      await staff.waitForSelector('text=Les corrections sont demandées')
      await leave(staff)
      await tellStartup(`À corriger : ${solutionName}`, /photos des vendeurs/)
    })

    test('la startup corrige ce qui est demandé et soumet de nouveau', async () => {
      const page = await journey.enter('membre.a')
      await check(page)
      await press(page, `Corriger la solution : ${solutionName}`)
      assert.match(await read(page), /photos des vendeurs/)
      await check(page)
      await press(page, 'Réversibilité, licence et support')
      await page.fill(
        '[name=reversibility]',
        'Un fichier CSV de toutes les ventes et les photos, remis en cinq jours ; nous effaçons ensuite les nôtres.',
      )
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=La section est enregistrée')
      await pressAndConfirm(page, 'Soumettre de nouveau')
      await page.waitForSelector('text=Le dossier corrigé est soumis')
      await told(association, `Corrigé, à vérifier : ${solutionName}`)
      await leave(page)
    })

    test('l’association contrôle chaque point et vérifie : la fiche est publique', async () => {
      const page = await review('submitted', solutionName, 'Vérifier')
      await press(page, 'Vérifier et publier')
      assert.match(await readFault(page, 'checks'), /Cochez chaque point/)
      for (const box of await page.locator('[name=checks]').all()) await box.check()
      await press(page, 'Vérifier et publier')
      await page.waitForSelector('text=Le dossier est vérifié')
      await leave(page)
      await tellStartup(`Vérifié : ${solutionName}`, /publique dans le catalogue/)

      const visitor = await journey.visit()
      await visitor.goto('/solutions?q=betail')
      await press(visitor, solutionName)
      const text = await read(visitor)
      assert.match(text, /Suivre chaque vente[\s\S]*Aucune commune ne l’a encore confirmé/)
      assert.match(text, /2G[\s\S]*Parakou, salle de serveurs louée[\s\S]*EUPL 1\.2/)
      assert.match(text, /nous effaçons ensuite les nôtres/)
      await check(visitor)
      const image = visitor.locator('main img').first()
      assert.equal(await image.getAttribute('alt'), 'Le total du soir, par espèce')
      const picture = await visitor.request.get((await image.getAttribute('src')) ?? '')
      assert.equal(picture.headers()['content-type'], 'image/png')
      await leave(visitor)
    })

    test('un changement après vérification est dit à l’association', async () => {
      const page = await journey.enter('startup.a')
      await page.goto(`${address}/modifier/prix`)
      await check(page)
      await page.fill('[name=priceYearly]', '650000')
      await press(page, 'Enregistrer')
      await page.waitForURL(`**${address}`)
      const { body } = await told(association, `Modifié après vérification : ${solutionName}`)
      assert.match(body, /600.000.FCFA → 650.000.FCFA/)
      await leave(page)
    })

    test('suspendue, elle quitte le catalogue ; rétablie, elle y revient', async () => {
      const visitor = await journey.visit()
      const page = await review('verified', solutionName, 'Suspendre')
      await page.fill('[name=reason]', 'Deux communes disent ne plus joindre le support.')
      await press(page, 'Suspendre la fiche')
      await page.waitForSelector('text=La fiche est suspendue')
      await leave(page)
      assert.equal((await visitor.goto(publicAddress))?.status(), 404)
      await tellStartup(`Suspendu : ${solutionName}`, /ne plus joindre le support/)

      const again = await review('suspended', solutionName, 'Rétablir')
      await again.fill('[name=reason]', 'Le numéro du support a été corrigé et répond.')
      await press(again, 'Rétablir la fiche')
      await again.waitForSelector('text=La fiche est rétablie')
      await leave(again)
      assert.equal((await visitor.goto(publicAddress))?.status(), 200)
      await tellStartup(`Rétabli : ${solutionName}`, /de nouveau publique/)
      await leave(visitor)
    })

    test('une autre est refusée avec ses motifs, et sa startup peut la rouvrir', async () => {
      const page = await review('submitted', 'Signal Rue', 'Refuser')
      await page.fill('[name=reason]', 'La solution existe déjà au catalogue sous un autre nom.')
      await press(page, 'Refuser le dossier')
      await page.waitForSelector('text=Le dossier est refusé')
      await leave(page)
      const { body, link } = await told('startup.b@demo.example', 'Refusé : Signal Rue')
      assert.match(body, /existe déjà au catalogue[\s\S]*rouvrir le dossier/)

      const owner = await journey.enter('startup.b')
      await owner.goto(link ?? '')
      assert.match(await read(owner), /existe déjà au catalogue/)
      await check(owner)
      await pressAndConfirm(owner, 'Rouvrir le dossier')
      await owner.waitForSelector('text=Le dossier est rouvert')
      await leave(owner)
    })
  })
}
