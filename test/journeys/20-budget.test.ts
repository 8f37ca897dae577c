import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import writeWorkbook from 'write-excel-file/node'
import { toDay } from '#platform/format.ts'
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

/** The day in Benin: what is committed in its year may be recorded. */
const today = toDay(new Date())
const year = Number(today.slice(0, 4))
const french = today.split('-').reverse().join('/')

/** As accounting offices send it: titles, the old Windows letters, amounts with spaces, a total. */
const messyCsv = (paid: string) =>
  Buffer.from(
    [
      'MAIRIE DE BOHICON;;;;',
      `Situation d’exécution;exercice ${year};;;`,
      ';;;;',
      'IMPUTATION;DÉSIGNATION;Engagements cumulés;Mandatements (FCFA);Obs.',
      `Réseaux et Télécommunications;Abonnement à internet;1 200 000;${paid};RAS`,
      'LOGICIELS;Logiciel des marchés;"3 500 000,00";(0);',
      'TOTAL;;4 700 000;;',
    ].join('\r\n'),
    'latin1',
  )

async function messyWorkbook(): Promise<Buffer> {
  const rows = [
    [{ value: 'Commune de Bohicon' }],
    [],
    [
      { value: 'N°' },
      { value: 'Exercice' },
      { value: 'ENGAGÉ' },
      { value: 'Payé' },
      { value: 'arrêté au' },
    ],
    [
      { value: '1' },
      { value: year },
      { value: 1_450_000 },
      { value: '1 200 000 F CFA' },
      { value: french },
    ],
    [
      { value: 2 },
      { value: year },
      { value: 3_500_000 },
      { value: 900_000.4 },
      { value: new Date(`${today}T00:00:00Z`), format: 'dd/mm/yyyy' },
    ],
    [{ value: 'Total général' }, null, { value: 4_950_000 }, { value: 2_100_000 }],
  ]
  return writeWorkbook([{ sheet: 'Situation', data: rows as never }]).toBuffer()
}

