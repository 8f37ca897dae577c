/** Reports: told through the form, beside a bare insert of the same rows; found by an agent and by everybody among half a million. */
import { sql } from 'kysely'
import { demoId, organisationId, personId } from '#demo/ids.ts'
import { system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { startApp } from '#test/app.ts'
import { measureReports } from '../src/modules/services/reports/figures.queries.ts'
import {
  listCandidates,
  listPublicReports,
} from '../src/modules/services/reports/public-report.queries.ts'
import { listReports } from '../src/modules/services/reports/report.queries.ts'
import { readReportFilter } from '../src/modules/services/reports/report-filter.rules.ts'
import { type Measure, measure, report } from './measure.ts'

const sent = 400
const atOnce = 20
const many = 500_000

const app = await startApp({ config: { trustsProxy: true } })
const { db } = app.platform
const glazoue = organisationId('glazoue')
const template = demoId('report:glazoue:6')
const agent = {
  ...({ kind: 'person', id: personId('agent.glazoue'), name: 'Agent', role: 'agent' } as const),
  organisation: { id: glazoue, kind: 'commune', name: 'Glazoué' } as const,
}

const measures: Measure[] = [await tellMany(), await insertBare()]
await fillTown()
measures.push(...(await searchInbox()), ...(await readPublic()))
report(measures)
await app.close()

async function tellMany(): Promise<Measure> {
  const page = await app.app.inject({ url: '/communes/glazoue/signaler' })
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  let address = 0
  const tell = async () => {
    address += 1
    const { statusCode } = await app.app.inject({
      method: 'POST',
      url: '/communes/glazoue/signaler',
      headers: {
        ...{ cookie, 'content-type': 'application/x-www-form-urlencoded' },
        'x-forwarded-for': `10.0.${address >> 8}.${address & 255}`,
      },
      payload: new URLSearchParams({
        ...{ _csrf: token, _key: createId(), category: 'nuisance', isOther: 'on' },
        ...{ description: 'Un bruit chaque nuit.', quartier: `Quartier ${address}` },
        ...{ 'position.longitude': '2,22', phone: '01 97 00 00 00' },
        'position.latitude': (7.5 + address / 200).toFixed(5),
      }).toString(),
    })
    if (statusCode !== 303) throw new Error(`envoi : ${statusCode}`)
  }
  return rate('signalements reçus, du formulaire au numéro', 'au moins 50 /s', tell)
}

/** The same rows, in one transaction each, with nothing around. */
async function insertBare(): Promise<Measure> {
  return rate('les mêmes lignes, insérées nues', 'pour comparer', () => {
    const id = createId()
    return writeAs(db, system, async (own) => {
      await copyReport(sql`${id}::uuid as id, 'NU-' || ${id}::text as number, now() as at`).execute(
        own,
      )
      await copyPublic(sql`id = ${id}`).execute(own)
      await sql`insert into services.report_event (id, report_id, commune_id, step, to_status, occurred_at)
        values (${createId()}, ${id}, ${glazoue}, 'create', 'received', now())`.execute(own)
    })
  })
}

async function rate(name: string, aim: string, work: () => Promise<unknown>): Promise<Measure> {
  let left = sent
  const startedAt = performance.now()
  const go = async () => {
    while (left > 0) {
      left -= 1
      await work()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, go))
  const perSecond = (sent * 1000) / (performance.now() - startedAt)
  return { name, unit: '/s', median: perSecond, p95: perSecond, aim }
}

/** As many reports as the rows that are given, all like one of the demonstration. */
function copyReport(rows: ReturnType<typeof sql>) {
  return sql`insert into services.report (id, reference, code, commune_id, category, status, channel, description, arrondissement,
      latitude, longitude, department, visibility, received_at, answered_at, closed_at, updated_at)
    select made.id, made.number, substr(md5(made.id::text), 1, 10), commune_id, category,
      case when made.at > now() - interval '3 days' then 'received' else 'resolved' end, channel, description, arrondissement,
      latitude + (random() - 0.5) / 20, longitude + (random() - 0.5) / 20, department, 'shown', made.at, made.at,
      case when made.at > now() - interval '3 days' then null else made.at + interval '2 days' end, now()
    from services.report, (select ${rows}) as made where report.id = ${template}`
}

function copyPublic(which: ReturnType<typeof sql>) {
  return sql`insert into services.public_report (report_id, reference, commune_id, category, status, arrondissement, description,
      latitude, longitude, has_photo, supports, received_at, answered_at, closed_at, updated_at)
    select id, reference, commune_id, category, status, arrondissement, description, latitude, longitude, false, 0, received_at,
      answered_at, closed_at, updated_at from services.report where ${which}`
}

/** A large town after some years: nearly all is mended. */
async function fillTown(): Promise<void> {
  await writeAs(db, system, async (own) => {
    await copyReport(
      sql`gen_random_uuid() as id, 'MIL-' || n as number, now() - n * interval '3 minutes' as at from generate_series(1, ${many}) as n`,
    ).execute(own)
    await copyPublic(sql`reference like 'MIL-%'`).execute(own)
  })
  await sql`analyze services.report, services.public_report`.execute(db)
}

async function searchInbox(): Promise<Measure[]> {
  const searches: readonly [string, Record<string, string>][] = [
    ['à traiter', {}],
    ['tous', { etat: 'all' }],
    ['réglés', { etat: 'resolved' }],
    ['un genre rare', { etat: 'all', categorie: 'tree' }],
  ]
  const found: Measure[] = []
  for (const [name, query] of searches)
    found.push(
      await measure(`liste d’un agent, un demi-million : ${name}`, 'moins de 50 ms', () =>
        writeAs(db, agent, (own) =>
          listReports(own, glazoue, readReportFilter(query, null), null, 30),
        ),
      ),
    )
  return found
}

async function readPublic(): Promise<Measure[]> {
  const now = new Date()
  const since = new Date(now.getTime() - 365 * 86_400_000)
  const alike = {
    ...{ communeId: glazoue, category: 'danger', arrondissement: 'Glazoué' },
    position: { latitude: 7.97, longitude: 2.22 },
  }
  const read = <T>(name: string, aim: string, work: (own: typeof db) => Promise<T>) =>
    measure(name, aim, () => readAs(db, visitor, work))
  return [
    await read('carte d’une commune, un demi-million', 'moins de 50 ms', (own) =>
      listPublicReports(own, { communeId: glazoue }, null, 25),
    ),
    await read('mille signalements d’Open311, un demi-million', 'moins de 50 ms', (own) =>
      listPublicReports(own, { communeId: glazoue, from: since, until: now }, null, 1000),
    ),
    await read('ceux qui se ressemblent, un demi-million', 'moins de 50 ms', (own) =>
      listCandidates({ db: own, actor: visitor, now }, alike),
    ),
    await read('les chiffres d’un an, un demi-million', 'moins d’une seconde', (own) =>
      measureReports(own, { by: 'category', communeId: glazoue, since }),
    ),
  ]
}
