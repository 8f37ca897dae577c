/** A project as everybody may follow it, for programs. */
import type { Db } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { listMilestones } from './milestone.queries.ts'
import { listPayments, measureProgress } from './plan.rules.ts'
import { getProjectByReference } from './project.queries.ts'

/** Nothing before it starts, whoever asks. */
export async function getPublicProject(db: Db, reference: string) {
  const project = await getProjectByReference(db, reference)
  if (project.startedAt === null) throw new NotFound()
  const milestones = await listMilestones(db, project.id)
  return {
    project: { ...project, startedAt: project.startedAt },
    milestones: listPayments(project.amount, milestones),
    progress: measureProgress(milestones),
  }
}
