import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays } from '#platform/days.rules.ts'
import { check, leave, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`de l’expression d’un besoin à la mise en relation, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, enter } = useJourney(hasScripts)
    let needAddress = ''
    let contactAddress = ''

    test('le RSI écrit le besoin pas à pas, et la rédaction est pointée', async () => {
      const page = await enter('rsi.glazoue')
      await page.goto('/espace/besoins')
      await check(page)
      await page.click('main button:has-text("Exprimer un besoin")')
      await page.waitForURL('**/etapes/problem')
      await page.fill('[name=title]', 'Suivre les abonnés de la pré-collecte')
      await page.fill(
        '[name=problem]',
        'Des ménages paient la pré-collecte sans être servis. Nous voulons un logiciel performant, et uniquement les entreprises de la commune.',
      )
      await page.fill('[name=currentSituation]', 'Un cahier par structure, relu une fois par mois.')
      await check(page)
      await page.click('text=Enregistrer et continuer')
      await page.waitForURL('**/etapes/people')
      await page.fill('[name=beneficiaries]', 'Les ménages des dix arrondissements')
      await page.fill(
        '[name=expectedOutcome]',
        'Chaque passage est pointé, et chaque réclamation reçoit une réponse en deux jours.',
      )
      await page.click('text=Enregistrer et continuer')
      await page.waitForURL('**/etapes/scope')
      await page.check('[name=domains][value=waste]')
      await check(page)
      await page.click('text=Enregistrer et continuer')
      await page.waitForURL('**/etapes/constraints')
      await page.check('[name=mustWorkOffline]')
      await page.click('text=Enregistrer et continuer')
      await page.waitForURL('**/etapes/means')
      await page.fill('[name=budgetMax]', '4 000 000')
      await page.click('text=Enregistrer et continuer')
      await page.waitForURL(/besoins\/[0-9a-f-]{36}$/)
      needAddress = new URL(page.url()).pathname
      const text = await page.innerText('main')
      assert.match(text, /Nous voulons un logiciel/)
      assert.match(text, /uniquement les entreprises/)
      await check(page)
      await page.click('main button:has-text("Soumettre à l’approbation")')
      await page.waitForSelector('text=La direction de la commune est prévenue')
      await leave(page)
    })

    test('une erreur revient près du champ, sans rien perdre', async () => {
      const page = await enter('agent.glazoue')
      await page.goto('/espace/besoins')
      await page.click('main button:has-text("Exprimer un besoin")')
      await page.waitForURL('**/etapes/problem')
      await page.fill('[name=title]', 'x'.repeat(200))
      await page.fill('[name=problem]', 'Un texte que personne ne doit perdre.')
      await page.click('text=Enregistrer et continuer')
      await page.waitForSelector('text=Limitez ce texte à 120 caractères')
      assert.equal(await page.inputValue('[name=problem]'), 'Un texte que personne ne doit perdre.')
      assert.match(await page.title(), /^Erreur/)
      await check(page)
      await leave(page)
    })

    test('la secrétaire exécutive approuve et publie', async () => {
      const page = await enter('se.glazoue')
      assert.match(await page.innerText('main'), /Approuver le besoin : Suivre les abonnés/)
      await page.click('text=Approuver le besoin : Suivre les abonnés')
      await page.click('main button:has-text("Approuver et publier")')
      await page.waitForURL('**/solutions')
      assert.match(await page.innerText('main'), /Tournée Propre/)
      await check(page)
      await leave(page)
    })

    test('une autre commune rejoint : le besoin est groupé', async () => {
      const page = await enter('se.bohicon')
      await page.goto('/besoins')
      await page.click('text=Suivre les abonnés de la pré-collecte')
      await page.click('text=Nous avons le même besoin')
      await page.fill('[name=users]', '12')
      await page.fill('[name=note]', 'Cinq structures chez nous.')
      await page.click('main button:has-text("Rejoindre ce besoin")')
      await page.waitForSelector('text=Un besoin groupé')
      assert.match(await page.innerText('main'), /Bohicon \(12 utilisateurs\)/)
      await check(page)
      await leave(page)
    })

    test('le classement montre ses raisons, bonnes et mauvaises, et les conditions', async () => {
      const page = await enter('rsi.glazoue')
      await page.goto(`${needAddress}/solutions`)
      const first = page.locator('ol.ranking > li').first()
      assert.match(await first.innerText(), /Tournée Propre[\s\S]*sur 100/)
      await first.locator('summary').click()
      const text = await first.innerText()
      assert.match(text, /domaine du besoin : Déchets/)
      assert.match(text, /dans le budget de 4\s000\s000 FCFA/)
      assert.match(text, /Connexion suffisante/)
      await check(page)
      await leave(page)
    })

    test('la commune écrit à la startup choisie', async () => {
      const page = await enter('rsi.glazoue')
      await page.goto(`${needAddress}/solutions`)
      await page.locator('ol.ranking input[name=solutions]').first().check()
      await page.click('text=Contacter les startups choisies')
      await page.waitForURL('**/contacter**')
      await check(page)
      await page.click('main button:has-text("Envoyer")')
      await page.waitForSelector('text=Écrivez ce que vous attendez')
      await page.fill(
        '[name=message]',
        'Montrez-nous un passage pointé sans réseau, puis la réclamation d’un ménage jusqu’à sa réponse.',
      )
      await page.fill('[name=date1]', toLocal(5))
      await page.click('main button:has-text("Envoyer")')
      await page.waitForSelector('text=La startup est prévenue')
      await leave(page)
    })

    test('la startup accepte l’une des dates ; les deux voient le fil', async () => {
      const page = await enter('startup.e')
      await page.click('text=Répondre à Glazoué au sujet de Tournée Propre')
      contactAddress = new URL(page.url()).pathname
      await check(page)
      await page.click('main a:has-text("Accepter")')
      await page.locator('[name=chosenDate]').first().check()
      await page.fill('[name=message]', 'Avec plaisir : nous venons avec deux téléphones.')
      await check(page)
      await page.click('main button:has-text("Accepter")')
      await page.waitForSelector('text=Démonstration fixée')
      await leave(page)
      const commune = await enter('rsi.glazoue')
      await commune.goto(contactAddress)
      assert.match(await commune.innerText('main'), /nous venons avec deux téléphones/)
      await leave(commune)
    })

    test('la commune dit qu’elle ne donne pas suite, et pourquoi', async () => {
      const page = await enter('se.glazoue')
      await page.goto(`${contactAddress}/issue`)
      await page.check('[name=outcome][value=close]')
      await page.fill('[name=reason]', 'Le budget est reporté à l’année prochaine par le conseil.')
      await page.click('main button:has-text("Enregistrer l’issue")')
      await page.waitForSelector('text=Sans suite')
      await leave(page)
      const startup = await enter('startup.e')
      await startup.goto('/espace/contacts?etat=closes')
      assert.match(await startup.innerText('main'), /Sans suite/)
      await leave(startup)
      const messages = await app()
        .database.db.selectFrom('platform.message')
        .select(['recipient', 'subject'])
        .where('topic', '=', 'contacts')
        .execute()
      assert.ok(
        messages.some(
          ({ recipient, subject }) =>
            recipient === 'startup.e@demo.example' &&
            subject.startsWith('Glazoué ne donne pas suite'),
        ),
      )
      assert.equal(
        new Set(messages.map((message) => JSON.stringify(message))).size,
        messages.length,
        'aucun doublon',
      )
    })

    test('une startup voit quels besoins conviennent à ses solutions', async () => {
      const page = await enter('startup.e')
      await page.goto('/espace/besoins-compatibles')
      assert.match(
        await page.innerText('main'),
        /Tournée Propre[\s\S]*Suivre les abonnés de la pré-collecte/,
      )
      await check(page)
      await leave(page)
    })
  })
}

function toLocal(days: number): string {
  return `${addDays(new Date(), days).toISOString().slice(0, 10)}T10:00`
}
