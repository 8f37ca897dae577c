/** The diagnoses of the demonstration world: confirmed for some forty communes, running, submitted and returned for a few. */

import { computeResult, type Questionnaire } from '#modules/planning/index.ts'
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import reference from '#reference/questionnaire.json' with { type: 'json' }
import { answerAll, type DemoAnswer, type DemoCommune } from './diagnosis-answers.ts'
import { type Ago, demoId, personId } from './ids.ts'

interface Planned {
  readonly commune: DemoCommune
  /** In days before today: begun, then submitted and confirmed a little later. */
  readonly begunDaysAgo: number
  readonly status: 'draft' | 'submitted' | 'returned' | 'confirmed'
  /** How long ago what is answered was true, in years. */
  readonly age: number
  readonly isLatest?: boolean
}

/** Journeys begin in these: nothing of planning is known of them. */
const empty = new Set(['bohicon', 'parakou', 'houeyogbe'])
const running = new Set(['dassa-zoume', 'savalou'])
const chosen = new Set(['cotonou', 'porto-novo', 'abomey-calavi', 'djougou'])

const { content } = reference.versions[0] as { content: unknown }
const questionnaire = content as Questionnaire

export async function loadDiagnoses(db: Db, ago: Ago): Promise<void> {
  const version = await db
    .selectFrom('planning.questionnaireVersion')
    .select('id')
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  const planned = plan()
  const rows = planned.map((one, index) => describe(one, index, ago, version.id))
  await db
    .insertInto('planning.diagnosis')
    .values(rows.map(({ row }) => row))
    .execute()
  const answers = rows.flatMap((one) => one.answers)
  for (let from = 0; from < answers.length; from += 2000)
    await db
      .insertInto('planning.diagnosisAnswer')
      .values(answers.slice(from, from + 2000))
      .execute()
  await db
    .insertInto('planning.diagnosisEvent')
    .values(rows.flatMap((one) => one.events))
    .execute()
  await db
    .insertInto('planning.diagnosisResult')
    .values(rows.flatMap((one) => one.result ?? []))
    .execute()
  await countReferences(
    db,
    rows.map(({ row }) => row.reference),
  )
}

function plan(): Planned[] {
  const rank = (slug: string) => Number.parseInt(demoId(`diagnosis:${slug}`).slice(0, 4), 16)
  const others = communes.rows
    .filter(({ slug }) => slug !== 'glazoue' && !empty.has(slug) && !running.has(slug))
    .filter(({ slug }) => chosen.has(slug) || rank(slug) % 100 < 58)
  const find = (slug: string) => communes.rows.find((one) => one.slug === slug) as DemoCommune
  return [
    { commune: find('glazoue'), begunDaysAgo: 790, status: 'confirmed', age: 1.5, isLatest: false },
    { commune: find('glazoue'), begunDaysAgo: 400, status: 'confirmed', age: 0.7 },
    { commune: find('glazoue'), begunDaysAgo: 12, status: 'draft', age: 0 },
    { commune: find('dassa-zoume'), begunDaysAgo: 20, status: 'submitted', age: 0 },
    { commune: find('savalou'), begunDaysAgo: 25, status: 'returned', age: 0 },
    ...others.map((commune): Planned => {
      const begunDaysAgo = 60 + (rank(commune.slug) % 500)
      return { commune, begunDaysAgo, status: 'confirmed', age: begunDaysAgo / 700 }
    }),
  ]
}

const returnReason =
  'Le nombre de postes en état paraît trop haut : comptez seulement ceux qui démarrent. Revoyez aussi les sauvegardes avec la comptabilité.'

