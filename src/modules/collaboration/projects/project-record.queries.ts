/** What a closed project leaves to tell: its sides, what it cost, how long it took, what was measured, what both sides say. */
import type { Db } from '#platform/database.ts'
import { listEvaluations, listIndicators } from './journal.queries.ts'
import { readSides } from './load-project.ts'
import { listMilestones } from './milestone.queries.ts'
import { getProject, listStartedProjects } from './project.queries.ts'
import type { Evaluation, Indicator, Milestone, Project } from './project.schema.ts'

export interface ProjectRecord {
  readonly project: Project
  readonly communeName: string
  readonly contractorName: string
  readonly milestones: readonly Milestone[]
  readonly indicators: readonly Indicator[]
  readonly evaluations: readonly Evaluation[]
}

export async function getProjectRecord(db: Db, projectId: string): Promise<ProjectRecord> {
  const project = await getProject(db, projectId)
  const { communeName, contractorName } = await readSides(db, project)
  return {
    ...{ project, communeName, contractorName },
    milestones: await listMilestones(db, projectId),
    indicators: await listIndicators(db, projectId),
    evaluations: await listEvaluations(db, projectId),
  }
}

/** The latest closed projects that a startup of Cauri delivered. */
export async function listClosedProjects(db: Db): Promise<Project[]> {
  const filter = { status: 'closed', communeId: null, startupId: null, year: null } as const
  const projects = await listStartedProjects(db, filter, null, 200)
  return projects.filter(({ startupId }) => startupId !== null)
}
