import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import charter from '#reference/charter.json' with { type: 'json' }
import { pdf } from './files.ts'
import { check, checkMessage, leave, press, pressAndConfirm, read, useJourney } from './journey.ts'

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function addMilestone(
  page: Page,
  { title, due, weight, share }: { title: string; due: number; weight: string; share: string },
): Promise<void> {
  await press(page, 'Ajouter un jalon')
  await page.fill('[name=title]', title)
  await page.fill('[name=deliverables]', 'Essayé par deux agents, sur dix dossiers tirés au sort.')
  await page.fill('[name=dueOn]', day(due))
  await page.fill('[name=weight]', weight)
  await page.fill('[name=paymentShare]', share)
  await press(page, 'Enregistrer le jalon')
  await page.waitForSelector('text=Le jalon est ajouté')
}

async function evaluate(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/evaluation`)
  await page.check('[name=stars][value="4"]')
  await page.fill(
    '[name=achieved]',
    'Chaque courrier se retrouve en une minute, au lieu d’un jour.',
  )
  await page.fill('[name=toImprove]', 'Former les chefs de service avant les secrétaires.')
  await press(page, 'Enregistrer l’évaluation')
  await page.waitForSelector('text=Votre évaluation est enregistrée')
}

for (const hasScripts of [true, false]) {
  describe(`d’un projet ouvert à la main à sa clôture, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, visit, enter } = useJourney(hasScripts)
    let address = ''
    let reference = ''

    test('la commune ouvre le projet, et il ne démarre pas sans charte ni jalons', async () => {
      const page = await enter('se.glazoue')
      await page.goto('/espace/projets')
      await check(page)
      await press(page, 'Ouvrir un projet déjà engagé')
      await page.fill('[name=title]', 'Suivre le courrier de la mairie')
      await press(page, 'Ouvrir le projet')
      await page.waitForSelector('text=nommez l’autre prestataire : l’un des deux')
      await page.selectOption('[name=solution]', 'courrier-clair')
      await page.fill('[name=amount]', '1 000 001')
      await check(page)
      await press(page, 'Ouvrir le projet')
      await page.waitForSelector('text=Le projet est ouvert')
      address = new URL(page.url()).pathname
      const text = await read(page)
      reference = /PRJ-\d{4}-\d{4}/.exec(text)?.[0] ?? ''
      assert.match(text, /Charte écrite 0 sur 100/)
      assert.match(text, /Fixez au moins un jalon/)
      assert.doesNotMatch(text, /Démarrer le projet/)
      await check(page)
      await leave(page)
      await checkMessage(app(), 'startup.d@demo.example', 'Projet ouvert')
      const visitor = await visit()
      assert.equal((await visitor.goto(`/projets/${reference}`))?.status(), 404)
      await leave(visitor)
    })

    test('les deux parties écrivent la charte, point par point', async () => {
      const startup = await enter('startup.d')
      await startup.goto(`${address}/charte/security`)
      await startup.fill('[name=body]', 'Un compte par agent ; sauvegarde chiffrée chaque nuit.')
      await check(startup)
      await press(startup, 'Enregistrer et continuer')
      await startup.waitForURL('**/charte/personal-data')
      await leave(startup)
      const page = await enter('rsi.glazoue')
      for (const { key } of charter.rows.filter((row) => row.key !== 'security')) {
        await page.goto(`${address}/charte/${key}`)
        await page.fill(
          '[name=body]',
          `Ce que prévoit le projet de courrier pour ce point : ${key}.`,
        )
        await Promise.all([
          page.waitForURL((url) => !url.pathname.endsWith(`/charte/${key}`)),
          press(page, 'Enregistrer et continuer'),
        ])
      }
      await page.goto(address)
      assert.match(await read(page), /Charte écrite 100 sur 100/)
      await leave(page)
    })

    test('les parts doivent faire 100, et les paiements ne perdent aucun franc', async () => {
      const page = await enter('rsi.glazoue')
      await page.goto(`${address}/jalons`)
      await addMilestone(page, { title: 'Registre repris', due: 20, weight: '40', share: '33' })
      await addMilestone(page, { title: 'Agents formés', due: 40, weight: '60', share: '60' })
      await page.goto(address)
      assert.match(await read(page), /parts de paiement font 93 % en tout/)
      await page.goto(`${address}/jalons`)
      await page.click('text=2. Agents formés')
      await page.fill('[name=paymentShare]', '67')
      await press(page, 'Enregistrer le jalon')
      await check(page)
      await page.goto(address)
      const text = (await read(page)).replace(/\s/g, ' ')
      assert.match(text, /330 000 FCFA/)
      assert.match(text, /670 001 FCFA/)
      await leave(page)
    })

    test('la direction démarre : le projet devient public', async () => {
      const page = await enter('se.glazoue')
      await page.goto(address)
      await pressAndConfirm(page, 'Démarrer le projet')
      await page.waitForSelector('text=Le projet est démarré')
      await check(page)
      await leave(page)
      const visitor = await visit()
      await visitor.goto('/projets')
      await visitor.click('text=Suivre le courrier de la mairie')
      await visitor.waitForURL(`**/projets/${reference}`)
      await check(visitor)
      await visitor.goto('/projets/points')
      await check(visitor)
      await leave(visitor)
    })

    test('la startup livre avec une pièce, la commune recette avec des réserves', async () => {
      const startup = await enter('startup.d')
      await startup.click('text=Livrer le jalon : Registre repris')
      await press(startup, 'Déclarer livré')
      await startup.fill(
        '[name=note]',
        'Le registre est repris depuis janvier : dix dossiers à vérifier.',
      )
      await startup.setInputFiles('[name=file]', pdf('bordereau.pdf'))
      await check(startup)
      await press(startup, 'Déclarer livré')
      await startup.waitForSelector('text=Le jalon est livré')
      await leave(startup)
      const page = await enter('se.glazoue')
      await page.click('text=Prononcer la recette : Registre repris')
      assert.match(await read(page), /bordereau\.pdf/)
      await check(page)
      await press(page, 'Prononcer la recette')
      await page.check('[name=verdict][value=acceptPartly]')
      await press(page, 'Prononcer la recette')
      await page.waitForSelector('text=Expliquez en 20 caractères au moins')
      await page.fill('[name=text]', 'Deux dossiers sur dix n’ont pas de date d’arrivée.')
      await page.fill('[name=reservesDueOn]', day(15))
      await check(page)
      await press(page, 'Prononcer la recette')
      await page.waitForSelector('text=La recette est prononcée')
      await press(page, 'Lever les réserves')
      await page.fill('[name=reason]', 'Les deux dossiers ont été complétés et vérifiés.')
      await press(page, 'Lever les réserves')
      await page.waitForSelector('text=Les réserves sont levées')
      await press(page, 'Enregistrer le paiement')
      assert.match((await read(page)).replace(/\s/g, ' '), /330 000 FCFA/)
      await press(page, 'Enregistrer le paiement')
      await page.waitForSelector('text=Le paiement est enregistré')
      await leave(page)
    })

    test('le journal, les messages et les indicateurs tiennent le fil du projet', async () => {
      const page = await enter('rsi.glazoue')
      await page.goto(`${address}/journal`)
      await page.selectOption('[name=kind]', 'risk')
      await page.fill('[name=title]', 'Départ de la secrétaire')
      await page.fill('[name=body]', 'Une suppléante assiste à chaque séance.')
      await page.fill('[name=likelihood]', '3')
      await page.fill('[name=impact]', '5')
      await press(page, 'Ajouter au journal')
      await page.waitForSelector('text=Grave, 15 sur 25')
      await check(page)
      await page.goto(`${address}/messages`)
      await page.fill('[name=body]', 'La salle est prête pour la formation de mardi.')
      await press(page, 'Envoyer')
      await page.waitForSelector('text=Le message est envoyé')
      await check(page)
      await page.goto(`${address}/indicateurs`)
      await page.fill('[name=label1]', 'Temps pour retrouver un courrier')
      await page.fill('[name=unit1]', 'minutes')
      await page.fill('[name=before1]', 'longtemps')
      await press(page, 'Enregistrer les indicateurs')
      await page.waitForSelector('text=Indiquez un nombre, par exemple 12,5')
      await page.fill('[name=before1]', '480')
      await page.fill('[name=target1]', '5')
      await page.fill('[name=after1]', '1,5')
      await check(page)
      await press(page, 'Enregistrer les indicateurs')
      await page.waitForSelector('text=Les indicateurs sont enregistrés')
      await leave(page)
      await checkMessage(app(), 'startup.d@demo.example', 'Message')
    })

    test('suspendu, le projet n’avance plus ; repris, il se termine', async () => {
      const page = await enter('se.glazoue')
      await page.goto(`${address}/suspendre`)
      await page.fill('[name=reason]', 'Le bâtiment est fermé pour travaux pendant une semaine.')
      await press(page, 'Suspendre le projet')
      await page.waitForSelector('text=Le projet est suspendu')
      await press(page, 'Reprendre le projet')
      await page.waitForSelector('text=Le projet reprend')
      await leave(page)
      const startup = await enter('startup.d')
      await startup.goto(address)
      await press(startup, '2. Agents formés')
      await press(startup, 'Déclarer livré')
      await startup.fill('[name=note]', 'Douze agents formés, feuille de présence remise.')
      await press(startup, 'Déclarer livré')
      await startup.waitForSelector('text=Le jalon est livré')
      await leave(startup)
      const commune = await enter('se.glazoue')
      await commune.click('text=Prononcer la recette : Agents formés')
      await press(commune, 'Prononcer la recette')
      await commune.check('[name=verdict][value=accept]')
      await press(commune, 'Prononcer la recette')
      await commune.waitForSelector('text=La recette est prononcée')
      await leave(commune)
    })

    test('chacun évalue, la commune clôt, et la solution gagne une référence', async () => {
      const startup = await enter('startup.d')
      await evaluate(startup, address)
      await leave(startup)
      const page = await enter('se.glazoue')
      await page.goto(address)
      assert.doesNotMatch(await read(page), /Chaque courrier se retrouve/)
      await evaluate(page, address)
      await pressAndConfirm(page, 'Clore le projet')
      await page.waitForSelector('text=Le projet est clos')
      await check(page)
      await leave(page)
      const visitor = await visit()
      await visitor.goto(`/projets/${reference}`)
      const text = await read(visitor)
      assert.match(text, /Avancement, en part du travail 100 sur 100/)
      assert.match(text, /Le bilan des deux parties/)
      await check(visitor)
      await visitor.goto('/solutions/courrier-clair')
      assert.match(await read(visitor), /Glazoué/)
      await visitor.goto('/communes/glazoue')
      assert.match(await read(visitor), /Ses projets[\s\S]*Suivre le courrier de la mairie/)
      await leave(visitor)
    })
  })
}
