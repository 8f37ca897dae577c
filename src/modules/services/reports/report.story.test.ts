/** Reports as they meet neighbours, colleagues, strangers, crossed acts and time. */

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { type Actor, type Role, system, visitor } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor } from '#test/factories/acting.ts'
import { listMessages as listSent } from '#test/factories/messages.ts'
import { chooseCategories } from './category.actions.ts'
import { createReport, type NewReport } from './create-report.actions.ts'
import { forgetReporters, purgeReports } from './erase-reports.ts'
import { measureReports } from './figures.queries.ts'
import { mergeReport } from './merge-report.actions.ts'
import {
  findPublicReport,
  listCandidates,
  listPublicReports,
  type PublicLine,
} from './public-report.queries.ts'
import type { Report } from './report.lifecycle.ts'
import { getReport, listMessages, listReports } from './report.queries.ts'
import { readReportFilter } from './report-filter.rules.ts'
import { supportReport } from './support-report.actions.ts'
import { listReportsOfPhone, tellByPhone } from './tell-by-phone.actions.ts'
import {
  contestReport,
  moderateReport,
  rejectReport,
  releaseReport,
  reopenReport,
  resolveReport,
  routeReport,
  takeReport,
  writeToReport,
} from './treat-report.actions.ts'

const now = new Date('2026-11-28T09:00:00Z')
const later = (days: number) => addDays(now, days)
const glazoue = organisationId('glazoue')

const told: NewReport = {
  ...{ communeId: glazoue, category: 'toilets', channel: 'web' },
  description: 'Le lampadaire du carrefour est éteint.',
  ...{ arrondissement: 'Glazoué', quartier: 'Quartier Essai', landmark: 'Chez le menuisier' },
  ...{ position: { latitude: 7.91234, longitude: 2.31234 }, phone: null, email: null },
}

