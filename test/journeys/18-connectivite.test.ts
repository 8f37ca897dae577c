import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { addDays } from '#platform/days.rules.ts'
import { toLocalMoment } from '#platform/format.ts'
import { check, leave, press, pressAndConfirm, read, readFault, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`parcours 18 : la connectivité, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { visit, enter } = useJourney(hasScripts)
    let site = ''

    test('une commune vide sait par où commencer, et déclare sa mairie', async () => {
      const page = await enter('se.bohicon')
      await page.goto('/espace')
      await press(page, 'Connectivité')
      assert.match(await read(page), /Aucun lieu déclaré/)
      await check(page)
      await press(page, 'Ajouter la mairie')
      await check(page)
      await press(page, 'Ajouter ce lieu')
      assert.match(await readFault(page, 'name'), /Donnez un nom/)
      await page.check('[name=kind][value=mairie]')
      await page.fill('[name=name]', 'Mairie de Bohicon')
      await page.selectOption('[name=power]', 'grid')
      await page.fill('[name=powerHours]', '20')
      await page.fill('[name=latitude]', '7,18')
      await press(page, 'Ajouter ce lieu')
      assert.match(await readFault(page, 'longitude'), /ou aucune des deux/)
      await page.fill('[name=longitude]', '2,07')
      await press(page, 'Ajouter ce lieu')
      await page.waitForSelector('text=Le lieu est ajouté')
      site = new URL(page.url()).pathname
      assert.match(await read(page), /Sans connexion[\s\S]*Aucune connexion ; il faut 10 Mbit\/s/)
      await check(page)
      await leave(page)
    })

    test('elle y ajoute sa connexion', async () => {
      const page = await enter('se.bohicon')
      await page.goto(site)
      await press(page, 'Ajouter une connexion')
      await check(page)
      await page.selectOption('[name=technology]', '4g')
      await page.selectOption('[name=providerCode]', 'demo-a')
      await page.fill('[name=down]', 'vite')
      await press(page, 'Ajouter cette connexion')
      assert.match(await readFault(page, 'down'), /par exemple 8,5/)
      await page.fill('[name=down]', '8,5')
      await page.fill('[name=monthlyCost]', '30 000')
      await press(page, 'Ajouter cette connexion')
      await page.waitForSelector('text=La connexion est ajoutée')
      assert.match(await read(page), /8,5 Mbit\/s[\s\S]*30\s000\s*FCFA/)
      await leave(page)
    })

    test('elle mesure : par le navigateur quand il le peut, sinon d’après un autre outil', async () => {
      const page = await enter('se.bohicon')
      await page.goto(`${site}/mesurer`)
      if (hasScripts) await measure(page)
      else {
        assert.match(await read(page), /n’exécute pas de scripts/)
        assert.doesNotMatch(await read(page), /Mesurer maintenant/)
        await page.fill('[name=down]', '20000000')
        await press(page, 'Garder cette mesure')
        assert.match(await readFault(page, 'down'), /entre 0 et/)
        await page.fill('[name=down]', '6,2')
        await page.fill('[name=up]', '1,4')
        await page.fill('[name=latency]', '48')
      }
      await check(page)
      await press(page, 'Garder cette mesure')
      await page.waitForSelector('text=La mesure est gardée')
      assert.match(await read(page), hasScripts ? /Mesure de Cauri/ : /6,2 Mbit\/s[\s\S]*48 ms/)
      await check(page)
      await leave(page)
    })

    test('un fichier de mesures se lit avant de s’écrire, et ne s’écrit qu’une fois', async () => {
      const page = await enter('se.bohicon')
      await page.goto('/espace/connectivite')
      await press(page, 'Importer des mesures')
      await check(page)
      const header = 'Lieu;Date;Download;Upload;Ping'
      await send(page, [header, 'Mairie de Bohicon;03/11/2026 09:30;7,4;1,9;51', 'Ailleurs;x;;;'])
      assert.match(await read(page), /« Ailleurs » n’est pas un lieu|Ailleurs|date/)
      await check(page)
      const sound = [
        header,
        'mairie de bohicon;03/11/2026 09:30;7,4;1,9;51',
        'Mairie de Bohicon;04/11/2026 16:00;9;2;60',
      ]
      for (const outcome of [/2 mesures importées\./, /0 mesures importées, 2 déjà connues/]) {
        await page.goto('/espace/connectivite/importer')
        await send(page, sound)
        await page.locator('main form button').last().click()
        await page.waitForURL('**/espace/connectivite')
        assert.match(await page.innerText('body'), outcome)
      }
      await leave(page)
    })

    test('une coupure se note, se termine, et la disponibilité suit', async () => {
      const page = await enter('se.bohicon')
      await page.goto(site)
      await press(page, 'Noter une coupure')
      await check(page)
      await page.fill('[name=beganAt]', momentAgo(9))
      await page.selectOption('[name=cause]', 'power')
      await press(page, 'Noter cette coupure')
      await page.waitForSelector('text=La coupure est notée')
      assert.match(await read(page), /Disponibilité sur 90 jours\s+90\s?%/)
      await page.goto('/espace')
      await press(page, 'Dire si la coupure est finie : Mairie de Bohicon')
      await check(page)
      await press(page, 'La connexion est revenue')
      await page.waitForSelector('text=La coupure est terminée')
      await leave(page)
    })

    test('tout le monde lit l’état de la commune, du pays et des fournisseurs, et prend les données', async () => {
      const page = await visit()
      await page.goto('/communes/bohicon')
      await press(page, 'Voir les lieux et l’écart')
      await check(page)
      assert.match(await read(page), /Mairie de Bohicon[\s\S]*Opérateur Démo A/)
      await page.goto('/connectivite?departement=BJ11')
      await check(page)
      await page.goto('/connectivite')
      assert.match(await read(page), /des mairies se disent connectées[\s\S]*Opérateur Démo A/)
      await check(page)
      await press(page, 'Définitions, hypothèses et licence')
      await check(page)
      const csv = await (await page.request.get('/connectivite/donnees.csv')).text()
      assert.match(csv, /;Bohicon;[^\n]*Mairie de Bohicon/)
      const map = await (await page.request.get('/connectivite/donnees.geojson')).json()
      assert.ok(map.features.length > 100)
      const paper = await page.request.get('/communes/bohicon/connectivite/fiche.pdf')
      assert.equal(paper.headers()['content-type'], 'application/pdf')
      await leave(page)
    })

    test('l’association change une hypothèse, avec sa source et son motif', async () => {
      const page = await enter('ancb')
      await page.goto('/espace/connectivite/hypotheses')
      await check(page)
      await press(page, 'Satellite : par an')
      await page.fill('[name=value]', '1 080 000')
      await page.fill('[name=source]', 'Devis de démonstration')
      await press(page, 'Enregistrer cette valeur')
      assert.match(await readFault(page, 'reason'), /pourquoi/)
      await page.fill('[name=reason]', 'Un devis groupé est moins cher que prévu.')
      await press(page, 'Enregistrer cette valeur')
      await page.waitForSelector('text=La nouvelle valeur est enregistrée')
      assert.match(await read(page), /1\s080\s000/)
      await page.goto('/espace/connectivite/fournisseurs')
      await page.fill('[name=name]', 'Opérateur Démo D')
      await press(page, 'Ajouter ce fournisseur')
      await page.waitForSelector('text=Le fournisseur est ajouté')
      await check(page)
      await leave(page)
    })

    test('un lieu se ferme et se rouvre sans rien perdre', async () => {
      const page = await enter('se.bohicon')
      await page.goto(site)
      await pressAndConfirm(page, 'Fermer ce lieu')
      await page.waitForSelector('text=Le lieu est fermé')
      await page.goto(site)
      assert.match(await read(page), /Ce lieu est fermé/)
      await press(page, 'Rouvrir ce lieu')
      await page.waitForSelector('text=Le lieu est rouvert')
      assert.match(await read(page), /Les dernières mesures/)
      await leave(page)
    })
  })
}

/** The real measurement, against the real server, over the loopback. */
async function measure(page: Page): Promise<void> {
  assert.match(await read(page), /Économe : 736 Ko au plus/)
  await press(page, 'Mesurer maintenant')
  await page.waitForSelector('text=Mesure terminée', { timeout: 60_000 })
  const down = (await page.inputValue('[name=down]')).replace(',', '.')
  assert.ok(Number(down) > 0, down)
  const message = JSON.parse(await page.inputValue('[name=download]'))
  assert.equal(message.Test, 'download')
  assert.ok(Number(await page.inputValue('[name=bytesUsed]')) <= 736_000)
}

async function send(page: Page, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\r\n'), 'latin1')
  await page.setInputFiles('[name=file]', { name: 'mesures.csv', mimeType: 'text/csv', buffer })
  await press(page, 'Voir ce que le fichier contient')
  await page.waitForURL('**/importer/*')
}

/** As a datetime-local field holds it in Benin. */
function momentAgo(days: number): string {
  return toLocalMoment(addDays(new Date(), -days))
}
