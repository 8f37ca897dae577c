import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Actor, visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor, glazoueMarket } from '#test/factories/calls.ts'
import { listMessages } from '#test/factories/messages.ts'
import { getNeed } from '../needs/need.queries.ts'
import { remindTenders } from './remind-tenders.ts'
import {
  handOverTender,
  recordTenderResult,
  saveTenderFile,
  startTender,
} from './tender.actions.ts'
import { getFullTender, getTender } from './tender.queries.ts'
import { HandOver, RecordResult, type Tender, TenderFile } from './tender.schema.ts'

describe('Un dossier de marché formel, de la préparation au résultat', () => {
  let app: TestApp
  let people: Record<'se' | 'rsi' | 'stranger', Actor>
  let tender: Tender
  const today = toDay(new Date())

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    people = {
      se: await createDemoActor(db, 'glazoue', 'secretary'),
      rsi: await createDemoActor(db, 'glazoue', 'itOfficer'),
      stranger: await createDemoActor(db, 'bohicon', 'secretary'),
    }
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const received = HandOver.parse({
    handedOverOn: today,
    handedOverTo: 'Personne responsable des marchés publics',
  })
  const award = (more = {}) =>
    RecordResult.parse({
      ...{ result: 'award', decidedOn: today, awardedTo: 'Groupement fictif' },
      ...{ awardedAmount: '43 500 000', stateReference: 'FICTIF-001', ...more },
    })

  test('le dossier reprend le besoin, les critères proposés et le fondement daté', async () => {
    tender = await as(people.rsi, async (context) =>
      startTender(context, await getNeed(context.db, glazoueMarket)),
    )
    assert.match(tender.reference, /^DOS-\d{4}-\d{4}$/)
    assert.match(tender.legalBasis, /Loi 2020-26/)
    const { criteria } = await as(people.rsi, ({ db }) => getFullTender(db, tender.id))
    assert.equal(
      criteria.reduce((sum, { weight }) => sum + weight, 0),
      100,
    )
  })

  test('une autre commune et le public ne le voient pas', async () => {
    await assert.rejects(
      as(people.stranger, ({ db }) => getTender(db, tender.id)),
      NotFound,
    )
    await assert.rejects(
      readAs(app.platform.db, visitor, (db) => getTender(db, tender.id)),
      NotFound,
    )
  })

  test('incomplet, il ne se remet pas', async () => {
    await assert.rejects(
      as(people.se, (context) => handOverTender(context, tender, received)),
      /Complétez d’abord/,
    )
  })

  test('complété, la direction enregistre la remise ; le dossier devient public et ne change plus', async () => {
    const input = TenderFile.parse({
      title: 'Gestion des droits de place des marchés',
      nature: 'services',
      purpose: `${tender.purpose} Les vendeuses reçoivent un reçu pour chaque paiement du jour.`,
      requirements: `${tender.requirements} Le travail continue pendant les coupures de réseau.`,
      estimate: '45 000 000',
      estimateMethod: 'Prix publics de trois solutions comparables.',
      funding: 'Budget communal',
      documents: 'Fiche de besoin\nEstimation',
      criterion1: 'Réponse au besoin',
      weight1: '70',
      criterion2: 'Prix',
      weight2: '30',
      lot1: 'Logiciel',
      lotEstimate1: '30 000 000',
      lot2: 'Matériel',
      lotEstimate2: '15 000 000',
      version: tender.version,
    })
    assert.equal(await as(people.rsi, (context) => saveTenderFile(context, tender, input)), true)
    assert.equal(await as(people.rsi, (context) => saveTenderFile(context, tender, input)), false)
    await assert.rejects(
      as(people.rsi, (context) => handOverTender(context, tender, received)),
      Forbidden,
    )
    tender = await as(people.se, (context) => handOverTender(context, tender, received))
    const shown = await readAs(app.platform.db, visitor, (db) => getFullTender(db, tender.id))
    assert.equal(shown.lots.length, 2)
    const later = { ...input, version: shown.tender.version, title: 'Autre objet' }
    assert.equal(await as(people.rsi, (context) => saveTenderFile(context, tender, later)), false)
  })

  test('sans résultat au bout de trois mois, la commune est relancée une fois', async () => {
    const later = addDays(new Date(), 91)
    const count = async () =>
      (await listMessages(app.platform.db, 'se.glazoue@demo.example')).filter(
        ({ subject }) => subject === `Résultat attendu : ${tender.reference}`,
      ).length
    await remindTenders(app.platform, later)
    await remindTenders(app.platform, later)
    assert.equal(await count(), 1)
  })

  test('le résultat rapporté complète la trace publique', async () => {
    await assert.rejects(
      as(people.rsi, (context) =>
        recordTenderResult(context, tender, award({ awardedTo: '', awardedAmount: '' })),
      ),
      Conflict,
    )
    await as(people.rsi, (context) => recordTenderResult(context, tender, award()))
    const shown = await readAs(app.platform.db, visitor, (db) => getTender(db, tender.id))
    assert.equal(shown.status, 'awarded')
    assert.equal(shown.awardedAmount, 43_500_000)
    assert.equal(shown.stateReference, 'FICTIF-001')
  })
})
