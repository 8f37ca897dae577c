/** The register of assistances. Row-level security shows a commune its own lines, and the association all of them. */
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { type Db, readAs } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { isAssistanceOpen } from './assistance.rules.ts'

export interface Assistance {
  readonly id: string
  readonly communeId: string
  readonly commune: string
  readonly personId: string
  readonly person: string
  readonly reason: string
  readonly startedAt: Date
  readonly endsAt: Date
  readonly stoppedAt: Date | null
  readonly stoppedBy: string | null
}

export function selectAssistances(db: Db) {
  return db
    .selectFrom('identity.assistance as assistance')
    .innerJoin('identity.organisation as commune', 'commune.id', 'assistance.communeId')
    .innerJoin('identity.person as person', 'person.id', 'assistance.personId')
    .select(['assistance.id', 'assistance.communeId', 'assistance.personId', 'assistance.reason'])
    .select(['assistance.startedAt', 'assistance.endsAt', 'assistance.stoppedAt'])
    .select(['assistance.stoppedBy', 'commune.name as commune', 'person.fullName as person'])
}

export async function getAssistance(db: Db, assistanceId: string): Promise<Assistance> {
  const row = await selectAssistances(db)
    .where('assistance.id', '=', assistanceId)
    .executeTakeFirst()
  return orNotFound(row)
}

/** The newest first, those before this one when it is given; one row more than `size` tells that there are others. */
export function listAssistances(
  db: Db,
  communeId: string | null,
  before: string | null,
  size: number,
): Promise<Assistance[]> {
  let query = selectAssistances(db)
  if (communeId) query = query.where('assistance.communeId', '=', communeId)
  if (before) query = query.where(isBefore(before))
  return query
    .orderBy('assistance.startedAt', 'desc')
    .orderBy('assistance.id', 'desc')
    .limit(size + 1)
    .execute()
}

export function listOpenAssistances(db: Db, communeId: string, now: Date): Promise<Assistance[]> {
  return selectAssistances(db)
    .where('assistance.communeId', '=', communeId)
    .where('assistance.stoppedAt', 'is', null)
    .where('assistance.endsAt', '>', now)
    .execute()
}

function isBefore(assistanceId: string) {
  return sql<boolean>`(assistance.started_at, assistance.id) <
    (select started_at, id from identity.assistance where id = ${assistanceId})`
}

/** For a session that is being recognised: it acts for nobody yet, so the system looks. */
export async function findOpenAssistance(
  db: Db,
  assistanceId: string,
  now: Date,
): Promise<Assistance | undefined> {
  const row = await readAs(db, system, (transaction) =>
    selectAssistances(transaction).where('assistance.id', '=', assistanceId).executeTakeFirst(),
  )
  return row && isAssistanceOpen(row, now) ? row : undefined
}

export async function isAssistanceAllowed(db: Db, communeId: string): Promise<boolean> {
  const choice = await db
    .selectFrom('identity.assistanceChoice')
    .select('isAllowed')
    .where('communeId', '=', communeId)
    .executeTakeFirst()
  return choice?.isAllowed ?? true
}

export interface CommuneToAssist {
  readonly id: string
  readonly name: string
  readonly isAllowed: boolean
}

/** By name, the letters anywhere in it. */
export async function listCommunesToAssist(db: Db, text: string): Promise<CommuneToAssist[]> {
  const rows = await db
    .selectFrom('identity.organisation as commune')
    .leftJoin('identity.assistanceChoice as choice', 'choice.communeId', 'commune.id')
    .select(['commune.id', 'commune.name', 'choice.isAllowed'])
    .where('commune.kind', '=', 'commune')
    .where(sql<boolean>`strpos(platform.fold(commune.name), platform.fold(${text})) > 0`)
    .orderBy('commune.name')
    .execute()
  return rows.map(({ id, name, isAllowed }) => ({ id, name, isAllowed: isAllowed ?? true }))
}
