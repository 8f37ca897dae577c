/** What happens to a project: its texts are written, its status moves, and each side is told. */
import { recordDeliveredUse } from '#modules/directory/index.ts'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { recordEvent } from '#platform/events.ts'
import { t } from '#platform/i18n.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { getCharter } from '../charter/charter.queries.ts'
import { listEvaluations } from './journal.queries.ts'
import { listMilestones } from './milestone.queries.ts'
import { isPlanWhole } from './plan.rules.ts'
import { projectLifecycle } from './project.lifecycle.ts'
import { projectTidings, tellOtherSide } from './project.messages.ts'
import { listProjectPoints, lockProject } from './project.queries.ts'
import type { Evaluation, Milestone, Project } from './project.schema.ts'
import type { ProjectFact, ProjectStep } from './project.workflow.ts'
import { listEmptyMandatoryPoints } from './project-completeness.rules.ts'

/** Undefined when somebody else saved since the page was shown. */
export async function savePresentation(
  { db, now }: Context,
  project: Project,
  version: number,
  texts: Partial<Project>,
): Promise<Project | undefined> {
  const saved = await db
    .updateTable('collaboration.project')
    .set({ ...texts, version: version + 1, updatedAt: now })
    .where('id', '=', project.id)
    .where('version', '=', version)
    .where('status', '=', 'preparing')
    .returningAll()
    .executeTakeFirst()
  return saved as Project | undefined
}

/** Keeps one point of the charter; the new version, or undefined when somebody else saved meanwhile. */
export async function savePoint(
  { db, actor, now }: Context,
  project: Project,
  key: string,
  { body, version }: { body: string; version: number },
): Promise<number | undefined> {
  const saved = await db
    .updateTable('collaboration.projectPoint')
    .set({ body, version: version + 1, updatedBy: actor.id, updatedAt: now })
    .where('projectId', '=', project.id)
    .where('key', '=', key)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return saved?.version
}

/** The project is held first: nobody empties a point or changes a milestone between the check and the step. */
export async function moveProject(
  context: Context,
  { id }: Project,
  step: ProjectStep,
  reason?: string,
): Promise<Project> {
  const project = await lockProject(context.db, id)
  const facts = { ...(await readFacts(context, project)), reasonIsGiven: Boolean(reason) }
  const set = { statusReason: reason ?? null, ...datesOf(step, context.now) }
  const moved = await moveThrough(context, projectLifecycle, id, step, { reason, facts, set })
  if (step === 'close') await recordOutcome(context, moved)
  await tellOtherSide(context, moved, projectTidings[step](moved, reason ?? ''), { key: step })
  return moved
}

function datesOf(step: ProjectStep, now: Date): Partial<Project> {
  if (step === 'start') return { startedAt: now }
  return step === 'close' || step === 'abandon' ? { closedAt: now } : {}
}

export async function readFacts(
  { db }: Pick<Context, 'db'>,
  project: Project,
): Promise<Partial<Record<ProjectFact, boolean>>> {
  const { points } = await getCharter(db, project.charterVersionId)
  const written = await listProjectPoints(db, project.id)
  const answers = new Map(written.map(({ key, body }) => [key, body]))
  const milestones = await listMilestones(db, project.id)
  return {
    charterIsComplete: listEmptyMandatoryPoints(points, answers).length === 0,
    planIsWhole: isPlanWhole(milestones),
    milestonesAreAccepted: areAllAccepted(milestones),
    bothHaveEvaluated: haveBothEvaluated(project, await listEvaluations(db, project.id)),
  }
}

export function areAllAccepted(milestones: readonly Milestone[]): boolean {
  return milestones.length > 0 && milestones.every(({ status }) => status === 'accepted')
}

/** A contractor who is not on Cauri has nobody to write: the commune's evaluation is enough. */
export function haveBothEvaluated(
  { communeId, startupId }: Project,
  evaluations: readonly Evaluation[],
): boolean {
  const sides = [communeId, startupId].filter((side) => side !== null)
  return sides.every((side) => evaluations.some(({ organisationId }) => organisationId === side))
}

/** What a closed project adds elsewhere: a confirmed use of the solution, and the services now offered. */
async function recordOutcome(context: Context, project: Project): Promise<void> {
  const { db, now } = context
  const { id: subjectId, communeId, solutionId, startupId, services, title, startsOn } = project
  if (solutionId !== null && startupId !== null) {
    const use = { solutionId, startupId, communeId, since: startsOn, scope: title }
    await recordDeliveredUse(context, use)
  }
  const payload = { communeId, solutionId, services: services.join(' ') }
  await recordEvent(db, { kind: 'project.deliverServices', subjectId, payload }, now)
}

interface Opinion {
  readonly stars: number
  readonly achieved: string
  readonly toImprove: string
}

/** One evaluation for each side, which it may rewrite until the closing. */
export async function saveEvaluation(
  context: Context,
  project: Project,
  opinion: Opinion,
): Promise<void> {
  const { db, actor, now } = context
  const { id: projectId, communeId, startupId } = await lockProject(db, project.id)
  const organisationId = getOrganisationId(actor)
  const written = { ...opinion, writtenBy: getPersonId(actor), writtenAt: now }
  await db
    .insertInto('collaboration.projectEvaluation')
    .values({ projectId, organisationId, communeId, startupId, ...written })
    .onConflict((conflict) =>
      conflict.columns(['projectId', 'organisationId']).doUpdateSet(written),
    )
    .execute()
  const subject = {
    subjectKind: 'project',
    subjectId: projectId,
    details: { stars: opinion.stars },
  }
  await recordAudit(
    db,
    { actor, organisationId: communeId, action: 'project.evaluate', ...subject },
    now,
  )
  const tidings = {
    subject: () => t('Évaluation écrite : {title}', { title: project.title }),
    text: () =>
      t('L’autre partie a écrit son évaluation du projet. Il se clôt quand les deux sont là.'),
  }
  await tellOtherSide(context, project, tidings, { key: 'evaluate' })
}