describe('des signalements à Glazoué', () => {
  let database: TestDatabase
  const people = new Map<string, Actor>()
  before(async () => {
    database = await useDatabase({ demo: true })
    const enter = (role: Role, slug = 'glazoue') =>
      writeAs(database.db, system, (db) =>
        createActor(db, `${role} ${slug}`, {
          organisation: { id: organisationId(slug), name: slug, kind: 'commune' },
          role,
        }),
      )
    for (const role of ['agent', 'secretary'] as const) people.set(role, await enter(role))
    people.set('stranger', await enter('secretary', 'bohicon'))
  })
  after(() => database.close())

  type Acting = { db: Db; actor: Actor; now: Date }
  const as = <T>(who: string | Actor, work: (context: Acting) => Promise<T>, at = now) => {
    const actor = typeof who === 'string' ? (people.get(who) as Actor) : who
    return writeAs(database.db, actor, (db) => work({ db, actor, now: at }))
  }
  const tell = (over: Partial<NewReport> = {}, at = now): Promise<Report> =>
    as(visitor, (context) => createReport(context, { ...told, ...over }), at)
  const read = (id: string) => readAs(database.db, system, (db) => getReport(db, id))
  const readPublic = (reference: string) =>
    readAs(database.db, visitor, (db) => findPublicReport(db, reference))
  const sentTo = (recipient: string) =>
    readAs(database.db, system, (db) => listSent(db, recipient)).then((sent) => sent.reverse())

  test('un visiteur le fait sans compte ; il reçoit un numéro, un code, et le service qui s’en occupe', async () => {
    const report = await tell({ phone: '+2290197005001' })
    assert.match(report.reference, /^SIG-2026-\d{4}$/)
    assert.match(report.code, /^[2-9A-Y]{10}$/)
    assert.equal(report.department, 'Hygiène et assainissement')
    const [message] = await sentTo('+2290197005001')
    assert.equal(message?.channel, 'sms')
    assert.match(message?.body ?? '', /Code de suivi : [2-9A-Y]{5}-[2-9A-Y]{5}/)
    await assert.rejects(tell({ category: 'inconnue' }), Conflict)
    await assert.rejects(tell({ communeId: organisationId('bohicon') }), Conflict)
  })

  test('ni son histoire ni le journal ne disent qui l’a fait', async () => {
    const afi = await writeAs(database.db, system, (db) => createActor(db, 'Afi Exemple'))
    const report = await as(afi, (context) => createReport(context, told))
    const lines = await readAs(database.db, system, (db) =>
      db.selectFrom('platform.auditLine').selectAll().where('subjectId', '=', report.id).execute(),
    )
    assert.equal(lines.length, 1)
    assert.equal(lines[0]?.actorId, null)
  })

  test('la mairie voisine et les visiteurs n’en lisent que ce qui est public', async () => {
    const { id } = await tell()
    for (const who of ['stranger', visitor] as const) {
      await assert.rejects(
        as(who, ({ db }) => getReport(db, id)),
        NotFound,
      )
      await assert.rejects(
        as(who, (context) => takeReport(context, id)),
        NotFound,
      )
    }
    const report = await read(id)
    await assert.rejects(
      as('stranger', (context) => writeToReport(context, report, 'note', 'Vu')),
      Forbidden,
    )
    await assert.rejects(
      as('stranger', (context) => routeReport(context, report, 'Ailleurs')),
      Forbidden,
    )
  })

  test('avant d’être relu, seuls le genre, l’arrondissement et un lieu arrondi sont publics', async () => {
    const { id, reference } = await tell({ description: 'Appelez Afi au 01 97 00 50 02.' })
    const before = await readPublic(reference)
    assert.equal(before?.description, null)
    assert.equal(before?.quartier, null)
    assert.deepEqual([before?.latitude, before?.longitude], [7.9125, 2.3125])
    const moderate = async (visibility: 'shown' | 'hidden', reason = '') =>
      as('agent', async (context) =>
        moderateReport(context, await getReport(context.db, id), {
          ...{ visibility, reason, showsPhoto: true },
        }),
      )
    await moderate('shown')
    const shown = await readPublic(reference)
    assert.equal(shown?.description, 'Appelez Afi au [numéro masqué].')
    assert.equal(shown?.hasPhoto, false)
    await moderate('hidden', 'Nomme une personne')
    assert.equal(await readPublic(reference), undefined)
    assert.equal((await read(id)).showsPhoto, false)
  })

  test('pris en charge, répondu, réglé : qui a signalé est prévenu, une fois par étape', async () => {
    const phone = '+2290197005003'
    const { id, reference } = await tell({ phone })
    await as('agent', (context) => takeReport(context, id), later(1))
    await as('agent', (context) => releaseReport(context, id), later(1.1))
    await as('secretary', (context) => takeReport(context, id), later(1.2))
    const report = await read(id)
    await as('agent', (context) => writeToReport(context, report, 'note', 'Voir Koffi'), later(2))
    await as('agent', (context) => writeToReport(context, report, 'answer', 'Mardi.'), later(2))
    await as('agent', (context) => resolveReport(context, id, 'Réparé.'), later(3))
    const seen = await readPublic(reference)
    assert.equal(seen?.status, 'resolved')
    assert.equal(seen?.answer, 'Réparé.')
    assert.equal(seen?.answeredAt?.getTime(), later(1).getTime())
    assert.equal(seen?.closedAt?.getTime(), later(3).getTime())
    const bodies = (await sentTo(phone)).map(({ body }) => body)
    assert.equal(bodies.length, 4)
    assert.ok(!bodies.join(' ').includes('Koffi'))
    await assert.rejects(
      as('agent', (context) => resolveReport(context, id, 'Encore.')),
      Conflict,
    )
  })

  test('ce qui est rejeté ou réglé dit pourquoi', async () => {
    const { id } = await tell()
    await assert.rejects(
      as('agent', (context) => rejectReport(context, id, '  ')),
      Conflict,
    )
    await assert.rejects(
      as('agent', (context) => resolveReport(context, id, '')),
      Conflict,
    )
    assert.equal((await read(id)).status, 'received')
  })

  test('qui l’a fait dit pendant un mois que ce n’est pas réglé ; la mairie rouvre quand elle veut', async () => {
    const { id } = await tell()
    await as('agent', (context) => resolveReport(context, id, 'Réparé.'), later(1))
    const contest = async (at: Date) => {
      const report = await read(id)
      return as(visitor, (context) => contestReport(context, report, 'Toujours éteint.'), at)
    }
    await assert.rejects(contest(later(40)), Conflict)
    await contest(later(20))
    const again = await read(id)
    assert.equal(again.status, 'received')
    assert.equal(again.closedAt, null)
    await assert.rejects(contest(later(21)), Conflict)
    const messages = await readAs(database.db, system, (db) => listMessages(db, id))
    assert.deepEqual(
      messages.map(({ kind }) => kind),
      ['answer', 'objection'],
    )
    await as('agent', (context) => rejectReport(context, id, 'Pas à nous.'), later(22))
    await as('agent', (context) => reopenReport(context, id, 'À nous, en fait.'), later(99))
    assert.equal((await read(id)).status, 'received')
  })

  test('regroupé, il suit l’autre : les messages, les « moi aussi », et ceux qui le suivaient', async () => {
    const [first, second, third] = [
      await tell({ phone: '+2290197005011' }),
      await tell({ phone: '+2290197005012' }),
      await tell({ email: 'afi@exemple.test' }),
    ]
    await as('agent', (context) => mergeReport(context, third.id, second.reference), later(1))
    await as('agent', (context) => mergeReport(context, second.id, first.reference), later(2))
    assert.equal((await read(third.id)).mergedInto, first.id)
    assert.equal((await readPublic(third.reference))?.mergedInto, first.reference)
    assert.equal((await read(first.id)).supports, 2)
    await as('agent', (context) => resolveReport(context, first.id, 'Réparé.'), later(3))
    for (const who of ['+2290197005011', '+2290197005012', 'afi@exemple.test']) {
      const [last] = (await sentTo(who)).reverse()
      assert.match(last?.body ?? '', /dit qu’il est réglé/, who)
    }
    await as('agent', (context) => reopenReport(context, third.id, 'Un autre problème.'))
    assert.equal((await read(third.id)).mergedInto, null)
    assert.equal((await read(first.id)).supports, 1)
  })

  test('ni avec lui-même, ni avec un doublon, ni avec celui d’une autre commune', async () => {
    const [one, other] = [await tell(), await tell()]
    const elsewhere = await readAs(database.db, system, (db) =>
      getReport(db, demoId('report:parakou:1')),
    )
    await as('agent', (context) => mergeReport(context, other.id, one.reference))
    const free = await tell()
    for (const reference of [free.reference, other.reference, elsewhere.reference, 'SIG-1999-0001'])
      await assert.rejects(
        as('agent', (context) => mergeReport(context, free.id, reference)),
        Conflict,
        reference,
      )
  })

  test('vingt voisins qui disent « moi aussi » à la fois comptent tous, chacun une fois', async () => {
    const { id, reference } = await tell()
    const secret = Buffer.from('secret des tests')
    const rateLimiter = { tryPoint: async () => true }
    const support = (device: string) =>
      as(visitor, (context) =>
        supportReport(
          {
            ...{ ...context, address: '10.0.0.1', platform: { secret, rateLimiter } as never },
            ...{ getCookie: () => device, setCookie: () => {} },
          },
          id,
        ),
      )
    const devices = Array.from({ length: 20 }, (_, index) => `appareil ${index}`)
    await Promise.all([...devices, ...devices.slice(0, 5)].map(support))
    assert.equal((await read(id)).supports, 20)
    assert.equal((await readPublic(reference))?.supports, 20)
  })

  test('deux agents qui se regroupent l’un dans l’autre : un seul y parvient', async () => {
    const [one, other] = [await tell(), await tell()]
    const outcomes = await Promise.allSettled([
      as('agent', (context) => mergeReport(context, one.id, other.reference)),
      as('secretary', (context) => mergeReport(context, other.id, one.reference)),
    ])
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  })

  test('deux agents qui le prennent à la fois : il est à l’un des deux, sans perte', async () => {
    const { id } = await tell()
    await Promise.all(
      ['agent', 'secretary'].map((who) => as(who, (context) => takeReport(context, id))),
    )
    assert.equal((await read(id)).status, 'inProgress')
  })

  test('ceux qui sont ouverts et proches sont proposés ; le quartier compare sans se montrer', async () => {
    const { id, reference } = await tell({ position: null })
    const search = { communeId: glazoue, category: 'toilets', arrondissement: 'Glazoué' }
    const find = (position: { latitude: number; longitude: number } | null) =>
      as(visitor, (context) => listCandidates(context, { ...search, position }))
    const candidates = await find(null)
    assert.ok(
      (await find({ latitude: 8, longitude: 2 })).some((one) => one.reference === reference),
    )
    assert.ok((await find({ latitude: 8, longitude: 2 })).every((one) => one.latitude === null))
    assert.equal(candidates.find((one) => one.reference === reference)?.quartier, 'Quartier Essai')
    await as('agent', (context) => rejectReport(context, id, 'Pas à nous.'))
    const left = await find(null)
    assert.ok(!left.some((one) => one.reference === reference))
  })

  test('la liste de la mairie se filtre et se suit sans rien perdre', async () => {
    const mine = await tell()
    await as('agent', (context) => takeReport(context, mine.id))
    const list = (query: Record<string, string>, limit = 500) =>
      as('agent', ({ db, actor }) =>
        listReports(db, glazoue, readReportFilter(query, actor.id), null, limit),
      )
    const open = await list({})
    assert.ok(open.every(({ status }) => status === 'received' || status === 'inProgress'))
    assert.ok((await list({ etat: 'resolved' })).every(({ status }) => status === 'resolved'))
    assert.ok((await list({ etat: 'all', categorie: 'water' })).length > 5)
    assert.ok((await list({ moi: '1' })).some(({ id }) => id === mine.id))
    const stranger = await as('stranger', ({ db }) =>
      listReports(db, glazoue, readReportFilter({ etat: 'all' }, null), null, 10),
    )
    assert.deepEqual(stranger, [])
  })

  test('les chiffres : ce qui est compté fait le tout, les délais sont ceux des dates', async () => {
    const since = later(-365)
    const lines = await readAs(database.db, visitor, (db) =>
      measureReports(db, { by: 'category', communeId: glazoue, since }),
    )
    const [all, ...each] = lines
    assert.equal(all?.key, null)
    assert.equal(
      each.reduce((sum, { received }) => sum + received, 0),
      all?.received,
    )
    for (const { received, open, resolved, rejected, duplicate } of lines)
      assert.equal(open + resolved + rejected + duplicate, received)
    assert.ok((all?.toResolve.median ?? 0) <= (all?.toResolve.slowest ?? -1))
    const country = await readAs(database.db, visitor, (db) =>
      measureReports(db, { by: 'commune', communeId: null, since }),
    )
    assert.equal(country.length, 4)
  })

  test('décocher une catégorie n’efface rien de ce qui est reçu', async () => {
    const { id } = await tell()
    const keep = { category: 'road', department: 'Voirie' }
    await assert.rejects(
      as('agent', (context) => chooseCategories(context, [keep])),
      Forbidden,
    )
    await as('secretary', (context) => chooseCategories(context, [keep]))
    await assert.rejects(tell(), Conflict)
    assert.equal((await tell({ category: 'road' })).department, 'Voirie')
    await as('agent', (context) => takeReport(context, id))
  })

  test('trois mois après la fin, plus de coordonnées ; deux ans après, plus de texte ni de lieu', async () => {
    const phone = '+2290197005021'
    const { id, reference } = await tell({ category: 'road', phone })
    await as('agent', (context) => resolveReport(context, id, 'Réparé.'), now)
    await forgetReporters(database, later(89))
    assert.equal((await read(id)).contactPhone, phone)
    await forgetReporters(database, later(91))
    const forgotten = await read(id)
    assert.equal(forgotten.contactPhone, null)
    assert.equal(forgotten.description, told.description)
    await purgeReports(database, later(800))
    await purgeReports(database, later(801))
    const purged = await read(id)
    assert.deepEqual(
      [purged.description, purged.landmark, purged.quartier, purged.latitude],
      ['', null, null, null],
    )
    assert.equal((await readPublic(reference))?.answer, null)
    const traces = await readAs(database.db, system, (db) =>
      db.selectFrom('services.reportPurge').select('kind').where('reportId', '=', id).execute(),
    )
    assert.deepEqual(traces.map(({ kind }) => kind).sort(), ['contact', 'words'])
  })

  test('par téléphone : dit une fois, même redemandé, et suivi par son numéro', async () => {
    const phone = '+2290197005031'
    const call = { communeId: glazoue, category: 'road', quartier: 'Quartier Essai', phone }
    const dial = (description: string, at = now) =>
      as(visitor, (context) => tellByPhone(context, { ...call, description }), at)
    const [one, same] = await Promise.all([dial('Piste coupée.'), dial('Piste coupée.')])
    assert.equal(one.id, same.id)
    const next = await dial('Piste coupée.', later(1))
    assert.notEqual(one.id, next.id)
    const listed = await readAs(database.db, system, (db) => listReportsOfPhone(db, phone))
    assert.deepEqual(
      listed.map(({ reference }) => reference),
      [next.reference, one.reference],
    )
    assert.equal((await read(one.id)).channel, 'ussd')
    const stranger = await as('stranger', ({ db }) => listReportsOfPhone(db, phone))
    assert.deepEqual(stranger, [])
  })

  test('la liste publique se lit page après page, chacun une fois', async () => {
    const seen = new Set<string>()
    let after: PublishedCursor | null = null
    while (true) {
      const from: PublishedCursor | null = after
      const found: PublicLine[] = await readAs(database.db, visitor, (db) =>
        listPublicReports(db, { communeId: glazoue }, from, 20),
      )
      for (const { reference } of found.slice(0, 20)) {
        assert.ok(!seen.has(reference))
        seen.add(reference)
      }
      const last = found[19]
      if (found.length <= 20 || !last) break
      after = { publishedAt: last.receivedAt.toISOString(), id: last.reportId }
    }
    assert.ok(seen.size > 100)
  })
})
