import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { addDaysTo, addYearsTo } from '#platform/days.rules.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { readCode } from '../factories/messages.ts'
import { pdf } from './files.ts'
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

const founder = 'fondatrice@essai.example'
const colleague = 'collegue@essai.example'
const association = 'ancb@demo.example'
const password = 'le marché ouvre à six heures'
const name = 'Ayidohoun Logiciels'
const presentation =
  'Nous outillons les marchés et les gares routières des communes : quittances, droits de place, et un appui dans la langue des agents.'

const issuedOn = addDaysTo(toDay(new Date()), -200)
const labelEnd = formatDate(addYearsTo(issuedOn, 3))

for (const hasScripts of [true, false]) {
  describe(`une startup s’inscrit et se fait vérifier, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    const told = (recipient: string, beginning: string) =>
      checkMessage(journey.app(), recipient, beginning)

    async function signIn(email: string): Promise<Page> {
      const page = await journey.visit()
      await page.goto('/connexion?suite=/espace/startup')
      await page.fill('[name=identifiant]', email)
      await page.fill('[name=motDePasse]', password)
      await press(page, 'Se connecter')
      await page.waitForURL('**/espace/startup')
      return page
    }

    const openReview = async (tab: string, decision: string) =>
      openDecision(await journey.enter('ancb'), tab, name, decision)

    test('depuis l’annuaire, la fondatrice crée son compte et inscrit l’entreprise', async () => {
      const page = await journey.visit()
      await page.goto('/startups')
      await check(page)
      await press(page, 'Inscrire votre startup')
      await press(page, 'Créer un compte')
      await page.fill('[name=nom]', 'Ayaba Hounkpè')
      await page.fill('[name=identifiant]', founder)
      await page.fill('[name=motDePasse]', password)
      await press(page, 'Continuer')
      await page.fill('[name=code]', await readCode(journey.app().platform.db, founder))
      await press(page, 'Créer mon compte')
      await page.waitForURL('**/startups/inscrire')
      await check(page)
      await fillRegistration(page)
      await press(page, 'Inscrire la startup')

      assert.equal(await readFault(page, 'ifu'), 'Erreur : Indiquez les 13 chiffres du numéro IFU')
      await check(page)
      await checkNothingLost(page)
      await page.fill('[name=ifu]', '3202 4012 3456 7')
      await press(page, 'Inscrire la startup')
      await page.waitForURL('**/espace/startup')
      const text = await read(page)
      assert.match(text, /Ayidohoun Logiciels est inscrite, et vous agissez maintenant en son nom/)
      assert.match(text, /3202401234567[\s\S]*RB\/COT\/24 B 12345/)
      assert.match(text, new RegExp(`Valable jusqu’au\\s*${labelEnd}`))
      await check(page)

      assert.match(text, /Le dossier pourra être soumis quand tous ces points/)
      assert.doesNotMatch(text, /Soumettre à vérification/)
      await leave(page)
    })

    test('elle invite un collègue, qui accepte par le lien du courrier sortant', async () => {
      const page = await signIn(founder)
      await page.goto('/espace')
      await check(page)
      await press(page, 'Membres et invitations')
      await press(page, 'Inviter quelqu’un')
      await page.fill('[name=destinataire]', colleague)
      await page.selectOption('[name=role]', 'member')
      await check(page)
      await press(page, 'Envoyer l’invitation')
      await page.waitForSelector('text=L’invitation est partie')
      await check(page)
      await leave(page)

      const invited = await journey.visit()
      await invited.goto(`/courrier-sortant?q=${colleague}`)
      await check(invited)
      assert.match(await read(invited), /Ayaba Hounkpè vous invite à rejoindre Ayidohoun Logiciels/)
      await invited.locator('main a[href*="/invitations/"]').first().click()
      await check(invited)
      await press(invited, 'Créer mon compte et accepter')
      await invited.fill('[name=nom]', 'Codjo Ahouandjinou')
      await invited.fill('[name=motDePasse]', password)
      await check(invited)
      await press(invited, 'Créer mon compte et accepter')
      await invited.waitForURL('**/espace')
      assert.match(await read(invited), /Ayidohoun Logiciels/)
      await told(founder, 'Codjo Ahouandjinou a rejoint Ayidohoun Logiciels')
      await leave(invited)
    })

    test('le collègue complète ce qui manque ; la responsable soumet le dossier', async () => {
      const member = await signIn(colleague)
      await press(member, 'Présentez la startup en 80 caractères au moins.')
      await check(member)
      await member.fill('[name=presentation]', presentation)
      await press(member, 'Enregistrer')
      await member.waitForSelector('text=Le dossier de la startup est enregistré')
      assert.match(await read(member), /L’étape suivante revient au responsable de la startup/)
      await leave(member)

      const page = await signIn(founder)
      await pressAndConfirm(page, 'Soumettre à vérification')
      await page.waitForSelector('text=Le dossier est soumis')
      await check(page)
      await told(association, `À vérifier : ${name}`)
      await leave(page)
    })

    test('l’association demande des corrections, avec leur motif', async () => {
      const page = await openReview('submitted', 'Demander des corrections')
      await press(page, 'Demander les corrections')
      assert.match(await readFault(page, 'reason'), /Écrivez le motif/)
      await check(page)
      await page.fill('[name=reason]', 'Le numéro de téléphone ne répond pas : donnez-en un autre.')
      await press(page, 'Demander les corrections')
      await page.waitForSelector('text=Les corrections sont demandées')
      await leave(page)
      for (const person of [founder, colleague]) {
        const { body, link } = await told(person, `À corriger : ${name}`)
        assert.match(body, /Le numéro de téléphone ne répond pas/)
        assert.equal(link, '/espace/startup')
      }
    })

    test('la fondatrice corrige et soumet de nouveau', async () => {
      const page = await signIn(founder)
      assert.match(await read(page), /Le numéro de téléphone ne répond pas/)
      await check(page)
      await press(page, 'Modifier le dossier')
      await page.fill('[name=phone]', '01 97 00 11 22')
      await press(page, 'Enregistrer')
      await pressAndConfirm(page, 'Soumettre de nouveau')
      await page.waitForSelector('text=Le dossier corrigé est soumis')
      await told(association, `Corrigé, à vérifier : ${name}`)
      await leave(page)
    })

    test('l’association contrôle chaque point, puis vérifie : la fiche est publique', async () => {
      const page = await openReview('submitted', 'Vérifier')
      await press(page, 'Vérifier et publier')
      assert.match(await readFault(page, 'checks'), /Cochez chaque point/)
      for (const box of await page.locator('[name=checks]').all()) await box.check()
      await press(page, 'Vérifier et publier')
      await page.waitForSelector('text=Le dossier est vérifié')
      await check(page)
      for (const person of [founder, colleague]) await told(person, `Vérifié : ${name}`)
      await leave(page)

      const visitor = await journey.visit()
      await visitor.goto('/startups')
      await press(visitor, name)
      const text = await read(visitor)
      assert.match(text, new RegExp(`Label startup valable jusqu’au ${labelEnd}`))
      assert.match(text, /droits de place/)
      await check(visitor)
      await leave(visitor)
    })

    test('suspendue, la fiche n’est plus publique ; rétablie, elle l’est de nouveau', async () => {
      const address = '/startups/ayidohoun-logiciels'
      const visitor = await journey.visit()
      const page = await openReview('verified', 'Suspendre')
      await page.fill('[name=reason]', 'Trois communes signalent une fausse référence.')
      await press(page, 'Suspendre la fiche')
      await page.waitForSelector('text=La fiche est suspendue')
      assert.equal((await visitor.goto(address))?.status(), 404)
      await check(visitor)
      await told(founder, `Suspendu : ${name}`)
      await leave(page)

      const again = await openReview('suspended', 'Rétablir')
      await again.fill('[name=reason]', 'La référence a été retirée du dossier.')
      await press(again, 'Rétablir la fiche')
      await again.waitForSelector('text=La fiche est rétablie')
      assert.equal((await visitor.goto(address))?.status(), 200)
      await told(colleague, `Rétabli : ${name}`)
      await leave(again)
      await leave(visitor)
    })
  })
}

/** Everything but the presentation; the IFU lacks a figure. */
async function fillRegistration(page: Page): Promise<void> {
  await page.fill('[name=name]', name)
  await page.selectOption('[name=legalForm]', 'sarl')
  await page.fill('[name=ifu]', '320240123456')
  await page.fill('[name=rccm]', 'RCCM RB COT 24 B 12345')
  await page.selectOption('[name=communeId]', { label: 'Bohicon' })
  await page.fill('[name=address]', 'Quartier Zongo, près du marché')
  await page.fill('[name=email]', founder)
  await page.check('[name=domains][value=markets]')
  await page.fill('[name=labelNumber]', 'LS-2026-041')
  await page.fill('[name=labelIssuedOn]', issuedOn)
  await page.setInputFiles('[name=labelFile]', pdf('décision du label.pdf'))
}

async function checkNothingLost(page: Page): Promise<void> {
  for (const [field, value] of [
    ['name', name],
    ['ifu', '320240123456'],
    ['rccm', 'RCCM RB COT 24 B 12345'],
    ['address', 'Quartier Zongo, près du marché'],
    ['labelIssuedOn', issuedOn],
  ] as const)
    assert.equal(await page.inputValue(`[name=${field}]`), value)
  assert.equal(await page.locator('[name=communeId] option:checked').innerText(), 'Bohicon')
  assert.ok(await page.isChecked('[name=domains][value=markets]'))
  assert.match(await read(page), /Fichier déjà reçu : décision du label\.pdf/)
}
