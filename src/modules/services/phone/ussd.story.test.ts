/** The menu as a feature phone walks it, over the gateway's own form. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { chooseLine, mostLetters, readTyped, writeScreen } from './ussd-screen.ts'

describe('un écran de téléphone', () => {
  test('tient toujours en 182 lettres, quoi qu’on y mette', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (text) => {
        const written = writeScreen({ kind: 'ask', text })
        assert.ok(written.length <= mostLetters)
        assert.match(written, /^CON/)
      }),
    )
  })

  test('montre toute une liste, page après page, et chaque ligne se choisit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 90 }), { minLength: 1, maxLength: 40 }),
        (names) => {
          const lines = names.map((name, index) => ({ name, index }))
          const found = new Set<number>()
          for (let pages = 0; pages < lines.length; pages += 1)
            for (let choice = 1; choice <= 6; choice += 1) {
              const typed = [...Array.from({ length: pages }, () => '0'), String(choice)]
              const { line, screen } = chooseLine('Liste', lines, ({ name }) => name, typed)
              if (line) found.add(line.index)
              else assert.ok(writeScreen(screen).length <= mostLetters)
            }
          assert.equal(found.size, lines.length)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('lit ce qui a été tapé, écran après écran', () => {
    assert.deepEqual(readTyped(''), [])
    assert.deepEqual(readTyped('1*2* Glazoué '), ['1', '2', 'Glazoué'])
  })
})

describe('le menu du téléphone', () => {
  let app: TestApp
  before(async () => {
    app = await startApp({ config: { phoneSecret: 'secret-du-menu' } })
  })
  after(() => app.close())

  const dial = async (text: string, phoneNumber = '+2290197001001', secret = 'secret-du-menu') => {
    const answer = await fetch(`${app.origin}/ussd/${secret}`, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ sessionId: 'ATUid_1', serviceCode: '*123#', phoneNumber, networkCode: '61602', text },
      }),
    })
    assert.ok(answer.status === 404 || answer.headers.get('content-type')?.startsWith('text/plain'))
    return answer.status === 200 ? await answer.text() : String(answer.status)
  }

  test('s’ouvre par ses cinq portes, et nulle part sans le secret', async () => {
    assert.equal(
      await dial(''),
      "CON Cauri\n1. Suivre ma demande\n2. Vérifier un papier\n3. Pièces et prix d'une démarche\n4. Signaler un problème\n5. Suivre mes signalements",
    )
    assert.equal(await dial('', undefined, 'autre'), '404')
    assert.match(await dial('9'), /^CON Choix inconnu/)
  })

  test('suit les demandes du numéro qui appelle, d’aucun autre, sans dire ce qui est demandé', async () => {
    const list = await dial('1')
    assert.match(list, /^CON Vos demandes\n1\. DEM-\d{4}-\d{4} En cours d'examen/)
    const one = await dial('1*1', '+22997001001')
    assert.match(one, /^END DEM-\d{4}-\d{4} : En cours d'examen\. Réponse au plus tard le/)
    assert.match(one, /À payer|A payer/)
    assert.doesNotMatch(one, /naissance|Usager/)
    assert.match(await dial('1', '+2290197999999'), /^END Aucune demande/)
    assert.match(await dial('1', 'anonyme'), /^END Aucune demande/)
  })

  test('vérifie un papier par son code, et compte les essais', async () => {
    assert.match(await dial('2'), /^CON Code du papier/)
    assert.match(await dial('2*ACDEFHJKMN'), /^END Aucun papier/)
    const document = await readAs(app.platform.db, system, (db) =>
      db.selectFrom('platform.document').select('code').executeTakeFirst(),
    )
    if (document) assert.match(await dial(`2*${document.code}`), /^END Valable/)
    for (let tries = 0; tries < 20; tries += 1) await dial('2*ACDEFHJKMN', '+2290197000555')
    assert.match(await dial('2*ACDEFHJKMN', '+2290197000555'), /^END Aucun papier/)
  })

  test('dit les pièces, le prix et le délai d’une démarche', async () => {
    assert.match(await dial('3'), /^CON Nom de la commune/)
    assert.match(await dial('3*glaz'), /^CON Commune\n1\. Glazoué/)
    const procedures = await dial('3*glaz*1')
    assert.match(procedures, /^CON Démarche\n1\. /)
    const choice = /(\d)\. Demander une copie/.exec(procedures)?.[1]
    assert.ok(choice, procedures)
    const base = `3*glaz*1*${choice}`
    assert.match(await dial(base), /1\. Les pièces\n2\. Le prix\n3\. Le délai/)
    assert.match(await dial(`${base}*2`), /^END Copie d'acte, par exemplaire : 500/)
    assert.match(await dial(`${base}*3`), /^END La mairie répond en 5 jours au plus/)
    assert.match(await dial(`${base}*1`), /^END /)
    assert.match(await dial('3*zzz'), /^END Aucune commune/)
    assert.match(await dial('3*bohicon*1'), /^END Cette commune n'a pas encore/)
  })

  test('signale un problème, une fois même si l’opérateur répète, et le suit', async () => {
    const caller = '+2290197000777'
    const categories = await dial('4*glaz*1', caller)
    assert.match(categories, /^CON Quel problème/)
    const base = '4*glaz*1*1'
    assert.match(await dial(base, caller), /^CON Dans quel quartier/)
    assert.match(await dial(`${base}*Zongo`, caller), /^CON Que se passe-t-il/)
    const words = `${base}*Zongo*Le caniveau déborde devant la pompe`
    assert.match(await dial(words, caller), /1\. Envoyer\n2\. Annuler/)
    assert.match(await dial('5', caller), /^END Aucun signalement/)
    assert.match(await dial(`${words}*2`, caller), /^END Rien n'a été envoyé/)
    const told = await dial(`${words}*1`, caller)
    const [reference] = /SIG-\d{4}-\d{4}/.exec(told) ?? []
    assert.ok(reference, told)
    assert.ok((await dial(`${words}*1`, caller)).includes(reference))
    assert.match(await dial('5', caller), new RegExp(`1\\. ${reference}`))
    assert.match(await dial('5', '+2290197000778'), /^END Aucun signalement/)
    assert.match(await dial(`${words}*1`, 'anonyme'), /numéro est masqué/)
    const kept = await readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('services.report')
        .select(['quartier', 'description', 'channel'])
        .where('contactPhone', '=', caller)
        .execute(),
    )
    assert.deepEqual(kept, [
      {
        ...{ quartier: 'Zongo', channel: 'ussd' },
        description: 'Le caniveau déborde devant la pompe',
      },
    ])
  })

  test('un numéro qui signale sans fin est arrêté', async () => {
    const caller = '+2290197000779'
    const answers: string[] = []
    for (let count = 0; count < 8; count += 1)
      answers.push(
        await dial(`4*glaz*1*1*Zongo*Le lampadaire numéro ${count} est éteint*1`, caller),
      )
    assert.match(answers[0] ?? '', /re[çc]u/)
    assert.match(answers.at(-1) ?? '', /Trop de signalements/)
  })

  test('ne tombe sur rien de ce qu’on peut taper', async () => {
    for (const text of [
      '*',
      '1*1*1*1*1',
      '3*%*1',
      `3*${'x'.repeat(500)}`,
      "2*' or 1=1",
      '0*0*0',
      '3**',
    ])
      assert.match(await dial(text), /^(CON|END) /, text)
  })
})
