/** What waits for somebody in the projects of their commune or of their startup. */

import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId, worksForA } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { countDays } from '#platform/days.rules.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { milestonePolicy } from './milestone.policy.ts'
import { listMilestonesOf } from './milestone.queries.ts'
import { isLate } from './milestone-state.rules.ts'
import { projectPolicy } from './project.policy.ts'
import { listProjects } from './project.queries.ts'
import type { Milestone, Project } from './project.schema.ts'

export async function listProjectTasks(db: Db, actor: Actor, now: Date): Promise<SpaceTask[]> {
  const projects = await listProjects(db, getOrganisationId(actor))
  const running = projects.filter(({ status }) => status === 'running')
  const milestones = await listMilestonesOf(
    db,
    running.map(({ id }) => id),
  )
  return [
    ...projects.flatMap((project) => toPreparingTask(project, actor)),
    ...running.flatMap((project) =>
      toClosingTask(
        project,
        milestones.filter(({ projectId }) => projectId === project.id),
        actor,
      ),
    ),
    ...milestones.flatMap((milestone) => toMilestoneTask(milestone, actor, toDay(now))),
  ]
}

function toPreparingTask(project: Project, actor: Actor): SpaceTask[] {
  if (!projectPolicy.edit(actor, project)) return []
  const title = t('Préparer le projet : {title}', { title: project.title })
  return [{ title, href: `/espace/projets/${project.id}`, tone: 'neutral' }]
}

function toClosingTask(
  project: Project,
  milestones: readonly Milestone[],
  actor: Actor,
): SpaceTask[] {
  const isDone = milestones.every(({ status }) => status === 'accepted')
  if (!isDone || !projectPolicy.evaluate(actor, project)) return []
  const title = t('Tous les jalons sont acceptés, projet à évaluer et à clore : {title}', {
    title: project.title,
  })
  return [{ title, href: `/espace/projets/${project.id}`, tone: 'warning' }]
}

function toMilestoneTask(milestone: Milestone, actor: Actor, today: string): SpaceTask[] {
  const { id, title, status, dueOn, reservesDueOn } = milestone
  const href = `/espace/jalons/${id}`
  const tone = isLate(milestone, today) ? 'warning' : 'info'
  if (status === 'delivered' && milestonePolicy.accept(actor, milestone))
    return [{ title: t('Prononcer la recette : {title}', { title }), href, tone: 'warning' }]
  const isToDeliver = status === 'planned' || status === 'refused'
  if (isToDeliver && milestonePolicy.deliver(actor, milestone) && isSoon(dueOn, today))
    return [{ title: t('Livrer le jalon : {title}', { title }), href, due: toMoment(dueOn), tone }]
  const due = reservesDueOn === null ? null : toMoment(reservesDueOn)
  if (status === 'partlyAccepted' && worksForA(actor, 'startup'))
    return [
      {
        title: t('Réserves à lever : {title}', { title }),
        href,
        due,
        tone,
      },
    ]
  return []
}

/** The end of the day in Benin. */
const toMoment = (day: string) => new Date(`${day}T23:59:00+01:00`)

const soonDays = 30

function isSoon(dueOn: string, today: string): boolean {
  return countDays(today, dueOn) < soonDays
}
