/** Writes the lettres de cadrage of the demonstration world with the rules that draft real ones, and the history that led there. */

import { sql } from 'kysely'
import { getCommune } from '#modules/directory/index.ts'
import {
  draftCeilings,
  draftDates,
  draftLines,
  draftSections,
  getFullLetter,
  hashText,
  type LoadedSource,
  loadLetterSource,
  toSignedText,
} from '#modules/planning/index.ts'
import type { Db } from '#platform/database.ts'
import { voteOf } from './budgets.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { type DemoLetter, letters } from './letters.ts'

export const letterId = (commune: string, yearOffset: number, number: number) =>
  demoId(`letter:${commune}:${yearOffset}:${number}`)

type Step = readonly [step: string, to: string, daysAfter: number]

const created: Step = ['create', 'draft', 0]
const submitted: Step = ['submit', 'submitted', 6]
const signed: Step = ['sign', 'signed', 11]
const transmitted: Step = ['transmit', 'transmitted', 13]

const roads: Readonly<Record<DemoLetter['status'], readonly Step[]>> = {
  draft: [created],
  submitted: [created, submitted],
  returned: [created, submitted, ['sendBack', 'returned', 9]],
  signed: [created, submitted, signed],
  transmitted: [created, submitted, signed, transmitted],
  superseded: [created, submitted, signed, transmitted, ['supersede', 'superseded', 70]],
  abandoned: [created, ['abandon', 'abandoned', 12]],
}

/** After the plans and the budgets, from which they are drafted. */
export async function loadLetters(db: Db, ago: Ago, year: number): Promise<void> {
  await loadModelDraft(db, ago, year)
  const counters = new Map<number, number>()
  for (const letter of letters) {
    const budget = year + letter.yearOffset
    const count = (counters.get(budget) ?? 0) + 1
    counters.set(budget, count)
    await loadLetter(db, letter, ago, { year: budget, count })
  }
  const rows = [...counters].map(([budget, lastNumber]) => ({
    prefix: 'LDC',
    year: budget,
    lastNumber,
  }))
  await db.insertInto('platform.referenceCounter').values(rows).execute()
}

interface Place {
  readonly year: number
  readonly count: number
}

async function loadLetter(db: Db, demo: DemoLetter, ago: Ago, { year, count }: Place) {
  const { commune, yearOffset, number, status, daysAgo } = demo
  const communeId = organisationId(commune)
  const known = await getCommune(db, communeId)
  const source = await loadLetterSource(db, known, year)
  const id = letterId(commune, yearOffset, number)
  const at = (step: string) => {
    const taken = roads[status].find(([name]) => name === step)
    return taken ? ago(daysAgo - taken[2]) : null
  }
  const last = roads[status].at(-1)?.[2] ?? 0
  await db
    .insertInto('planning.letter')
    .values({
      ...{ id, communeId, year, number, status: 'draft' },
      reference: `LDC-${year}-${String(count).padStart(4, '0')}`,
      statusReason: demo.reason ?? null,
      addressees: 'Au secrétaire exécutif et aux responsables des services de la commune',
      signatory: 'Le maire',
      planId: source.planId,
      correctsId: demo.correctsNumber ? letterId(commune, yearOffset, demo.correctsNumber) : null,
      createdBy: personId(`rsi.${commune}`),
      ...{ createdAt: ago(daysAgo), generatedAt: ago(daysAgo), updatedAt: ago(daysAgo - last) },
    })
    .execute()
  const lineCount = await loadParts(db, { id, communeId }, source, {
    seed: count,
    vote: voteOf(known.population, year),
  })
  const signedAt = at('sign')
  await loadHistory(db, demo, { id, communeId }, ago)
  await db
    .updateTable('planning.letter')
    .set({
      status,
      signedAt,
      transmittedAt: at('transmit'),
      isPublished: demo.isPublished ?? false,
    })
    .where('id', '=', id)
    .execute()
  if (signedAt) await loadSignature(db, { id, communeId, year, lineCount, signedAt }, known)
}

interface Owner {
  readonly id: string
  readonly communeId: string
}

/** Without a plan, what a commune would name first. */
const plainLines = [
  { title: 'Entretien et remplacement des postes de travail', section: 'running', share: 2 },
  { title: 'Abonnement Internet de la mairie', section: 'running', share: 3 },
  { title: 'Logiciel de suivi des recettes', section: 'investment', share: 6 },
] as const

const departments = ['Systèmes d’information', 'Affaires administratives et financières'] as const

interface Measure {
  readonly seed: number
  /** The whole budget of the year. */
  readonly vote: number
}

/** Its rows, with ceilings that hold its digital lines and make the budget together. */
function describeRows(source: LoadedSource, { seed, vote }: Measure) {
  const planned = draftLines(source)
  const lines =
    planned.length > 0 ? planned : plainLines.map((line, index) => describe(line, index, seed))
  const placed = lines.map((line) => ({
    ...line,
    department: line.department || departments[0],
    justification: line.justification || 'Dépense engagée l’an dernier, reconduite.',
  }))
  const blank = draftCeilings(source, placed)
  const sumOf = (rows: readonly { amount: number }[]) =>
    rows.reduce((sum, { amount }) => sum + amount, 0)
  const left = Math.max(0, vote - 2 * sumOf(placed)) / blank.length
  const round = (amount: number) => Math.round(amount / 10_000) * 10_000
  const ceilings = blank.map((ceiling) => {
    const digital = sumOf(placed.filter(({ department }) => department === ceiling.department))
    const [running, investment] = [round(left * 0.45) + digital, round(left * 0.55) + digital]
    return { ...ceiling, running, investment }
  })
  return { lines: placed, ceilings, dates: draftDates(source) }
}

