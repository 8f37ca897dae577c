import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoId } from '#demo/ids.ts'
import {
  check,
  leave,
  openDecision,
  press,
  pressAndConfirm,
  read,
  readFault,
  useJourney,
} from './journey.ts'

const need = `/espace/besoins/${demoId('need:glazoue:Savoir ce que la commune possède')}`
const contact = `/espace/contacts/${demoId('contact:1')}`
const solution = `/espace/solutions/${demoId('solution:gare-claire')}`
const hostile =
  '"><script>alert(document.cookie)</script><img src=x onerror=alert(1)> {count} é\u202e'

const countOf = async (page: Page, text: string) =>
  (await page.locator('ol.thread').innerText()).split(text).length - 1

for (const hasScripts of [true, false]) {
  describe(`deux fois, à deux, trop long, hostile, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)

    test('presser deux fois n’envoie qu’un message', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto(contact)
      await page.fill('[name=body]', 'Nous serons quatre.')
      await page.locator('main button', { hasText: 'Envoyer le message' }).dblclick()
      await page.waitForSelector('text=Message envoyé')
      assert.equal(await countOf(page, 'Nous serons quatre.'), 1)
      await leave(page)
    })

    test('« Précédent » après l’envoi : la page sert encore, et rien n’est envoyé en double', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto('/espace/besoins')
      await page.goto(contact)
      await page.fill('[name=body]', 'La salle est au premier étage.')
      await press(page, 'Envoyer le message')
      await page.waitForSelector('text=Message envoyé')
      await page.goBack()
      await page.fill('[name=body]', 'Il y a une rampe à gauche.')
      await press(page, 'Envoyer le message')
      await page.waitForSelector('text=/Message envoyé|avec un autre contenu/')
      await leave(page)
    })

    test('la réponse s’est perdue, le texte a changé : il revient, ni fait ni perdu', async () => {
      const page = await journey.enter('rsi.glazoue')
      await page.goto(contact)
      await sendUnseen(page, { body: 'Premier envoi, dont la réponse se perd.' })
      await page.fill('[name=body]', 'Second texte, écrit après la coupure.')
      await press(page, 'Envoyer le message')
      await page.waitForSelector('text=avec un autre contenu')
      assert.equal(await page.inputValue('[name=body]'), 'Second texte, écrit après la coupure.')
      assert.equal(await countOf(page, 'Premier envoi'), 1)
      await check(page)
      await press(page, 'Envoyer le message')
      await page.waitForSelector('text=Message envoyé')
      assert.equal(await countOf(page, 'Second texte'), 1)
      await leave(page)
    })

    test('deux personnes écrivent le même besoin : la seconde voit ce que la première a gardé', async () => {
      const [one, two] = [await journey.enter('rsi.glazoue'), await journey.enter('agent.glazoue')]
      for (const page of [one, two]) await page.goto(`${need}/etapes/people`)
      await one.fill('[name=beneficiaries]', 'Le service du matériel')
      await press(one, 'Enregistrer et continuer')
      await one.waitForURL('**/etapes/scope')
      await two.fill('[name=beneficiaries]', 'Tous les services de la mairie')
      await press(two, 'Enregistrer et continuer')
      await two.waitForSelector('text=Quelqu’un a modifié ce besoin')
      assert.match(await read(two), /Le service du matériel/)
      assert.equal(await two.inputValue('[name=beneficiaries]'), 'Tous les services de la mairie')
      await check(two)
      await press(two, 'Enregistrer et continuer')
      await two.waitForURL('**/etapes/scope')
      await one.goto(need)
      assert.match(await read(one), /Tous les services de la mairie/)
      await leave(one)
      await leave(two)
    })

    test('deux collègues écrivent la même section : chacune garde son texte', async () => {
      const [one, two] = [await journey.enter('startup.a'), await journey.enter('membre.a')]
      for (const page of [one, two]) await page.goto(`${solution}/modifier/reversibilite`)
      const kept = 'Un export complet en CSV, remis sous trente jours et sans frais.'
      const typed = 'Un export complet en tableur, remis sous dix jours et sans frais.'
      await one.fill('[name=reversibility]', kept)
      await press(one, 'Enregistrer')
      await one.waitForSelector('text=La section est enregistrée')
      await two.fill('[name=reversibility]', typed)
      await press(two, 'Enregistrer')
      assert.match(
        await readFault(two, 'reversibility'),
        /enregistrée entre-temps : Un export complet en CSV/,
      )
      assert.equal(await two.inputValue('[name=reversibility]'), typed)
      await check(two)
      await leave(one)
      await leave(two)
    })

    test('la décision ne tombe jamais sur un autre dossier que celui qui a été lu', async () => {
      const owner = await journey.enter('startup.a')
      await owner.goto(solution)
      await pressAndConfirm(owner, 'Soumettre de nouveau')
      await owner.waitForSelector('text=Le dossier corrigé est soumis')
      const staff = await openDecision(
        await journey.enter('ancb'),
        'submitted',
        'Gare Claire',
        'Demander des corrections',
      )
      await owner.reload()
      await pressAndConfirm(owner, 'Reprendre le dossier')
      await owner.waitForSelector('text=de nouveau un brouillon')
      await staff.fill('[name=reason]', 'Le prix par gare manque dans le dossier.')
      await press(staff, 'Demander les corrections')
      await staff.waitForSelector('text=la situation a changé')
      assert.equal(
        await staff.inputValue('[name=reason]'),
        'Le prix par gare manque dans le dossier.',
      )
      await check(staff)
      await leave(owner)
      await leave(staff)
    })

    test('un texte trop long ou hostile revient dans son champ, entier et sans effet', async () => {
      const page = await journey.enter('rsi.glazoue')
      page.on('dialog', () => assert.fail('un script s’est exécuté'))
      for (const [address, field, button, limit] of [
        [contact, 'body', 'Envoyer le message', 4000],
        [`${need}/etapes/problem`, 'title', 'Enregistrer et continuer', 120],
        ['/solutions/axi-ticket/pairs', 'question', 'Envoyer la question', 4000],
        ['/espace/compte', 'nom', 'Enregistrer', 120],
      ] as const) {
        const typed = hostile + 'long '.repeat(limit / 4).trim()
        await page.goto(address)
        await page.fill(`[name=${field}]`, typed)
        await press(page, button)
        assert.match(await readFault(page, field), /Limitez ce texte à/)
        assert.equal(await page.inputValue(`[name=${field}]`), typed)
        assert.equal(await page.locator('main img, main script:not([src])').count(), 0)
        await check(page)
      }
      await page.goto(contact)
      await page.fill('[name=body]', hostile)
      await press(page, 'Envoyer le message')
      await page.waitForSelector('text=Message envoyé')
      assert.ok((await read(page)).includes(hostile.slice(0, 40)))
      assert.equal(await page.locator('main img').count(), 0)
      await check(page)
      await leave(page)
    })
  })
}

/** Sends the form of the page as a browser whose connection is cut before the answer. */
async function sendUnseen(page: Page, fields: Record<string, string>): Promise<void> {
  const form = page.locator('form', { has: page.locator('[name=body]') })
  const hidden: Record<string, string> = {}
  for (const input of await form.locator('input[type=hidden]').all())
    hidden[(await input.getAttribute('name')) ?? ''] = await input.inputValue()
  const action = (await form.getAttribute('action')) ?? page.url()
  const sent = await page.request.post(action, { form: { ...hidden, ...fields } })
  assert.ok(sent.ok())
}
