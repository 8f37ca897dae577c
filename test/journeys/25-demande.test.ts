/** A citizen asks for a copy of a record, completes it, and gets it; another is refused, with reasons and a way to contest. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { sealFacts } from '#platform/documents/offline/seal-key.ts'
import { showCode } from '#platform/documents.ts'
import { toDay } from '#platform/format.ts'
import type { TestApp } from '../app.ts'
import { check, leave, press, pressAndConfirm, read, readFault, useJourney } from './journey.ts'

for (const hasScripts of [true, false]) {
  describe(`une demande, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const journey = useJourney(hasScripts)
    const { enter, visit } = journey
    let reference = ''

    test('la page publique mène à la demande, et demande un compte', async () => {
      const page = await visit()
      await page.goto('/communes/glazoue/demarches/birth-copy')
      await press(page, 'Faire la demande')
      await page.waitForURL(/connexion/)
      await page.goto('/demandes')
      await check(page)
      await leave(page)
    })

    test('l’usager répond écran par écran ; ce qui est connu est déjà rempli', async () => {
      const page = await enter('usager')
      await page.goto('/communes/glazoue/demarches/birth-copy')
      await press(page, 'Faire la demande')
      await page.waitForSelector('text=Ce qu’il faut préparer')
      await check(page)
      await press(page, 'Commencer ma demande')
      await page.waitForSelector('[name=askerName]')
      assert.notEqual(await page.inputValue('[name=askerName]'), '')
      await check(page)
      await page.fill('[name=askerPhone]', '01 97 00 00 77')
      await press(page, 'Continuer')
      await page.waitForSelector('[name=recordName]')
      await page.fill('[name=recordName]', 'Afi Exemple')
      await page.fill('[name=birthDay]', '1999-04-03')
      await leave(page)
    })

    test('interrompu, il reprend où il était', async () => {
      const page = await enter('usager')
      await page.goto('/demandes')
      await check(page)
      await page.locator('main article a').first().click()
      await page.waitForSelector('text=Il reste à répondre')
      await check(page)
      await press(page, 'Nom et prénoms inscrits sur l’acte')
      await page.waitForSelector('[name=recordName]')
      await fillRecord(page, hasScripts)
      await page.fill('[name="signature.name"]', 'Afi Exemple')
      await press(page, 'Relire')
      await page.waitForSelector('text=Ce qui est à payer')
      await check(page)
      await press(page, 'Envoyer ma demande')
      await page.waitForSelector('text=Votre demande est envoyée')
      await check(page)
      reference = /DEM-\d{4}-\d{4,}/.exec(await read(page))?.[0] ?? ''
      assert.ok(reference)
      assert.match(await read(page), /Demande reçue/)
      await leave(page)
    })

    test('le récépissé est un papier à son nom, que lui et la mairie lisent', async () => {
      const page = await enter('usager')
      await page.goto('/demandes')
      await page.locator('main article a').first().click()
      const href = await page.locator('a[download]').getAttribute('href')
      const answer = await page.request.get(href ?? '')
      assert.equal(answer.headers()['content-type'], 'application/pdf')
      const stranger = await enter('startup.b')
      assert.equal((await stranger.request.get(href ?? '')).status(), 404)
      assert.equal((await stranger.request.get(answer.url())).status(), 404)
      await leave(stranger)
      await leave(page)
    })

    /** The request, as somebody of the town hall finds it. */
    async function open(account: string): Promise<Page> {
      const page = await enter(account)
      await page.goto(`/espace/demandes?etat=all&q=${reference}`)
      await page.locator('tbody a').first().click()
      await page.waitForSelector('h2:text("Messages")')
      return page
    }

    test('un agent la prend, et demande ce qui manque : le délai s’arrête', async () => {
      const page = await enter('agent.glazoue')
      await page.goto('/espace')
      await press(page, 'Demandes reçues')
      await check(page)
      await leave(page)
      const file = await open('agent.glazoue')
      await check(file)
      await press(file, 'Prendre en charge')
      await file.waitForSelector('text=Vous avez la demande en charge')
      await press(file, 'Demander des compléments')
      await check(file)
      await press(file, 'Demander des compléments')
      assert.match(await readFault(file, 'reason'), /Indiquez le motif/)
      await file.fill(
        '[name=reason]',
        'Le numéro de l’acte est illisible : recopiez-le, s’il vous plaît.',
      )
      await press(file, 'Demander des compléments')
      await file.waitForSelector('text=Le délai est arrêté')
      await check(file)
      await leave(file)
    })

    test('l’usager complète, et le délai reprend', async () => {
      const page = await enter('usager')
      await page.goto('/demandes')
      await page.locator('main article a').first().click()
      await page.waitForSelector('text=recopiez-le')
      await check(page)
      await page.fill('[name=body]', 'Voici, merci.')
      await press(page, 'Envoyer')
      await page.waitForSelector('text=Le message est envoyé')
      await press(page, 'Modifier « L’acte »')
      await page.waitForSelector('[name=recordNumber]')
      await page.fill('[name=recordNumber]', '214 de 1999')
      await press(page, 'Continuer')
      await press(page, 'Relire')
      await page.waitForSelector('text=Renvoyer ma demande')
      await press(page, 'Renvoyer ma demande')
      await page.waitForSelector('text=Votre demande est complétée')
      await leave(page)
    })

    test('un collègue donne son avis, l’agent propose, il ne décide pas', async () => {
      const page = await open('agent.glazoue')
      await press(page, 'Demander un avis')
      await page.fill('[name=department]', 'État civil')
      await page.fill('[name=question]', 'Le registre de 1999 est-il lisible ?')
      await press(page, 'Demander')
      await page.waitForSelector('text=L’avis est demandé')
      await check(page)
      await leave(page)
      const other = await open('rsi.glazoue')
      await press(other, 'Donner l’avis')
      await check(other)
      await other.check('[name=verdict][value=favourable]')
      await other.fill('[name=answer]', 'Oui, folio 12.')
      await press(other, 'Donner l’avis')
      await other.waitForSelector('text=L’avis est donné')
      await leave(other)
      const agent = await open('agent.glazoue')
      await press(agent, 'Proposer une décision')
      await check(agent)
      await press(agent, 'Proposer')
      assert.match(await readFault(agent, 'decision'), /Choisissez la décision/)
      await agent.check('[name=decision][value=refused]')
      await press(agent, 'Proposer')
      assert.match(await readFault(agent, 'reasons'), /ses motifs/)
      await agent.check('[name=decision][value=accepted]')
      await press(agent, 'Proposer')
      await agent.waitForSelector('text=La décision est proposée')
      assert.doesNotMatch(await read(agent), /Décider/)
      await leave(agent)
    })

    test('la secrétaire renvoie une fois, puis accepte ; l’agent remet et clôt', async () => {
      const page = await open('se.glazoue')
      await press(page, 'Renvoyer la proposition')
      await page.fill('[name=reason]', 'Notez le folio dans le dossier avant.')
      await press(page, 'Renvoyer la proposition')
      await page.waitForSelector('text=La proposition est renvoyée')
      await leave(page)
      const agent = await open('agent.glazoue')
      await press(agent, 'Proposer une décision')
      await agent.check('[name=decision][value=accepted]')
      await press(agent, 'Proposer')
      await agent.waitForSelector('text=La décision est proposée')
      await leave(agent)
      const secretary = await open('se.glazoue')
      await press(secretary, 'Décider')
      await check(secretary)
      await press(secretary, 'Accepter')
      await secretary.waitForSelector('text=La décision est prise')
      await press(secretary, 'Signer l’acte')
      await check(secretary)
      assert.match(await secretary.inputValue('[name=body]'), /Usager Démo/)
      await secretary.fill('[name=holder]', '')
      await press(secretary, 'Signer et délivrer')
      assert.match(await readFault(secretary, 'holder'), /à qui/)
      await secretary.fill('[name=holder]', 'Usager Démo')
      await press(secretary, 'Signer et délivrer')
      await secretary.waitForSelector('text=L’acte est signé et délivré')
      await check(secretary)
      await leave(secretary)
      const counter = await open('agent.glazoue')
      await pressAndConfirm(counter, 'Clore la demande')
      await counter.waitForSelector('text=La demande est close')
      await check(counter)
      await leave(counter)
    })

    test('l’usager lit la réponse, et pas les notes de la mairie', async () => {
      const page = await enter('usager')
      await page.goto('/demandes')
      await page.locator('main article a').first().click()
      await page.waitForSelector('text=Demande acceptée')
      await check(page)
      assert.doesNotMatch(await read(page), /folio/)
      const paper = await page.locator('a[href$="acte.pdf"]').getAttribute('href')
      const answer = await page.request.get(paper ?? '')
      assert.equal(answer.headers()['content-type'], 'application/pdf')
      const stranger = await enter('startup.b')
      assert.equal((await stranger.request.get(paper ?? '')).status(), 404)
      await leave(stranger)
      await leave(page)
    })

    if (hasScripts)
      test('un tiers vérifie l’acte sans réseau, avec la page ou le fichier qu’il a gardé', async () => {
        const seal = await readLastSeal(journey.app())
        const page = await visit()
        await page.goto(`/verifier/hors-ligne#${seal}`)
        await page.waitForSelector('text=La signature est vraie')
        await check(page)
        assert.match(await read(page), /Usager Démo/)
        await page.fill('textarea', forge(seal))
        await page.waitForSelector('text=La signature est fausse')
        await page.fill('textarea', 'bonjour')
        await page.waitForSelector('text=Ce n’est pas un carré signé')
        const kept = page.waitForEvent('download')
        await page.click('[data-keep-verifier]')
        const file = await (await kept).path()
        await page.context().setOffline(true)
        await page.goto(`file://${file}`).catch(() => undefined)
        await page.setContent(readFileSync(file, 'utf8'))
        await page.fill('textarea', seal)
        await page.waitForSelector('text=La signature est vraie')
        await leave(page)
      })

    test('un acte retiré ne se télécharge plus, et son code le dit', async () => {
      const page = await enter('se.glazoue')
      await page.goto('/espace/actes')
      await check(page)
      await page.locator('tbody a').first().click()
      await press(page, 'Retirer l’acte')
      await page.fill('[name=reason]', 'Une erreur sur la date de naissance de l’intéressé.')
      await press(page, 'Retirer l’acte')
      await page.waitForSelector('text=Cet acte ne vaut plus')
      await check(page)
      await leave(page)
      const code = await readLastCode(journey.app())
      const anybody = await visit()
      await anybody.goto(`/verifier/${code}`)
      assert.match(await read(anybody), /il ne vaut plus/)
      assert.doesNotMatch(await read(anybody), /Usager Démo|Une erreur/)
      await leave(anybody)
    })

    test('au guichet, l’agent écrit pour qui n’a pas de compte, et remet le récépissé', async () => {
      const page = await enter('agent.glazoue')
      await page.goto('/espace/demarches')
      await press(page, 'Demander une copie d’acte de naissance')
      await press(page, 'Saisir au guichet')
      await check(page)
      await press(page, 'Commencer une saisie')
      await page.waitForSelector('[name=askerName]')
      assert.equal(await page.inputValue('[name=askerName]'), '')
      await page.fill('[name=askerName]', 'Bio Témoin')
      await page.fill('[name=askerPhone]', '01 97 00 00 88')
      await press(page, 'Continuer')
      await page.waitForSelector('[name=recordName]')
      await fillRecord(page, hasScripts)
      await page.fill('[name="signature.name"]', 'Bio Témoin')
      await press(page, 'Relire')
      await press(page, 'Envoyer ma demande')
      await page.waitForSelector('text=Remettez le récépissé')
      assert.match(await read(page), /Écrite au guichet par/)
      await check(page)
      await press(page, 'Encaisser au guichet')
      await check(page)
      await page.fill('[name=payer]', '')
      await page.locator('main form button.btn').click()
      assert.match(await readFault(page, 'payer'), /qui paie/)
      await page.fill('[name=payer]', 'Bio Témoin')
      await page.locator('main form button.btn').click()
      await page.waitForSelector('text=Le paiement est encaissé')
      assert.match(await read(page), /Quittance QUI-/)
      assert.doesNotMatch(await read(page), /Encaisser au guichet/)
      await check(page)
      await page.goto('/espace/recettes')
      await check(page)
      assert.match(await read(page), /Bio Témoin/)
      await leave(page)
    })

    test('une recherche se garde, un lot s’étiquette', async () => {
      const page = await enter('agent.glazoue')
      await page.goto('/espace/demandes?etat=closed')
      await page.locator('[name=choisies]').first().check()
      await press(page, 'Étiqueter')
      await page.waitForSelector('text=Écrivez l’étiquette')
      await page.goto('/espace/demandes?etat=closed')
      await page.locator('[name=choisies]').first().check()
      await page.fill('[name=etiquette]', 'À archiver')
      await press(page, 'Étiqueter')
      await page.waitForSelector('text=1 demande a changé')
      await check(page)
      await page.locator('summary', { hasText: 'Mes recherches' }).click()
      const keep = page.locator('details.ask', { hasText: 'Garder cette recherche' })
      await keep.locator('summary').click()
      await keep.locator('[name=name]').fill('Closes')
      await keep.locator('button').click()
      await page.waitForSelector('text=La recherche est gardée')
      await leave(page)
    })
  })
}

