/** Procedures that communes of the demonstration world wrote from the library: open, suspended, and one still being written. */
import {
  createFromLibrary,
  type Definition,
  getSheet,
  servicesSubscribers,
} from '#modules/services/index.ts'
import type { Db } from '#platform/database.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'

interface DemoProcedure {
  readonly commune: string
  readonly service: string
  /** Days since each publication, the first one first; none for a draft. */
  readonly publishedDays: readonly number[]
  readonly suspended?: { readonly days: number; readonly reason: string }
  readonly fee?: Definition['fee']
  /** The commune's own engagement. */
  readonly timeLimit?: Definition['timeLimit']
}

const procedures: readonly DemoProcedure[] = [
  {
    commune: 'glazoue',
    service: 'birth-copy',
    publishedDays: [190, 41],
    fee: { kind: 'tariffs', lines: [{ tariff: 'Copie d’acte, par exemplaire', times: 'copies' }] },
    timeLimit: { days: 5, source: null },
  },
  {
    commune: 'glazoue',
    service: 'room-hire',
    publishedDays: [120],
    suspended: {
      days: 12,
      reason:
        'La toiture de la salle polyvalente est en réfection : les réservations reprendront après les travaux.',
    },
    fee: { kind: 'tariffs', lines: [{ tariff: 'Salle polyvalente, par jour', times: 'days' }] },
  },
  {
    commune: 'glazoue',
    service: 'public-domain',
    publishedDays: [],
    fee: {
      kind: 'tariffs',
      lines: [
        { tariff: 'Occupation d’un trottoir, par mètre carré et par mois', times: 'surface' },
      ],
    },
  },
  { commune: 'glazoue', service: 'tree-felling', publishedDays: [75], fee: { kind: 'free' } },
  { commune: 'dassa-zoume', service: 'birth-copy', publishedDays: [210] },
  { commune: 'dassa-zoume', service: 'death-copy', publishedDays: [208] },
  { commune: 'savalou', service: 'event-permit', publishedDays: [95] },
  { commune: 'natitingou', service: 'business-opening', publishedDays: [60] },
  { commune: 'ouidah', service: 'worship-procession', publishedDays: [150] },
  { commune: 'ouidah', service: 'advertising', publishedDays: [33] },
]

export async function loadProcedures(db: Db, ago: Ago): Promise<void> {
  for (const procedure of procedures) {
    await loadProcedure(db, procedure, ago)
    await followOpening(db, procedure, ago)
  }
}

const idOf = ({ commune, service }: DemoProcedure) => demoId(`procedure:${commune}:${service}`)

/** The inventory hears of it, as it does of a real one. */
async function followOpening(db: Db, demo: DemoProcedure, ago: Ago): Promise<void> {
  const [opened] = demo.publishedDays
  if (opened === undefined) return
  const subjectId = idOf(demo)
  const event = { id: demoId(`opening:${subjectId}`), kind: 'procedure.open', subjectId }
  for (const follow of servicesSubscribers[event.kind] ?? [])
    await follow(db, { ...event, payload: {}, occurredAt: ago(opened) })
}

async function loadProcedure(db: Db, demo: DemoProcedure, ago: Ago): Promise<void> {
  const { commune, service, publishedDays, suspended, fee, timeLimit } = demo
  const library = createFromLibrary(await getSheet(db, service))
  if (!library) throw new Error(`No procedure ready for ${service}`)
  const definition: Definition = {
    ...library,
    ...(fee && { fee }),
    ...(timeLimit && { timeLimit }),
  }
  const [communeId, writer] = [organisationId(commune), personId(`se.${commune}`)]
  const procedureId = idOf(demo)
  const opened = publishedDays[0]
  const changed = suspended?.days ?? publishedDays.at(-1) ?? 6
  await db
    .insertInto('services.procedure')
    .values({
      ...{ id: procedureId, communeId, serviceCode: service, createdBy: writer },
      revision: publishedDays.length,
      status: opened === undefined ? 'draft' : suspended ? 'suspended' : 'open',
      statusReason: suspended?.reason ?? null,
      createdAt: ago((opened ?? 9) + 3),
      updatedAt: ago(changed),
    })
    .execute()
  const written = { definition: JSON.stringify(definition), procedureId, communeId }
  await db
    .insertInto('services.procedureDraft')
    .values({ ...written, savedBy: writer, savedAt: ago(publishedDays.at(-1) ?? 6) })
    .execute()
  await loadRevisions(db, written, { publishedDays, library, writer, ago })
  await loadEvents(db, { procedureId, communeId, writer }, demo, ago)
}

interface Written {
  readonly definition: string
  readonly procedureId: string
  readonly communeId: string
}

interface Publishing {
  readonly publishedDays: readonly number[]
  readonly library: Definition
  readonly writer: string
  readonly ago: Ago
}

/** Before the last one, what it costs was not said. */
async function loadRevisions(
  db: Db,
  written: Written,
  { publishedDays, library, writer, ago }: Publishing,
): Promise<void> {
  if (publishedDays.length === 0) return
  const rows = publishedDays.map((days, index) => ({
    ...written,
    ...(index < publishedDays.length - 1 && { definition: JSON.stringify(library) }),
    ...{ number: index + 1, publishedBy: writer, publishedAt: ago(days) },
  }))
  await db.insertInto('services.procedureRevision').values(rows).execute()
}

type Step = readonly [
  step: string,
  from: string | null,
  to: string,
  daysAgo: number,
  reason?: string,
]

async function loadEvents(
  db: Db,
  by: { readonly procedureId: string; readonly communeId: string; readonly writer: string },
  { publishedDays, suspended }: DemoProcedure,
  ago: Ago,
): Promise<void> {
  const steps: Step[] = [
    ['create', null, 'draft', (publishedDays[0] ?? 9) + 3],
    ...publishedDays.map(
      (days, index): Step =>
        index === 0 ? ['open', 'draft', 'open', days] : ['revise', 'open', 'open', days],
    ),
    ...(suspended
      ? [['suspend', 'open', 'suspended', suspended.days, suspended.reason] as const]
      : []),
  ]
  const { procedureId, communeId, writer } = by
  const rows = steps.map(([step, fromStatus, toStatus, days, reason = null], index) => ({
    ...{ id: demoId(`procedure-event:${procedureId}:${index}`), procedureId, communeId, step },
    ...{ fromStatus, toStatus, reason, actorId: writer, organisationId: communeId },
    occurredAt: ago(days),
  }))
  await db.insertInto('services.procedureEvent').values(rows).execute()
}
