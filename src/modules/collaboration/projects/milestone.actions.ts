/** What happens to the milestones of a project: planned while it is prepared, then delivered, accepted, paid. */
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { recordEvent } from '#platform/events.ts'
import { recordFile } from '#platform/files/file-records.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated } from '#platform/lifecycle.ts'
import type { Context, Upload } from '#platform/web.ts'
import { milestoneLifecycle } from './milestone.lifecycle.ts'
import { milestonePolicy } from './milestone.policy.ts'
import { getMilestone, listMilestones } from './milestone.queries.ts'
import type { MilestoneFact, MilestoneStep } from './milestone.workflow.ts'
import { listPayments } from './plan.rules.ts'
import { describePayment, milestoneTidings, tellOtherSide } from './project.messages.ts'
import { projectPolicy } from './project.policy.ts'
import { lockProject } from './project.queries.ts'
import {
  type Milestone,
  type MilestoneInput,
  mostMilestones,
  type Project,
} from './project.schema.ts'

/** Holds the project, and checks again that its plan may still change. */
async function lockPlan({ db, actor }: Context, projectId: string): Promise<Project> {
  const project = await lockProject(db, projectId)
  if (project.status !== 'preparing') throw new Conflict(outdated)
  if (!projectPolicy.edit(actor, project)) throw new Forbidden()
  return project
}

/** False when the plan is full. */
export async function addMilestone(
  context: Context,
  projectId: string,
  input: MilestoneInput,
): Promise<boolean> {
  const { db, now } = context
  const { communeId, startupId } = await lockPlan(context, projectId)
  const milestones = await listMilestones(db, projectId)
  if (milestones.length >= mostMilestones) return false
  const row = { ...input, id: createId(now.getTime()), projectId, communeId, startupId }
  await db
    .insertInto('collaboration.milestone')
    .values({ ...row, position: milestones.length + 1, status: 'planned', updatedAt: now })
    .execute()
  return true
}

export async function rewriteMilestone(
  context: Context,
  { id, projectId }: Milestone,
  input: MilestoneInput,
): Promise<void> {
  await lockPlan(context, projectId)
  await context.db
    .updateTable('collaboration.milestone')
    .set({ ...input, updatedAt: context.now })
    .where('id', '=', id)
    .execute()
}

/** Those after it move up: positions have no hole. */
export async function removeMilestone(
  context: Context,
  { id, projectId, position }: Milestone,
): Promise<void> {
  const { db } = context
  await lockPlan(context, projectId)
  await db.deleteFrom('collaboration.milestone').where('id', '=', id).execute()
  const later = (await listMilestones(db, projectId)).filter((one) => one.position > position)
  for (const one of later) {
    await db
      .updateTable('collaboration.milestone')
      .set({ position: one.position - 1 })
      .where('id', '=', one.id)
      .execute()
  }
}

interface Move {
  readonly reason?: string
  readonly facts?: Partial<Record<MilestoneFact, boolean>>
  readonly set?: Partial<Milestone>
}

export async function moveMilestone(
  context: Context,
  { id, projectId }: Milestone,
  step: MilestoneStep,
  { reason, facts, set }: Move = {},
): Promise<Milestone> {
  const project = await lockProject(context.db, projectId)
  const known = {
    projectIsRunning: project.status === 'running',
    reasonIsGiven: Boolean(reason),
    ...facts,
  }
  const moved = await moveThrough(context, milestoneLifecycle, id, step, {
    reason,
    facts: known,
    set: { statusReason: reason ?? null, ...set },
  })
  const link = `/espace/jalons/${id}`
  const tidings = milestoneTidings[step](moved, reason ?? '')
  await tellOtherSide(context, project, tidings, { key: `${id}:${step}`, link })
  return moved
}

/** Marks the milestone delivered, with what it is worth showing. */
export async function deliverMilestone(
  context: Context,
  milestone: Milestone,
  { note, upload }: { note: string; upload: Upload | null },
): Promise<void> {
  const { now } = context
  await moveMilestone(context, milestone, 'deliver', { reason: note, set: { deliveredAt: now } })
  if (upload) await keepFile(context, milestone, note, upload)
}

async function keepFile(
  { db, actor, now }: Context,
  { id: milestoneId, communeId, startupId }: Milestone,
  note: string,
  upload: Upload,
): Promise<void> {
  const organisationId = actor.organisation?.id ?? communeId
  const owner = { organisationId, isPublic: false, createdBy: actor.id }
  const fileId = await recordFile(db, upload, owner, now)
  const added = { addedBy: getPersonId(actor), addedAt: now }
  await db
    .insertInto('collaboration.milestoneFile')
    .values({ fileId, milestoneId, communeId, startupId, note, ...added })
    .execute()
}

export type Verdict =
  | { readonly kind: 'accept' }
  | { readonly kind: 'acceptPartly'; readonly reserves: string; readonly reservesDueOn: string }
  | { readonly kind: 'refuse'; readonly reason: string }

/** The acceptance (« recette ») of what was delivered. */
export async function judgeMilestone(
  context: Context,
  milestone: Milestone,
  verdict: Verdict,
): Promise<Milestone> {
  const acceptedAt = context.now
  if (verdict.kind === 'refuse')
    return moveMilestone(context, milestone, 'refuse', { reason: verdict.reason })
  if (verdict.kind === 'accept')
    return moveMilestone(context, milestone, 'accept', { set: { acceptedAt } })
  const { reserves, reservesDueOn } = verdict
  return moveMilestone(context, milestone, 'acceptPartly', {
    reason: reserves,
    facts: { reservesAreGiven: true },
    set: { acceptedAt, reserves, reservesDueOn },
  })
}

/** Records that the milestone was paid, for the amount the plan gives it to the franc. */
export async function payMilestone(
  context: Context,
  { id, projectId }: Milestone,
  paidOn: string,
): Promise<number> {
  const { db, actor, now } = context
  const project = await lockProject(db, projectId)
  const milestone = await getMilestone(db, id)
  if (milestone.paidOn !== null) throw new Conflict(outdated)
  if (!milestonePolicy.pay(actor, milestone)) throw new Forbidden()
  const payments = listPayments(project.amount, await listMilestones(db, projectId))
  const paidAmount = payments.find((one) => one.id === id)?.payment ?? 0
  await db
    .updateTable('collaboration.milestone')
    .set({ paidOn, paidAmount, updatedAt: now })
    .where('id', '=', id)
    .execute()
  const subject = { subjectKind: 'milestone', subjectId: id, details: { paidAmount } }
  const entry = { actor, organisationId: project.communeId, action: 'milestone.pay', ...subject }
  await recordAudit(db, entry, now)
  await recordEvent(db, { kind: 'milestone.pay', subjectId: id, payload: { paidAmount } }, now)
  const tidings = describePayment(milestone, paidAmount)
  const link = `/espace/jalons/${id}`
  await tellOtherSide(context, project, tidings, { key: `${id}:pay`, link })
  return paidAmount
}
