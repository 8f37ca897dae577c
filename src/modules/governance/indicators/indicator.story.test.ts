/** Indicators counted from the demonstration world, kept month by month, read by everybody. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { organisationId } from '#demo/ids.ts'
import { loadOverview } from '#modules/planning/index.ts'
import { system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { demoNow } from '#test/database.ts'
import { createDemoActor } from '#test/factories/calls.ts'
import type { IndicatorCode } from './indicator.lists.ts'
import { listGroupSeries, listSnapshots } from './indicator.queries.ts'
import { refreshIndicators } from './refresh-indicators.ts'

const demoDay = '2026-11-23'

describe('Les indicateurs, comptés, gardés, lus', () => {
  let app: TestApp

  const findSeries = async (code: IndicatorCode, group = '') =>
    listGroupSeries(app.platform.db, group, '2000-01-01', code)
  const countAt = (moment: string) =>
    writeAs(app.platform.db, system, (db) => refreshIndicators(db, new Date(moment)))
  const read = async (path: string) => {
    const { statusCode, body, headers } = await app.app.inject({ url: path })
    return { statusCode, body, headers }
  }

  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  test('disent du jour ce que la page nationale de la planification en dit', async () => {
    const whole = { department: null, category: null }
    const overview = await loadOverview(app.platform.db, whole, demoNow.getUTCFullYear())
    const plans = (await findSeries('schemas-directeurs')).at(-1)
    assert.equal(
      plans?.numerator,
      overview.plans.reduce((sum, { covered }) => sum + covered, 0),
    )
    assert.equal(plans?.denominator, overview.communes)
    const sites = (await findSeries('connexion')).at(-1)
    assert.equal(
      sites?.numerator,
      overview.sites.reduce((sum, { met }) => sum + met, 0),
    )
    const budget = overview.budgets.find(({ year }) => year === demoNow.getUTCFullYear())
    const voted = (await findSeries('budget-vote')).at(-1)
    assert.equal(voted?.numerator, budget?.digital)
    assert.ok(Math.abs((voted?.value ?? 0) - (budget?.share ?? 0)) < 0.001)
    assert.equal((await findSeries('maturite')).at(-1)?.denominator, overview.diagnosed)
  })

  test('ont une histoire vraie : ce que la date des faits permet, rien de plus', async () => {
    const services = await findSeries('services-en-ligne')
    assert.ok(services.length > 12)
    assert.ok(services.every(({ day }) => day === demoDay || /-(28|29|30|31)$/.test(day)))
    assert.ok((services[0]?.value ?? 100) < (services.at(-1)?.value ?? 0))
    assert.deepEqual(
      (await findSeries('connexion')).map(({ day }) => day),
      [demoDay],
    )
  })

  test('sont comptés par catégorie et par département comme pour le pays', async () => {
    const of = async (group: string) =>
      (await findSeries('services-en-ligne', group)).at(-1)?.denominator ?? 0
    const categories = ['particulier', 'intermediaire', 'ordinaire']
    let sum = 0
    for (const category of categories) sum += await of(category)
    assert.equal(sum, await of(''))
    assert.ok((await of('BJ03')) > 0)
  })

  test('un relevé prend la place de celui du même mois ; le passé ne change plus', async () => {
    const before = await findSeries('services-en-ligne')
    const { db } = app.platform
    await writeAs(db, system, (own) =>
      sql`insert into services.offer_change (id, commune_id, service_code, to_level, cause, occurred_at)
        select gen_random_uuid(), commune_id, service_code, 'online', 'declared', '2025-06-01'
        from services.offer where commune_id = ${organisationId('glazoue')}`.execute(own),
    )
    await countAt('2026-11-25T09:00:00Z')
    const after = await findSeries('services-en-ligne')
    assert.equal(after.at(-1)?.day, '2026-11-25')
    assert.deepEqual(after.slice(0, -1), before.slice(0, -1))
    assert.ok((after.at(-1)?.value ?? 0) > (before.at(-1)?.value ?? 0))
    await countAt('2026-12-02T09:00:00Z')
    const days = (await listSnapshots(db)).map(({ day }) => day)
    assert.deepEqual(days.slice(-3), ['2026-11-25', '2026-11-30', '2026-12-02'])
  })

  test('seul le système les écrit : ni un visiteur, ni l’association', async () => {
    const { db } = app.platform
    const staff = await createDemoActor(db, 'ancb', 'staff')
    for (const actor of [visitor, staff])
      await assert.rejects(
        writeAs(db, actor, (own) =>
          own
            .insertInto('governance.indicatorSnapshot')
            .values({ day: '2020-01-31', computedAt: demoNow })
            .execute(),
        ),
        /row-level security/,
      )
    assert.ok((await readAs(db, visitor, listSnapshots)).length > 12)
  })

  test('l’association les recalcule d’un bouton ; personne d’autre ne le voit', async () => {
    const staff = new Client(app.origin)
    await staff.signIn('ancb@demo.example')
    const done = await staff.submit('/indicateurs', '/indicateurs/recalculer', {})
    assert.match(done.html, /Les indicateurs sont recalculés/)
    assert.doesNotMatch((await read('/indicateurs')).body, /recalculer/)
  })

  test('chaque indicateur a sa définition, son calcul, sa source, sa date, son tableau', async () => {
    const { body } = await read('/indicateurs/services-en-ligne')
    for (const words of ['÷ services proposés', '/services/matrice', 'Le tableau', 'role="img"'])
      assert.ok(body.includes(words), words)
    assert.equal((await read('/indicateurs/inconnu')).statusCode, 404)
    assert.equal((await read('/indicateurs/toString')).statusCode, 404)
  })

  test('ce que rien ne mesure encore le dit, sans zéro', async () => {
    const { body } = await read('/indicateurs/delai-service')
    assert.match(body, /Pas encore mesuré/)
    assert.match(body, /Aucune commune mesurée sur 77/)
  })

  test('le classement se lit par département et par catégorie', async () => {
    const { body } = await read('/indicateurs/maturite?departement=BJ05&categorie=ordinaire')
    assert.match(body, /\/communes\/glazoue\/indicateurs/)
    assert.doesNotMatch(body, /\/communes\/cotonou\/indicateurs/)
  })

  test('une commune se lit à côté de la médiane de sa catégorie', async () => {
    const { body } = await read('/communes/glazoue/indicateurs')
    assert.match(body, /Médiane de la catégorie : \d,\d sur 5/)
    assert.match(body, /En tirets : sa catégorie\./)
    assert.match((await read('/communes/glazoue')).body, /\/communes\/glazoue\/indicateurs/)
    assert.match((await read('/communes/parakou/indicateurs')).body, /Pas encore mesurés : /)
  })

  test('le rapport d’une année finie est émis une fois ; celui de l’année en cours est une copie', async () => {
    const kept = await read('/indicateurs/rapport/2025.pdf')
    const again = await read('/indicateurs/rapport/2025.pdf')
    assert.match(String(kept.headers.location), /^\/documents\//)
    assert.equal(again.headers.location, kept.headers.location)
    const running = await read(`/indicateurs/rapport/${new Date().getUTCFullYear()}.docx`)
    assert.match(String(running.headers['content-type']), /wordprocessingml/)
    for (const year of ['1999', '2025x', 'annee'])
      assert.equal((await read(`/indicateurs/rapport/${year}.pdf`)).statusCode, 404, year)
  })

  test('tout se reprend en CSV, avec l’histoire et le jour où elle fut comptée', async () => {
    const { body, headers } = await read('/indicateurs/besoins-publies.csv')
    assert.match(String(headers['content-disposition']), /indicateur-besoins-publies\.csv/)
    const [head, ...lines] = body.trim().split('\r\n')
    assert.match(head ?? '', /indicateur;libelle;portee;code;nom;jour;valeur;unite/)
    assert.ok(lines.some((line) => line.startsWith('besoins-publies;Besoins publiés;pays;;Bénin;')))
    assert.ok(lines.some((line) => /;commune;glazoue;Glazoué;2026-/.test(line)))
    const own = await read('/communes/glazoue/indicateurs.csv')
    assert.match(own.body, /maturite;Maturité numérique;commune;glazoue;Glazoué;/)
    assert.doesNotMatch(own.body, /Cotonou/)
  })
})

test('avant le premier calcul, la page le dit', async () => {
  const app = await startApp({ demo: false })
  try {
    const { body } = await app.app.inject({ url: '/indicateurs' })
    assert.match(body, /Aucun indicateur n’a encore été calculé/)
    const { statusCode } = await app.app.inject({ url: '/communes/glazoue/indicateurs' })
    assert.equal(statusCode, 200)
  } finally {
    await app.close()
  }
})
