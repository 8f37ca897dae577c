import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { check, leave, press, pressAndConfirm, read, useJourney } from './journey.ts'

const title = 'Taxe claire en trois gestes'

for (const hasScripts of [true, false]) {
  describe(`la bibliothèque de la sensibilisation, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { enter, visit } = useJourney(hasScripts)
    let address = ''

    test('tout le monde y cherche, et sait ce que coûte une vidéo avant de la regarder', async () => {
      const page = await visit()
      await page.goto('/sensibilisation')
      await check(page)
      await page.selectOption('[name=nature]', 'video')
      await press(page, 'Chercher')
      await page.waitForURL(/nature=video/)
      await press(page, 'Un jour de marché avec Axi ticket')
      await page.waitForURL(/ressources\/RES-/)
      assert.match(
        await read(page),
        /consomme environ 38 Mo[\s\S]*Regarder sur videos\.demo\.example/,
      )
      await check(page)
      await page.goto('/sensibilisation?q=introuvable')
      assert.match(await read(page), /Aucune ressource ne correspond/)
      await leave(page)
    })

    test('une startup écrit une fiche ; ce qui manque est dit, ce qui est écrit reste', async () => {
      const page = await enter('startup.a')
      await page.goto('/espace/sensibilisation')
      await check(page)
      await press(page, 'Écrire une fiche')
      await page.waitForSelector('[name=title]')
      await page.fill('[name=title]', title)
      await page.fill(
        '[name=summary]',
        'Recenser, encaisser, rendre compte, sans carnet à souches.',
      )
      await page.fill('[name=body]', 'Trois gestes :\n- recenser\n- encaisser\n- rendre compte')
      await page.check('[name=audiences][value=staff]')
      await page.check('[name=domains][value=local-revenue]')
      await press(page, 'Enregistrer la ressource')
      await page.waitForSelector('#field-solutionId-error')
      assert.equal(await page.inputValue('[name=title]'), title)
      await check(page)
      await page.selectOption('[name=solutionId]', {
        label: 'Taxe Claire (Akwaba Numérique (démo))',
      })
      await press(page, 'Enregistrer la ressource')
      await page.waitForSelector('text=La ressource est enregistrée')
      address = new URL(page.url()).pathname
      await check(page)
      await pressAndConfirm(page, 'Envoyer à la relecture')
      await page.waitForSelector('text=envoyée à la relecture')
      await leave(page)
    })

    test('l’association la relit et la publie ; elle se lit et s’imprime', async () => {
      const page = await enter('ancb')
      assert.match(await read(page), /Relire une ressource/)
      await page.goto(address)
      await check(page)
      await pressAndConfirm(page, 'Publier')
      await page.waitForSelector('text=La ressource est publiée')
      await leave(page)
      const visitor = await visit()
      await visitor.goto('/sensibilisation?q=taxe+gestes')
      await press(visitor, title)
      await visitor.waitForURL(/ressources\/RES-/)
      await check(visitor)
      const pdf = await visitor.request.get(`${visitor.url()}/fiche.pdf`)
      assert.equal(pdf.headers()['content-type'], 'application/pdf')
      await leave(visitor)
    })

    test('d’un projet terminé vient le brouillon d’une étude de cas', async () => {
      const page = await enter('ancb')
      await page.goto('/espace/sensibilisation/etudes-de-cas')
      assert.match(await read(page), /Aucun projet terminé n’attend/)
      await check(page)
      await leave(page)
    })

    test('la commune qui l’ouvre est connue de l’association, et personne d’autre', async () => {
      const page = await enter('se.glazoue')
      await page.goto('/sensibilisation?q=taxe+gestes')
      await press(page, title)
      await page.waitForURL(/ressources\/RES-/)
      await leave(page)
      const staff = await enter('ancb')
      await staff.goto(address)
      assert.match(await read(staff), /Les communes qui l’ont ouverte\s+Glazoué/)
      await leave(staff)
    })
  })
}