for (const hasScripts of [true, false]) {
  describe(`un budget numérique, des lignes à l’exécution, ${hasScripts ? 'avec' : 'sans'} JavaScript`, () => {
    const { app, enter, visit } = useJourney(hasScripts)
    let address = ''

    const open = async (account: string, path = ''): Promise<Page> => {
      const page = await enter(account)
      await page.goto(address + path)
      return page
    }

    async function addLine(
      page: Page,
      label: string,
      account: string,
      section: string,
      amount: string,
    ) {
      await press(page, 'Ajouter une ligne')
      await page.fill('[name=label]', label)
      await page.selectOption('[name=accountId]', { label: account })
      await page.check(`[name=section][value=${section}]`)
      await page.selectOption('[name=sourceCode]', { label: 'FIC' })
      await page.fill('[name=amount]', amount)
    }

    async function send(page: Page, name: string, buffer: Buffer) {
      await page.setInputFiles('[name=file]', { name, mimeType: 'text/csv', buffer })
      await page.fill('[name=asOf]', today)
      await press(page, 'Voir ce que le fichier contient')
      await page.waitForURL(/importer\/[0-9a-f-]{36}/)
    }

    test('la commune ouvre le budget de l’année et l’écrit ligne par ligne', async () => {
      const page = await enter('se.bohicon')
      await page.goto('/espace/budgets')
      assert.match(await read(page), /Aucun budget numérique/)
      await check(page)
      await page.selectOption('[name=year]', String(year))
      await press(page, 'Ouvrir')
      await page.waitForURL(/budgets\/[0-9a-f-]{36}/)
      address = new URL(page.url()).pathname
      await check(page)
      await addLine(page, 'Abonnement à internet', 'Réseaux et télécommunications', 'running', '-5')
      await check(page)
      await press(page, 'Enregistrer')
      assert.match(await readFault(page, 'amount'), /entre 0 et/)
      assert.equal(await page.inputValue('[name=label]'), 'Abonnement à internet')
      await page.fill('[name=amount]', '1 300 000')
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=La ligne est ajoutée')
      await addLine(page, 'Logiciel des marchés', 'Logiciels', 'investment', '4 000 000')
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=La ligne est ajoutée')
      await leave(page)
    })

    test('la part conseillée est comparée, avec l’écart en FCFA', async () => {
      const page = await open('se.bohicon')
      await press(page, 'Budget entier de la commune')
      await page.fill('[name=totalInvestment]', '200 000 000')
      await page.fill('[name=totalRunning]', '200 000 000')
      await check(page)
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=Les montants sont enregistrés')
      assert.match(await read(page), /part conseillée est de 2,5 % : il manque 4\s700\s000 FCFA/)
      assert.match(await read(page), /à confirmer/)
      await leave(page)
    })

    test('voté, il devient public ; avant, personne ne le lit', async () => {
      const visitor = await visit()
      await visitor.goto('/communes/bohicon/budget-numerique')
      assert.match(await read(visitor), /Aucun budget numérique voté/)
      const page = await open('se.bohicon')
      await pressAndConfirm(page, 'Soumettre à la direction')
      await page.waitForSelector('text=Le budget est soumis')
      await press(page, 'Enregistrer le vote')
      await check(page)
      await page.fill('[name=votedOn]', '2099-01-01')
      await page.fill('[name=deliberation]', '014')
      await press(page, 'Enregistrer le vote')
      assert.match(await readFault(page, 'votedOn'), /pas encore eu lieu/)
      await page.fill('[name=votedOn]', today)
      await press(page, 'Enregistrer le vote')
      await page.waitForSelector('text=Le vote est enregistré')
      await check(page)
      await leave(page)
      await visitor.goto('/communes/bohicon/budget-numerique')
      assert.match(await read(visitor), /Logiciel des marchés/)
      await check(visitor)
      await visitor.goto('/communes/bohicon')
      assert.match(await read(visitor), new RegExp(`5\\s300\\s000 FCFA votés pour ${year}`))
      await leave(visitor)
    })

    test('le fichier de la comptabilité montre ses erreurs, et rien n’est écrit', async () => {
      const page = await open('se.bohicon', '/execution/importer')
      await check(page)
      await send(page, 'situation.csv', messyCsv('1 900 000'))
      const shown = await read(page)
      assert.match(shown, /Rien n’a été enregistré/)
      assert.match(shown, /Le montant payé dépasse le montant engagé/)
      assert.match(shown, /1 ligne de total, laissée/)
      await check(page)
      await page.goto(address)
      assert.doesNotMatch(await read(page), /Les situations enregistrées/)
      await leave(page)
    })

    test('corrigé, il est enregistré une fois confirmé, et deux fois ne change rien', async () => {
      const page = await open('se.bohicon', '/execution/importer')
      for (const said of [
        '2 situations enregistrées',
        '0 situations enregistrées, 2 déjà connues',
      ]) {
        await send(page, 'situation.csv', messyCsv('900 000'))
        assert.match(await read(page), /2 lignes seront enregistrées/)
        await check(page)
        await press(page, 'Confirmer et enregistrer')
        await page.waitForSelector(`text=${said}`)
        await page.goto(`${address}/execution/importer`)
      }
      await leave(page)
    })

    test('un classeur dit plus tard autre chose : un engagement dépasse le vote, et cela se voit', async () => {
      const page = await open('se.bohicon', '/execution/importer')
      await send(page, 'situation.xlsx', await messyWorkbook())
      assert.match(await read(page), /2 lignes seront enregistrées/)
      await press(page, 'Confirmer et enregistrer')
      await page.waitForSelector('text=2 situations enregistrées')
      assert.match(await read(page), /Des engagements dépassent le vote/)
      assert.match(await read(page), /Fichier de la comptabilité/)
      await check(page)
      await leave(page)
    })

    test('une décision modificative le régularise ; les lignes votées restent publiques jusque-là', async () => {
      const page = await open('se.bohicon')
      await press(page, 'Préparer une décision modificative')
      await page.fill('[name=reason]', 'La ligne de secours coûte plus que prévu à la commune.')
      await press(page, 'Préparer une décision modificative')
      await page.waitForSelector('text=Modifiez les lignes')
      await press(page, '1. Abonnement à internet')
      await page.fill('[name=amount]', '1 500 000')
      await press(page, 'Enregistrer')
      await page.waitForSelector('text=La ligne est enregistrée')
      const visitor = await visit()
      await visitor.goto('/communes/bohicon/budget-numerique')
      assert.match(await read(visitor), /1\s300\s000 FCFA/)
      await press(page, 'Enregistrer le vote de la modification')
      await page.fill('[name=votedOn]', today)
      await page.fill('[name=deliberation]', '021')
      await press(page, 'Enregistrer le vote')
      await page.waitForSelector('text=Voté, puis modifié')
      await check(page)
      await leave(page)
      await visitor.goto('/communes/bohicon/budget-numerique')
      assert.match(await read(visitor), /1\s500\s000 FCFA/)
      await leave(visitor)
    })

    test('l’association tient la part conseillée', async () => {
      const page = await enter('ancb')
      await page.goto('/espace/parts-conseillees')
      await check(page)
      await page.selectOption('[name=category]', 'intermediaire')
      await page.fill('[name=share]', '3,5')
      await page.fill('[name=validFrom]', today)
      await page.fill('[name=source]', 'Bureau de l’association')
      await page.fill('[name=reason]', 'Les communes demandent un repère plus ambitieux.')
      await press(page, 'Enregistrer cette part')
      await page.waitForSelector('text=La part conseillée est enregistrée')
      assert.match(await read(page), /3,5 %/)
      await leave(page)
    })

    test('tout le monde compare les communes', async () => {
      const visitor = await visit()
      await visitor.goto('/budgets-numeriques')
      const shown = await read(visitor)
      assert.match(shown, /Moins de 5 communes/)
      assert.match(shown, /Bohicon/)
      await check(visitor)
      await leave(visitor)
    })

    test('l’agent de Glazoué reprend le plan, essaie une enveloppe plus basse, soumet ; la direction est prévenue', async () => {
      const page = await enter('agent.glazoue')
      await press(page, 'Terminer le budget numérique 2027')
      await press(page, 'Reprendre les actions du plan')
      await page.waitForSelector('text=lignes ajoutées')
      await check(page)
      await press(page, 'Et si l’enveloppe change ?')
      assert.match(await read(page), /Écrite à la main : à vous de juger/)
      await check(page)
      await page.goBack()
      await pressAndConfirm(page, 'Soumettre à la direction')
      await page.waitForSelector('text=Le budget est soumis')
      await leave(page)
      await checkMessage(app(), 'se.glazoue@demo.example', 'Budget numérique à porter au vote')
    })
  })
}
