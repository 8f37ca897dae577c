/** Writes the reports of the demonstration world, with their history and what everybody reads of them. */
import { createHash } from 'node:crypto'
import type { Insertable } from 'kysely'
import { toPublicReport } from '#modules/services/index.ts'
import type { Db, Tables } from '#platform/database.ts'
import reference from '#reference/report-categories.json' with { type: 'json' }
import { requestFile } from './files/request-file.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { type DemoReport, reports } from './reports.ts'

const taking = ['glazoue', 'parakou', 'dassa-zoume']
/** A small town hall begins with what it can treat. */
const fewCategories = [
  'street-light',
  'waste',
  'road',
  'drain',
  'water',
  'building',
  'danger',
  'market',
  'tree',
]

export async function loadReports(db: Db, ago: Ago): Promise<void> {
  await db.insertInto('services.reportCategory').values(listCategories(ago)).execute()
  const numbered = numberAll(ago)
  const rows = numbered.map((one) => describe(one, ago))
  // A report is merged into one that is there already.
  const [alone, merged] = [rows.filter(isAlone), rows.filter((row) => !isAlone(row))]
  await db.insertInto('services.report').values(alone).execute()
  await db.insertInto('services.report').values(merged).execute()
  await db
    .insertInto('services.reportEvent')
    .values(reports.flatMap((one) => listEvents(one, ago)))
    .execute()
  await db
    .insertInto('services.reportMessage')
    .values(reports.flatMap((one) => listMessages(one, ago)))
    .execute()
  await db
    .insertInto('services.reportPhoto')
    .values(reports.filter(({ hasPhoto }) => hasPhoto).map(describePhoto))
    .execute()
  await db.insertInto('services.publicReport').values(listPublic(numbered, rows)).execute()
  await db.insertInto('platform.referenceCounter').values(countByYear(numbered)).execute()
}

const isAlone = ({ mergedInto }: Insertable<Tables['services.report']>) => !mergedInto

function listCategories(ago: Ago): Insertable<Tables['services.reportCategory']>[] {
  return taking.flatMap((commune) =>
    reference.rows
      .filter(({ code }) => commune === 'glazoue' || fewCategories.includes(code))
      .map(({ code, department }) => ({
        ...{ communeId: organisationId(commune), category: code, department },
        updatedAt: ago(400),
      })),
  )
}

interface Numbered {
  readonly demo: DemoReport
  readonly reference: string
  readonly year: number
  readonly rank: number
}

/** In the order they were received, the first of each year first. */
function numberAll(ago: Ago): Numbered[] {
  const given = new Map<number, number>()
  return [...reports]
    .sort((a, b) => b.receivedDays - a.receivedDays)
    .map((demo) => {
      const year = ago(demo.receivedDays).getUTCFullYear()
      const rank = (given.get(year) ?? 0) + 1
      given.set(year, rank)
      return { demo, year, rank, reference: `SIG-${year}-${String(rank).padStart(4, '0')}` }
    })
}

function countByYear(numbered: readonly Numbered[]) {
  const last = new Map(numbered.map(({ year, rank }) => [year, rank]))
  return [...last].map(([year, lastNumber]) => ({ prefix: 'SIG', year, lastNumber }))
}

const reportId = (commune: string, number: number) => demoId(`report:${commune}:${number}`)

const letters = '23456789ACDEFHJKMNPQRTVWXY'

/** The code that follows a report of this world: always the same. */
export function reportCode(commune: string, number: number): string {
  const digest = createHash('sha256').update(`report-code:${commune}:${number}`).digest()
  return [...digest.subarray(0, 10)].map((byte) => letters[byte % letters.length]).join('')
}

/** A small town hall has one person for it. */
const agents: Readonly<Record<string, string>> = {
  glazoue: 'agent.glazoue',
  parakou: 'rsi.parakou',
  'dassa-zoume': 'se.dassa',
}
const agentOf = ({ commune }: DemoReport) => personId(agents[commune] ?? 'agent.glazoue')

/** How many days after it was received each step was taken: the smaller the town hall, the longer. */
function offsetOf({ commune, number }: DemoReport, moment: 'taken' | 'ended'): number {
  const pace = commune === 'dassa-zoume' ? 2 : 1
  const taken = (0.1 + (number % 6) * 0.4) * pace
  return moment === 'taken' ? taken : taken + (0.5 + ((number * 7) % 23) * 0.6) * pace
}

const isEnded = ({ status }: DemoReport) => status !== 'received' && status !== 'inProgress'

/** Never after the moment the world is set at. */
const momentOf = (demo: DemoReport, moment: 'taken' | 'ended', ago: Ago) =>
  new Date(Math.min(ago(demo.receivedDays - offsetOf(demo, moment)).getTime(), ago(0.05).getTime()))

