/** Reading uses of solutions: confirmed by communes, claimed by vendors, rated. */

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { DeploymentStatus } from './deployment.workflow.ts'

export type Deployment = Omit<Selectable<Tables['directory.deployment']>, 'status'> & {
  readonly status: DeploymentStatus
}

/** With the solution by its name, which its page in the catalogue gives while it has one. */
export interface NamedUse extends Deployment {
  readonly solutionName: string | null
  readonly solutionSlug: string | null
}

export async function getDeployment(db: Db, deploymentId: string): Promise<NamedUse> {
  const row = await db
    .selectFrom('directory.deployment as deployment')
    .leftJoin('directory.catalogueEntry as entry', 'entry.solutionId', 'deployment.solutionId')
    .selectAll('deployment')
    .select(['entry.name as solutionName', 'entry.slug as solutionSlug'])
    .where('deployment.id', '=', deploymentId)
    .executeTakeFirst()
  return orNotFound(row) as NamedUse
}

export async function findUse(
  db: Db,
  { solutionId, communeId }: Pick<Deployment, 'solutionId' | 'communeId'>,
): Promise<Deployment | undefined> {
  const row = await db
    .selectFrom('directory.deployment')
    .selectAll()
    .where('solutionId', '=', solutionId)
    .where('communeId', '=', communeId)
    .executeTakeFirst()
  return row as Deployment | undefined
}

export interface ConfirmedUse {
  readonly name: string
  readonly slug: string
  readonly startupName: string
  readonly since: string | null
  readonly stars: number | null
}

/** The public solutions that a commune confirmed that it uses. */
export function listUsesOfCommune(db: Db, communeId: string): Promise<ConfirmedUse[]> {
  return db
    .selectFrom('directory.deployment as deployment')
    .innerJoin('directory.catalogueEntry as entry', 'entry.solutionId', 'deployment.solutionId')
    .leftJoin('directory.rating as rating', (join) =>
      join.onRef('rating.deploymentId', '=', 'deployment.id').on('rating.hiddenAt', 'is', null),
    )
    .select(['entry.name', 'entry.slug', 'entry.startupName', 'deployment.since', 'rating.stars'])
    .where('deployment.communeId', '=', communeId)
    .where('deployment.status', '=', 'confirmed')
    .orderBy('entry.name')
    .execute()
}

export interface UsedSolution {
  readonly communeId: string
  readonly name: string
  readonly slug: string
  readonly domains: readonly string[]
  readonly minConnectivity: string
  readonly worksOffline: boolean
}

/** What each of these communes confirmed that it uses, with what that asks of a connection. */
export async function listUsedSolutions(
  db: Db,
  communeIds: readonly string[],
): Promise<UsedSolution[]> {
  if (communeIds.length === 0) return []
  return db
    .selectFrom('directory.deployment as deployment')
    .innerJoin('directory.catalogueEntry as entry', 'entry.solutionId', 'deployment.solutionId')
    .select(['deployment.communeId', 'entry.name', 'entry.slug', 'entry.domains'])
    .select(['entry.minConnectivity', 'entry.worksOffline'])
    .where('deployment.communeId', 'in', [...communeIds])
    .where('deployment.status', '=', 'confirmed')
    .orderBy('entry.name')
    .execute()
}

export interface SolutionUse {
  readonly id: string
  readonly communeId: string
  readonly communeName: string
  readonly communeSlug: string
  readonly status: DeploymentStatus
  readonly since: string | null
  readonly scope: string
  readonly users: number | null
  readonly endedOn: string | null
  /** Why the commune contests it, or ended it: for the two sides alone. */
  readonly answerNote: string | null
  readonly stars: number | null
  readonly comment: string | null
  readonly ratedAt: Date | null
  readonly reply: string | null
  readonly hiddenAt: Date | null
  readonly hiddenReason: string | null
}

/** Every use of a solution with its rating, the ones confirmed first. */
export async function listUsesOfSolution(db: Db, solutionId: string): Promise<SolutionUse[]> {
  const rows = await db
    .selectFrom('directory.deployment as deployment')
    .innerJoin('directory.commune as commune', 'commune.id', 'deployment.communeId')
    .leftJoin('directory.rating as rating', 'rating.deploymentId', 'deployment.id')
    .select([
      'deployment.id',
      'deployment.communeId',
      'commune.name as communeName',
      'commune.slug as communeSlug',
    ])
    .select([
      'deployment.status',
      'deployment.since',
      'deployment.scope',
      'deployment.users',
      'deployment.endedOn',
      'deployment.answerNote',
    ])
    .select([
      'rating.stars',
      'rating.comment',
      'rating.updatedAt as ratedAt',
      'rating.reply',
      'rating.hiddenAt',
      'rating.hiddenReason',
    ])
    .where('deployment.solutionId', '=', solutionId)
    .orderBy(
      sql`array_position(array['confirmed', 'claimed', 'contested', 'ended'], deployment.status)`,
    )
    .orderBy('commune.search')
    .execute()
  return rows as SolutionUse[]
}

export interface ConfirmedUser {
  readonly communeId: string
  readonly communeName: string
}

/** The communes that confirmed that they use a solution. */
export function listConfirmedUsers(db: Db, solutionId: string): Promise<ConfirmedUser[]> {
  return db
    .selectFrom('directory.deployment as deployment')
    .innerJoin('directory.commune as commune', 'commune.id', 'deployment.communeId')
    .select(['commune.id as communeId', 'commune.name as communeName'])
    .where('deployment.solutionId', '=', solutionId)
    .where('deployment.status', '=', 'confirmed')
    .orderBy('commune.search')
    .execute()
}

export interface CommuneUse {
  readonly id: string
  readonly solutionId: string
  readonly solutionName: string
  readonly solutionSlug: string
  readonly startupName: string
  readonly status: DeploymentStatus
  readonly since: string | null
  readonly scope: string
  readonly answerNote: string | null
  readonly stars: number | null
  readonly reply: string | null
  readonly hiddenReason: string | null
}

/** The uses of a commune as it manages them, the ones that await its word first. */
export async function listOwnUses(db: Db, communeId: string): Promise<CommuneUse[]> {
  const rows = await db
    .selectFrom('directory.deployment as deployment')
    .innerJoin('directory.catalogueEntry as entry', 'entry.solutionId', 'deployment.solutionId')
    .leftJoin('directory.rating as rating', 'rating.deploymentId', 'deployment.id')
    .select([
      'deployment.id',
      'deployment.solutionId',
      'entry.name as solutionName',
      'entry.slug as solutionSlug',
      'entry.startupName',
    ])
    .select(['deployment.status', 'deployment.since', 'deployment.scope', 'deployment.answerNote'])
    .select(['rating.stars', 'rating.reply', 'rating.hiddenReason'])
    .where('deployment.communeId', '=', communeId)
    .orderBy(
      sql`array_position(array['claimed', 'confirmed', 'contested', 'ended'], deployment.status)`,
    )
    .orderBy('entry.name')
    .execute()
  return rows as CommuneUse[]
}

/** Every use that its commune has confirmed, also one that has ended since, or the one named. For the adoption of solutions. */
export async function listUseRecords(db: Db, id?: string) {
  const uses = db
    .selectFrom('directory.deployment')
    .select(['id', 'solutionId', 'communeId', 'startupId'])
    .select(sql<Date>`coalesce(answered_at, claimed_at)`.as('at'))
    .where('status', 'in', ['confirmed', 'ended'])
  return (id ? uses.where('id', '=', id) : uses).execute()
}
