/** Who may do what with a project: both sides write it, the commune's executive answers for it, the association reads. */
import { type Actor, communeOfficers, communeTeam, worksFor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Project } from './project.schema.ts'
import type { ProjectStep } from './project.workflow.ts'

type ProjectAct = ProjectStep | 'read' | 'follow' | 'edit' | 'write' | 'evaluate'
type Subject = Pick<Project, 'communeId' | 'startupId' | 'status' | 'startedAt'>

export const projectPolicy = {
  read: (actor, project) => project.startedAt !== null || isFollower(actor, project),
  follow: isFollower,

  edit: (actor, project) => isWriter(actor, project) && project.status === 'preparing',
  write: (actor, project) => isWriter(actor, project) && isLive(project),
  evaluate: (actor, project) => isEvaluator(actor, project) && project.status === 'running',

  start: isExecutive,
  suspend: isExecutive,
  resume: isExecutive,
  abandon: isExecutive,
  close: isExecutive,
} satisfies Record<ProjectAct, Rule<Subject>>

/** Opening a project for work already under way: there is no project yet, only somebody of a commune. */
export const mayOpenProject: Rule = (actor) => worksForA(actor, 'commune', ...communeOfficers)

/** Seeing the list of one's projects. */
export const mayListProjects: Rule = (actor) =>
  worksForA(actor, 'commune') || worksForA(actor, 'startup') || associationStaff(actor, null)

function isLive({ status }: Subject): boolean {
  return status === 'preparing' || status === 'running' || status === 'suspended'
}

function isFollower(actor: Actor, project: Subject): boolean {
  return (
    worksFor(actor, project.communeId) ||
    worksFor(actor, project.startupId) ||
    associationStaff(actor, project)
  )
}

function isWriter(actor: Actor, { communeId, startupId }: Subject): boolean {
  return (
    worksFor(actor, communeId, ...communeTeam) || worksFor(actor, startupId, 'manager', 'member')
  )
}

function isExecutive(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'secretary', 'mayor')
}

function isEvaluator(actor: Actor, project: Subject): boolean {
  return isExecutive(actor, project) || worksFor(actor, project.startupId, 'manager')
}