function describe(one: Planned, index: number, ago: Ago, questionnaireVersionId: string) {
  const { commune, begunDaysAgo, status, age } = one
  const { id: communeId, slug, category } = commune
  const id = demoId(`diagnosis:${slug}:${begunDaysAgo}`)
  const by = nameActors(slug)
  const given = answerAll(commune, questionnaire, age)
  const kept = status === 'draft' ? given.filter((_, place) => place < 30) : given
  const isConfirmed = status === 'confirmed'
  const submittedAt = status === 'draft' ? null : ago(begunDaysAgo - 9)
  const confirmedAt = isConfirmed ? ago(begunDaysAgo - 12) : null
  const year = Number(toDay(ago(begunDaysAgo)).slice(0, 4))
  const answers = new Map(kept.map((answer) => [answer.code, answer]))
  const results = isConfirmed ? computeResult(questionnaire, category as never, answers) : null
  const row = {
    ...{ id, communeId, questionnaireVersionId, category, year, status, confirmedAt, submittedAt },
    reference: `DIA-${year}-${String(index + 1).padStart(4, '0')}`,
    statusReason: status === 'returned' ? returnReason : null,
    results: results && JSON.stringify(results),
    createdBy: by.rsi,
    createdAt: ago(begunDaysAgo),
    updatedAt: confirmedAt ?? submittedAt ?? ago(begunDaysAgo - 3),
    submittedBy: submittedAt && by.rsi,
    confirmedBy: confirmedAt && by.se,
  }
  return {
    row,
    answers: kept.map((answer, place) =>
      toAnswerRow(answer, place, { id, communeId, by, ago, begunDaysAgo }),
    ),
    events: listEvents(one, { id, communeId, by, ago }),
    result: results && toResultRow(row, results, one.isLatest ?? true),
  }
}

/** Where a commune has no account here, somebody without a name answered for it. */
function nameActors(slug: string) {
  if (slug === 'glazoue')
    return {
      se: personId('se.glazoue'),
      rsi: personId('rsi.glazoue'),
      agent: personId('agent.glazoue'),
    }
  if (slug === 'dassa-zoume') {
    const se = personId('se.dassa')
    return { se, rsi: se, agent: se }
  }
  const someone = demoId(`team:${slug}`)
  return { se: someone, rsi: someone, agent: someone }
}

interface Parts {
  readonly id: string
  readonly communeId: string
  readonly by: ReturnType<typeof nameActors>
  readonly ago: Ago
}

/** Two people share the questions, over a week. */
function toAnswerRow(
  { code, value, isUnknown, comment }: DemoAnswer,
  place: number,
  { id, communeId, by, ago, begunDaysAgo }: Parts & { begunDaysAgo: number },
) {
  return {
    ...{ diagnosisId: id, communeId, questionCode: code, value, isUnknown, comment },
    answeredBy: place % 5 < 3 ? by.rsi : by.agent,
    answeredAt: ago(begunDaysAgo - (place % 7)),
  }
}

/** From its beginning to each step. */
const days = [0, 9, 12]

const roads = {
  draft: [['create', 'draft']],
  submitted: [
    ['create', 'draft'],
    ['submit', 'submitted'],
  ],
  returned: [
    ['create', 'draft'],
    ['submit', 'submitted'],
    ['sendBack', 'returned'],
  ],
  confirmed: [
    ['create', 'draft'],
    ['submit', 'submitted'],
    ['confirm', 'confirmed'],
  ],
} as const

function listEvents({ status, begunDaysAgo }: Planned, { id, communeId, by, ago }: Parts) {
  const road = roads[status] as readonly (readonly [string, string])[]
  return road.map(([step, toStatus], index) => ({
    id: demoId(`diagnosis-event:${id}:${index}`),
    ...{ diagnosisId: id, communeId, step, toStatus },
    fromStatus: road[index - 1]?.[1] ?? null,
    reason: step === 'sendBack' ? returnReason : null,
    actorId: index === 2 ? by.se : by.rsi,
    organisationId: communeId,
    occurredAt: ago(begunDaysAgo - (days[index] ?? 0)),
  }))
}

interface DiagnosisRow {
  readonly id: string
  readonly communeId: string
  readonly category: string
  readonly year: number
  readonly confirmedAt: Date | null
}

function toResultRow(
  { id, communeId, category, year, confirmedAt }: DiagnosisRow,
  { axes, overall, online }: ReturnType<typeof computeResult>,
  isLatest: boolean,
) {
  return {
    ...{ diagnosisId: id, communeId, category, year, overall, isLatest, questionnaireNumber: 1 },
    levels: JSON.stringify(Object.fromEntries(axes.map(({ axis, level }) => [axis, level]))),
    online: JSON.stringify(Object.fromEntries(online.map(({ head, met }) => [head, met]))),
    confirmedAt: confirmedAt as Date,
  }
}

/** The next of each year follows the last given here. */
async function countReferences(db: Db, references: readonly string[]): Promise<void> {
  const last = new Map<number, number>()
  for (const reference of references) {
    const [, year, number] = reference.split('-').map(Number) as [number, number, number]
    last.set(year, Math.max(last.get(year) ?? 0, number))
  }
  const rows = [...last].map(([year, lastNumber]) => ({ prefix: 'DIA', year, lastNumber }))
  await db.insertInto('platform.referenceCounter').values(rows).execute()
}