async function fillRecord(page: Page, hasScripts: boolean): Promise<void> {
  await page.fill('[name=recordName]', 'Afi Exemple')
  await page.fill('[name=birthDay]', '1999-04-03')
  await page.fill('[name=birthPlace]', 'Glazoué')
  await page.check('[name=knowsNumber][value=yes]')
  await page.fill('[name=copies]', '2')
  await page.check('[name=link][value=self]')
  if (!hasScripts) {
    await press(page, 'Continuer')
    await page.waitForSelector('text=appellent d’autres questions')
  }
  await page.fill('[name=recordNumber]', '214')
  await press(page, 'Continuer')
  await page.waitForSelector('[name="signature.name"]')
}

/** The code of the last act that was signed. */
async function readLastCode(app: TestApp): Promise<string> {
  const { code } = await readAs(app.platform.db, system, (db) =>
    db
      .selectFrom('platform.document')
      .select('code')
      .where('kind', '=', 'act')
      .orderBy('createdAt', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return showCode(code)
}

/** What the large square of the last act says. */
async function readLastSeal(app: TestApp): Promise<string> {
  const act = await readAs(app.platform.db, system, (db) =>
    db
      .selectFrom('services.act')
      .select(['reference', 'title', 'holder', 'signedAt'])
      .orderBy('signedAt', 'desc')
      .executeTakeFirstOrThrow(),
  )
  const { reference, title, holder, signedAt } = act
  return sealFacts(app.platform.secret, {
    ...{ code: await readLastCode(app), issuer: 'Glazoué', name: 'Acte' },
    ...{ title, reference, holder, date: toDay(signedAt) },
  })
}

/** Another sign at the head of the signature: the last one may hold bits that mean nothing. */
function forge(seal: string): string {
  const [mark, facts, signature = ''] = seal.split('.')
  return [mark, facts, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.')
}