function describe(
  { demo, reference: number }: Numbered,
  ago: Ago,
): Insertable<Tables['services.report']> {
  const { commune, category, status, target, visibility } = demo
  const isTaken = status !== 'received' || isContested(demo)
  const endedAt = isEnded(demo) ? momentOf(demo, 'ended', ago) : null
  const takenAt = isTaken ? momentOf(demo, 'taken', ago) : null
  return {
    ...{
      id: reportId(commune, demo.number),
      reference: number,
      communeId: organisationId(commune),
    },
    ...{ code: reportCode(commune, demo.number), category, status, channel: findChannel(demo) },
    ...{ description: demo.description, arrondissement: demo.arrondissement },
    ...{ quartier: demo.quartier, landmark: demo.landmark },
    ...{ latitude: demo.latitude, longitude: demo.longitude, supports: demo.supports },
    contactPhone: isEnded(demo) ? null : `+22901970${String(20_000 + demo.number)}`,
    department: reference.rows.find(({ code }) => code === category)?.department ?? '',
    assigneeId: isTaken ? agentOf(demo) : null,
    ...{ visibility, showsPhoto: demo.hasPhoto && visibility === 'shown' },
    visibilityReason: visibility === 'hidden' ? 'Le texte visait une personne.' : null,
    mergedInto: target === null ? null : reportId(commune, target),
    ...{ receivedAt: ago(demo.receivedDays), answeredAt: takenAt, closedAt: endedAt },
    updatedAt: endedAt ?? takenAt ?? ago(demo.receivedDays),
  }
}

function findChannel({ number }: DemoReport): string {
  if (number % 9 === 3) return 'ussd'
  return number % 13 === 6 ? 'counter' : 'web'
}

type Step = readonly [step: string, from: string | null, to: string, at: Date, isTeam: boolean]

const endSteps: Readonly<Record<string, string>> = {
  resolved: 'resolve',
  rejected: 'reject',
  duplicate: 'merge',
}

function listSteps(demo: DemoReport, ago: Ago): Step[] {
  const { status, receivedDays } = demo
  const create: Step = ['create', null, 'received', ago(receivedDays), false]
  const take: Step = ['take', 'received', 'inProgress', momentOf(demo, 'taken', ago), true]
  if (isContested(demo))
    return [
      ...[create, take],
      ['resolve', 'inProgress', 'resolved', ago(receivedDays - 3), true],
      ['contest', 'resolved', 'received', ago(receivedDays - 4.5), false],
    ]
  const step = endSteps[status]
  if (step) return [create, take, [step, 'inProgress', status, momentOf(demo, 'ended', ago), true]]
  return status === 'received' ? [create] : [create, take]
}

/** Whoever told is not named; the town hall is. */
function listEvents(demo: DemoReport, ago: Ago): Insertable<Tables['services.reportEvent']>[] {
  const { commune, number } = demo
  const communeId = organisationId(commune)
  return listSteps(demo, ago).map(([step, fromStatus, toStatus, occurredAt, isTeam]) => ({
    ...{ id: demoId(`report-event:${commune}:${number}:${step}`), communeId, occurredAt },
    ...{ reportId: reportId(commune, number), step, fromStatus, toStatus },
    ...{ actorId: isTeam ? agentOf(demo) : null, organisationId: isTeam ? communeId : null },
  }))
}

/** Said to be mended, and was not. */
function isContested({ number, status }: DemoReport): boolean {
  return number === 7 && status === 'received'
}

const isAnswered = (demo: DemoReport) =>
  demo.status === 'resolved' || demo.status === 'rejected' || isContested(demo)

function listMessages(demo: DemoReport, ago: Ago): Insertable<Tables['services.reportMessage']>[] {
  if (!isAnswered(demo)) return []
  const { commune, number, answer, receivedDays } = demo
  const about = { reportId: reportId(commune, number), communeId: organisationId(commune) }
  const objection = {
    ...{ id: demoId(`report-objection:${commune}:${number}`), kind: 'objection', ...about },
    ...{ body: 'C’est revenu le lendemain, au même endroit.', authorId: null },
    writtenAt: ago(receivedDays - 4.5),
  }
  return [
    ...(isContested(demo) ? [objection] : []),
    {
      ...{ id: demoId(`report-message:${commune}:${number}`), kind: 'answer', body: answer },
      ...{ ...about, authorId: agentOf(demo) },
      writtenAt: isContested(demo) ? ago(receivedDays - 3) : momentOf(demo, 'ended', ago),
    },
  ]
}

function describePhoto({
  commune,
  number,
}: DemoReport): Insertable<Tables['services.reportPhoto']> {
  const { sha256, sizeBytes, mediaType } = requestFile.answer
  const about = { reportId: reportId(commune, number), communeId: organisationId(commune) }
  return { ...about, storedSha256: sha256, mediaType, sizeBytes }
}

function listPublic(
  numbered: readonly Numbered[],
  rows: readonly Insertable<Tables['services.report']>[],
): Insertable<Tables['services.publicReport']>[] {
  const referenceOf = new Map(rows.map(({ id, reference: number }) => [id, number]))
  return numbered.flatMap(({ demo }, index) => {
    const row = rows[index] as Insertable<Tables['services.report']>
    const shown = toPublicReport(row as unknown as Parameters<typeof toPublicReport>[0], {
      answer: isAnswered(demo) ? demo.answer : null,
      hasPhoto: demo.hasPhoto,
      mergedReference: referenceOf.get(row.mergedInto ?? '') ?? null,
    })
    return shown ? [{ reportId: row.id, ...shown }] : []
  })
}