async function loadParts(db: Db, owner: Owner, source: LoadedSource, measure: Measure) {
  const rows = describeRows(source, measure)
  const at = (index: number) => ({
    letterId: owner.id,
    communeId: owner.communeId,
    position: index + 1,
  })
  const idOf = (kind: string, index: number) => demoId(`${kind}:${owner.id}:${index}`)
  await db
    .insertInto('planning.letterLine')
    .values(rows.lines.map((line, index) => ({ ...line, ...at(index), id: idOf('line', index) })))
    .execute()
  await db
    .insertInto('planning.letterCeiling')
    .values(
      rows.ceilings.map((row, index) => ({
        ...toCeiling(row),
        ...at(index),
        id: idOf('ceiling', index),
      })),
    )
    .execute()
  await db
    .insertInto('planning.letterDate')
    .values(rows.dates.map((row, index) => ({ ...row, ...at(index), id: idOf('date', index) })))
    .execute()
  await db
    .insertInto('planning.letterSection')
    .values(
      draftSections(source, rows).map((section, index) => ({
        ...section,
        ...at(index),
        generatedBody: section.body,
      })),
    )
    .execute()
  return rows.lines.length
}

const toCeiling = ({
  department,
  running,
  investment,
  note,
}: ReturnType<typeof draftCeilings>[number]) => ({
  ...{ department, running, investment, note },
})

function describe(
  { title, section, share }: (typeof plainLines)[number],
  index: number,
  seed: number,
) {
  return {
    ...{ title, section, account: '', source: '' },
    amount: share * 400_000 + (seed % 7) * 150_000,
    department: departments[index % 2] ?? departments[0],
    justification: 'Dépense que la commune porte déjà, et qu’elle nomme pour la suivre.',
    planActionId: null,
    budgetLineId: null,
  }
}

async function loadHistory(db: Db, demo: DemoLetter, { id, communeId }: Owner, ago: Ago) {
  const road = roads[demo.status]
  await db
    .insertInto('planning.letterEvent')
    .values(
      road.map(([step, toStatus, after], index) => ({
        id: demoId(`letter-event:${id}:${index}`),
        ...{ letterId: id, communeId, step, toStatus, organisationId: communeId },
        fromStatus: road[index - 1]?.[1] ?? null,
        reason: index === road.length - 1 ? (demo.reason ?? null) : null,
        actorId: actorOf(demo.commune, step),
        occurredAt: ago(demo.daysAgo - after),
      })),
    )
    .execute()
}

/** Glazoué alone has people of its own in every role. */
function actorOf(commune: string, step: string): string | null {
  if (commune !== 'glazoue') return null
  if (step === 'sign') return personId('maire.glazoue')
  return personId(step === 'create' || step === 'submit' ? 'rsi.glazoue' : 'se.glazoue')
}

interface Signed extends Owner {
  readonly year: number
  readonly lineCount: number
  readonly signedAt: Date
}

async function loadSignature(
  db: Db,
  { id, communeId, year, lineCount, signedAt }: Signed,
  { slug, name }: { slug: string; name: string },
): Promise<void> {
  const signedText = toSignedText(await getFullLetter(db, id), name)
  await db
    .insertInto('planning.letterSignature')
    .values({
      ...{ letterId: id, communeId, signedText, signedAt },
      personId: personId(`maire.${slug}`),
      personName: slug === 'glazoue' ? 'Tossou Illustration' : 'Maire Fictif',
      personRole: 'Maire',
      means: 'code',
      documentSha256: hashText(signedText),
      evidence: JSON.stringify({ destination: '••.••.••.01.00' }),
    })
    .execute()
  await db
    .insertInto('planning.letterUptake')
    .values({ communeId, year, letterId: id, lineCount, signedAt })
    .onConflict((conflict) =>
      conflict.columns(['communeId', 'year']).doUpdateSet({ letterId: id, lineCount, signedAt }),
    )
    .execute()
}

const draftModelId = demoId('model-letter:draft')

/** The association prepares the next version of its model, and has recorded what the State wrote. */
async function loadModelDraft(db: Db, ago: Ago, year: number): Promise<void> {
  const associationId = organisationId('ancb')
  const { rows } = await sql<{ id: string }>`
    insert into planning.model_letter (id, association_id, title, addressees, signatory, departments, reason, status, created_by, created_at)
    select ${draftModelId}, association_id, title, addressees, signatory, departments, '', 'draft', ${personId('ancb')}, ${ago(9)}
    from planning.model_letter where status = 'published' returning id`.execute(db)
  if (rows.length === 0) return
  await sql`insert into planning.model_letter_section (model_letter_id, key, position, title, body)
    select ${draftModelId}, key, position, title, body
    from planning.model_letter_section where model_letter_id <> ${draftModelId}`.execute(db)
  await sql`insert into planning.model_letter_date (id, model_letter_id, position, title, month, day, source, is_confirmed)
    select gen_random_uuid(), ${draftModelId}, position, title, month, day, source, is_confirmed
    from planning.model_letter_date where model_letter_id <> ${draftModelId}`.execute(db)
  await db
    .insertInto('planning.stateLetter')
    .values({
      id: demoId('state-letter'),
      associationId,
      year: year + 1,
      issuer: 'Ministère de démonstration',
      reference: `DÉMO/${year}/017`,
      signedOn: ago(140).toISOString().slice(0, 10),
      summary:
        'les dépenses de fonctionnement n’augmentent pas plus vite que les recettes propres, et les investissements inscrits sont prêts à commencer.',
      recordedBy: personId('ancb'),
      recordedAt: ago(130),
    })
    .execute()
}
