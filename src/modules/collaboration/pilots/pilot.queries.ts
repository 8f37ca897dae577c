/** Reading pilots: one whole, an organisation's, those of a need or a solution, and the decided ones for everybody. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import { publicStatuses } from './pilot.policy.ts'
import type { FullPilot, Pilot, PilotCriterion } from './pilot.schema.ts'

export async function getPilot(db: Db, pilotId: string): Promise<Pilot> {
  const row = await selectPilots(db).where('id', '=', pilotId).executeTakeFirst()
  return orNotFound(row as Pilot | undefined)
}

export async function getFullPilot(db: Db, pilotId: string): Promise<FullPilot> {
  return addCriteria(db, await getPilot(db, pilotId))
}

export async function getFullPilotByReference(db: Db, reference: string): Promise<FullPilot> {
  const row = await selectPilots(db)
    .where('reference', '=', reference.toUpperCase())
    .executeTakeFirst()
  return addCriteria(db, orNotFound(row as Pilot | undefined))
}

async function addCriteria(db: Db, pilot: Pilot): Promise<FullPilot> {
  const criteria = await db
    .selectFrom('collaboration.pilotCriterion')
    .selectAll()
    .where('pilotId', '=', pilot.id)
    .orderBy('position')
    .execute()
  return { pilot, criteria: criteria as PilotCriterion[] }
}

/** Whichever side it is on, the ones last touched first. */
export async function listOwnPilots(db: Db, organisationId: string): Promise<Pilot[]> {
  const rows = await selectPilots(db)
    .where((row) =>
      row.or([row('communeId', '=', organisationId), row('startupId', '=', organisationId)]),
    )
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows as Pilot[]
}

/** Row-level security shows the public those that are decided, and each side its own. */
export async function listPilotsOfNeed(db: Db, needId: string): Promise<Pilot[]> {
  const rows = await selectPilots(db).where('needId', '=', needId).orderBy('createdAt').execute()
  return rows as Pilot[]
}

export async function listDecidedPilotsOfSolution(db: Db, solutionId: string): Promise<Pilot[]> {
  const rows = await selectPilots(db)
    .where('solutionId', '=', solutionId)
    .where('status', 'in', publicStatuses)
    .orderBy('decidedAt', 'desc')
    .orderBy('id')
    .limit(20)
    .execute()
  return rows as Pilot[]
}

export interface PilotFilter {
  readonly domain: string | null
  readonly decision: string | null
}

export type DecidedPilot = Pilot & { readonly decidedAt: Date }

/** One page of decided pilots, newest first; one row more than `size` tells that there are others. */
export async function listDecidedPilots(
  db: Db,
  { domain, decision }: PilotFilter,
  cursor: PublishedCursor | null,
  size: number,
): Promise<DecidedPilot[]> {
  let query = selectPilots(db).where('status', 'in', publicStatuses)
  if (decision) query = query.where('status', '=', decision)
  if (domain) query = query.where(sql<boolean>`domains @> array[${domain}]::text[]`)
  if (cursor)
    query = query.where(
      sql<boolean>`(decided_at, id) < (${cursor.publishedAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  return rows as DecidedPilot[]
}

function selectPilots(db: Db) {
  return db.selectFrom('collaboration.pilot').selectAll()
}

export interface PilotNote {
  readonly authorId: string
  readonly authorOrganisationId: string
  readonly body: string
  readonly writtenAt: Date
}

export async function listNotes(db: Db, pilotId: string): Promise<PilotNote[]> {
  return db
    .selectFrom('collaboration.pilotNote')
    .select(['authorId', 'authorOrganisationId', 'body', 'writtenAt'])
    .where('pilotId', '=', pilotId)
    .orderBy('writtenAt')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** Those that run and whose end nobody has been reminded of. */
export async function listRunningUnreminded(db: Db): Promise<Pilot[]> {
  const rows = await selectPilots(db)
    .where('status', 'in', ['running', 'extended'])
    .where('remindedAt', 'is', null)
    .where('endsOn', 'is not', null)
    .orderBy('endsOn')
    .limit(500)
    .execute()
  return rows as Pilot[]
}
