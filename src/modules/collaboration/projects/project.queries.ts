/** Reading projects: one, its file, an organisation's own, and those the public may follow. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Project, ProjectPoint } from './project.schema.ts'
import type { ProjectStatus } from './project.workflow.ts'

export async function getProject(db: Db, projectId: string): Promise<Project> {
  const row = await selectProjects(db).where('id', '=', projectId).executeTakeFirst()
  return orNotFound(row as Project | undefined)
}

/** The row, held until the end of the transaction: what is true of the project's parts then stays true. */
export async function lockProject(db: Db, projectId: string): Promise<Project> {
  const row = await selectProjects(db).where('id', '=', projectId).forUpdate().executeTakeFirst()
  return orNotFound(row as Project | undefined)
}

export async function getProjectByReference(db: Db, reference: string): Promise<Project> {
  const row = await selectProjects(db)
    .where('reference', '=', reference.toUpperCase())
    .executeTakeFirst()
  return orNotFound(row as Project | undefined)
}

export async function findProjectOfAgreement(
  db: Db,
  agreementId: string,
): Promise<Project | undefined> {
  const row = await selectProjects(db).where('agreementId', '=', agreementId).executeTakeFirst()
  return row as Project | undefined
}

/** The projects of a side, the ones last touched first; everybody's when no side is named. */
export async function listProjects(db: Db, organisationId: string | null): Promise<Project[]> {
  let query = selectProjects(db)
  if (organisationId !== null)
    query = query.where((where) =>
      where.or([where('communeId', '=', organisationId), where('startupId', '=', organisationId)]),
    )
  const rows = await query.orderBy('updatedAt', 'desc').orderBy('id').limit(200).execute()
  return rows as Project[]
}

export interface ProjectFilter {
  readonly status: ProjectStatus | null
  readonly communeId: string | null
  readonly startupId: string | null
  readonly year: number | null
}

export type StartedProject = Project & { readonly startedAt: Date }

/** One page of started projects, newest first, from the cursor on; one row more than `size` tells that there are others. */
export async function listStartedProjects(
  db: Db,
  { status, communeId, startupId, year }: ProjectFilter,
  cursor: PublishedCursor | null,
  size: number,
): Promise<StartedProject[]> {
  let query = selectProjects(db).where('startedAt', 'is not', null)
  if (status) query = query.where('status', '=', status)
  if (communeId) query = query.where('communeId', '=', communeId)
  if (startupId) query = query.where('startupId', '=', startupId)
  if (year)
    query = query.where(
      sql<boolean>`extract(year from started_at at time zone 'Africa/Porto-Novo') = ${year}`,
    )
  if (cursor)
    query = query.where(
      sql<boolean>`(started_at, id) < (${cursor.publishedAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  return rows as StartedProject[]
}

export function listProjectPoints(db: Db, projectId: string): Promise<ProjectPoint[]> {
  return db
    .selectFrom('collaboration.projectPoint')
    .selectAll()
    .where('projectId', '=', projectId)
    .execute()
}

function selectProjects(db: Db) {
  return db.selectFrom('collaboration.project').selectAll()
}
