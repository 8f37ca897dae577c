/** Writes the milestones of the demonstration projects, delivered, accepted and paid as their status tells. */
import { toDay } from '#platform/format.ts'
import { type Ago, demoId } from './ids.ts'
import { projectId, sidesOf, type World } from './project-sides.ts'
import type { DemoMilestone, DemoProject } from './projects.ts'

const milestoneRoads: Record<DemoMilestone['status'], readonly string[]> = {
  planned: [],
  delivered: ['deliver'],
  accepted: ['deliver', 'accept'],
  partlyAccepted: ['deliver', 'acceptPartly'],
  refused: ['deliver', 'refuse'],
}
const reached: Record<string, string> = {
  deliver: 'delivered',
  accept: 'accepted',
  acceptPartly: 'partlyAccepted',
  refuse: 'refused',
}

export async function insertMilestone(
  { db, ago }: World,
  project: DemoProject,
  milestone: DemoMilestone,
  position: number,
): Promise<void> {
  const { communeId, startupId, people: authors } = sidesOf(project)
  const { title, deliverables, dueIn, weight, paymentShare, status, reason = null } = milestone
  const id = demoId(`milestone:${project.number}:${position}`)
  const delivered = Math.max(-dueIn + 2, 3)
  const isAccepted = status === 'accepted' || status === 'partlyAccepted'
  const isPartly = status === 'partlyAccepted'
  const row = { id, projectId: projectId(project.number), communeId, startupId, position, title }
  await db
    .insertInto('collaboration.milestone')
    .values({
      ...row,
      deliverables,
      dueOn: toDay(ago(-dueIn)),
      weight,
      paymentShare,
      status,
      statusReason: reason,
      deliveredAt: status === 'planned' ? null : ago(delivered),
      acceptedAt: isAccepted ? ago(delivered - 1) : null,
      reserves: isPartly ? (reason ?? '') : '',
      reservesDueOn: isPartly ? toDay(ago(-(milestone.reservesIn ?? 10))) : null,
      ...describePayment(project, milestone, ago),
      updatedAt: ago(2),
    })
    .execute()
  const road = milestoneRoads[status]
  const events = road.map((step, index) => ({
    id: demoId(`milestone-event:${id}:${index}`),
    milestoneId: id,
    communeId,
    startupId,
    step,
    fromStatus: index === 0 ? 'planned' : 'delivered',
    toStatus: reached[step] ?? '',
    reason: index === road.length - 1 ? reason : 'Livré comme prévu, à vérifier ensemble.',
    actorId: step === 'deliver' && startupId ? authors.startup : authors.commune,
    organisationId: step === 'deliver' && startupId ? startupId : communeId,
    occurredAt: ago(delivered - index),
  }))
  if (events.length > 0)
    await db.insertInto('collaboration.milestoneEvent').values(events).execute()
}

/** As the plan splits the amount: the cumulated shares rounded down. */
function describePayment(project: DemoProject, milestone: DemoMilestone, ago: Ago) {
  if (milestone.paidDays === undefined) return {}
  const index = project.milestones.indexOf(milestone)
  const upTo = (count: number) =>
    Math.floor(
      (project.amount *
        project.milestones.slice(0, count).reduce((sum, one) => sum + one.paymentShare, 0)) /
        100,
    )
  return { paidOn: toDay(ago(milestone.paidDays)), paidAmount: upTo(index + 1) - upTo(index) }
}
