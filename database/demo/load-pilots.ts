/** Writes the pilots of the demonstration world, with the history that led them there. */
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { needs } from './needs.ts'
import { type DemoPilot, pilots } from './pilots.ts'
import solutions from './solutions.json' with { type: 'json' }

type Step = readonly [step: string, to: string, side: 'commune' | 'startup', daysAgo: number]

interface Parts {
  readonly pilot: DemoPilot
  readonly id: string
  readonly communeId: string
  readonly startupId: string
}

const writers: Readonly<Record<string, string>> = {
  'akwaba-numerique': 'startup.a',
  'zem-data': 'startup.b',
  'sika-logiciels': 'startup.d',
  'tofa-systemes': 'startup.e',
  'gbeto-tech': 'startup.f',
}

/** How many were written: the last number given. */
export async function loadPilots(db: Db, ago: Ago, year: number): Promise<number> {
  for (const pilot of pilots) await loadPilot(db, pilot, ago, year)
  return pilots.length
}

async function loadPilot(db: Db, pilot: DemoPilot, ago: Ago, year: number): Promise<void> {
  const need = needs.find(({ number }) => number === pilot.need)
  const solution = solutions.rows.find(({ slug }) => slug === pilot.solution)
  if (!need || !solution) throw new Error(`Expérimentation ${pilot.key} : besoin ou solution ?`)
  const communeId = organisationId(need.commune)
  const startupId = organisationId(solution.startup)
  const id = demoId(`pilot:${pilot.key}`)
  const parts: Parts = { pilot, id, communeId, startupId }
  const people = {
    commune: personId(`se.${need.commune}`),
    startup: personId(writers[solution.startup] ?? 'startup.a'),
  }
  const road = listSteps(pilot)
  await db
    .insertInto('collaboration.pilot')
    .values({
      ...{ id, communeId, startupId },
      ...describe(pilot, ago, year),
      needId: demoId(`need:${need.commune}:${need.title}`),
      needTitle: need.title,
      needReference: `BES-${year}-${String(pilot.need).padStart(4, '0')}`,
      domains: [...need.domains],
      solutionId: demoId(`solution:${pilot.solution}`),
      solutionName: solution.name,
      createdBy: people.commune,
    })
    .execute()
  await loadCriteria(db, parts)
  await db
    .insertInto('collaboration.pilotEvent')
    .values(
      road.map(([step, toStatus, side, daysAgo], index) => ({
        id: demoId(`pilot-event:${pilot.key}:${index}`),
        ...{ pilotId: id, communeId, startupId, step, toStatus },
        fromStatus: road[index - 1]?.[1] ?? null,
        reason: reasonOf(pilot, step, index === road.length - 1),
        actorId: people[side],
        organisationId: side === 'commune' ? communeId : startupId,
        occurredAt: ago(daysAgo),
      })),
    )
    .execute()
  await loadNotes(db, parts, people, ago)
}

function describe(pilot: DemoPilot, ago: Ago, year: number) {
  const { startsIn, endsIn, firstEndsIn, status } = pilot
  const road = listSteps(pilot)
  const last = road.at(-1)?.[3] ?? 0
  const accepted = road.find(([step]) => step === 'accept')
  const isDecided = ['adopted', 'extended', 'stopped'].includes(status)
  return {
    status,
    reference: `EXP-${year}-${String(pilot.number).padStart(4, '0')}`,
    title: pilot.title,
    scope: pilot.scope,
    budget: pilot.budget,
    startsOn: toDay(ago(-startsIn)),
    endsOn: toDay(ago(-endsIn)),
    firstEndsOn: firstEndsIn === undefined ? null : toDay(ago(-firstEndsIn)),
    statusReason: pilot.reason ?? null,
    evaluation: pilot.evaluation ?? '',
    reuseSheet: pilot.reuseSheet ?? '',
    createdAt: ago(road[0]?.[3] ?? 0),
    updatedAt: ago(last),
    startedAt: accepted ? ago(accepted[3]) : null,
    decidedAt: isDecided ? ago(last) : null,
  }
}

function reasonOf({ evaluation, reason }: DemoPilot, step: string, isLast: boolean) {
  if (step === 'evaluate') return evaluation ?? null
  return isLast ? (reason ?? null) : null
}

/** The steps that lead to a status, with the days since each. */
function listSteps({ status, startsIn, endsIn, firstEndsIn = endsIn }: DemoPilot): Step[] {
  const begun = Math.max(12, 24 - startsIn)
  const created: Step[] = [['create', 'draft', 'commune', begun]]
  const proposed: Step[] = [...created, ['propose', 'proposed', 'commune', begun - 6]]
  const running: Step[] = [...proposed, ['accept', 'running', 'startup', begun - 9]]
  const judged = Math.max(1, 2 - firstEndsIn)
  const evaluated: Step[] = [...running, ['evaluate', 'evaluated', 'commune', judged]]
  const decidedDay = Math.max(1, judged - 5)
  const roads: Record<DemoPilot['status'], Step[]> = {
    draft: created,
    proposed,
    running,
    evaluated,
    declined: [...proposed, ['decline', 'declined', 'startup', begun - 9]],
    withdrawn: [...proposed, ['withdraw', 'withdrawn', 'commune', begun - 8]],
    adopted: [...evaluated, ['adopt', 'adopted', 'commune', decidedDay]],
    stopped: [...evaluated, ['stop', 'stopped', 'commune', decidedDay]],
    extended: [...evaluated, ['extend', 'extended', 'commune', decidedDay]],
  }
  return roads[status]
}

async function loadCriteria(db: Db, { pilot, id, communeId, startupId }: Parts): Promise<void> {
  const rows = pilot.criteria.map(({ label, target, measured = '', verdict = null }, index) => ({
    id: demoId(`pilot-criterion:${pilot.key}:${index}`),
    ...{ pilotId: id, communeId, startupId, label, target, measured, verdict },
    position: index + 1,
  }))
  await db.insertInto('collaboration.pilotCriterion').values(rows).execute()
}

async function loadNotes(
  db: Db,
  { pilot, id, communeId, startupId }: Parts,
  people: Readonly<Record<'commune' | 'startup', string>>,
  ago: Ago,
): Promise<void> {
  const rows = (pilot.notes ?? []).map(({ side, body, daysAgo }, index) => ({
    id: demoId(`pilot-note:${pilot.key}:${index}`),
    ...{ pilotId: id, communeId, startupId, body },
    authorId: people[side],
    authorOrganisationId: side === 'commune' ? communeId : startupId,
    writtenAt: ago(daysAgo),
  }))
  if (rows.length > 0) await db.insertInto('collaboration.pilotNote').values(rows).execute()
}
