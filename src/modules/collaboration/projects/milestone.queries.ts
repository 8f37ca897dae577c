/** Reading milestones, what was delivered with them, and their history. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Milestone } from './project.schema.ts'

/** The plan of a project, in order. */
export async function listMilestones(db: Db, projectId: string): Promise<Milestone[]> {
  return (await listMilestonesOf(db, [projectId])) as Milestone[]
}

export async function listMilestonesOf(
  db: Db,
  projectIds: readonly string[],
): Promise<Milestone[]> {
  if (projectIds.length === 0) return []
  const rows = await db
    .selectFrom('collaboration.milestone')
    .selectAll()
    .where('projectId', 'in', [...projectIds])
    .orderBy('projectId')
    .orderBy('position')
    .execute()
  return rows as Milestone[]
}

export async function getMilestone(db: Db, milestoneId: string): Promise<Milestone> {
  const row = await db
    .selectFrom('collaboration.milestone')
    .selectAll()
    .where('id', '=', milestoneId)
    .executeTakeFirst()
  return orNotFound(row as Milestone | undefined)
}

export interface DeliveredFile {
  readonly fileId: string
  readonly milestoneId: string
  readonly note: string
  readonly addedAt: Date
}

export async function listDeliveredFiles(db: Db, milestoneId: string): Promise<DeliveredFile[]> {
  return db
    .selectFrom('collaboration.milestoneFile')
    .select(['fileId', 'milestoneId', 'note', 'addedAt'])
    .where('milestoneId', '=', milestoneId)
    .orderBy('addedAt')
    .orderBy('fileId')
    .execute()
}

export interface DueMilestone extends Milestone {
  readonly projectTitle: string
  readonly projectReference: string
}

/** Of running projects, what is to be delivered or whose reserves are to be lifted by that day. */
export async function listDueMilestones(
  db: Db,
  day: string,
  after: string | null,
  size: number,
): Promise<DueMilestone[]> {
  let query = db
    .selectFrom('collaboration.milestone as milestone')
    .innerJoin('collaboration.project as project', 'project.id', 'milestone.projectId')
    .selectAll('milestone')
    .select(['project.title as projectTitle', 'project.reference as projectReference'])
    .where('project.status', '=', 'running')
    .where(
      sql<boolean>`(milestone.status in ('planned', 'refused') and milestone.due_on <= ${day}::date
        or milestone.status = 'partlyAccepted' and milestone.reserves_due_on <= ${day}::date)`,
    )
  if (after) query = query.where('milestone.id', '>', after)
  return (await query.orderBy('milestone.id').limit(size).execute()) as DueMilestone[]
}
