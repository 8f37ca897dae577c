/** What each step of a project or of a milestone tells, and to whom. */
import { notify } from '#modules/identity/index.ts'
import { type Role, worksFor } from '#platform/actor.ts'
import { formatMoney } from '#platform/format.ts'
import type { Context } from '#platform/web.ts'
import type { MilestoneStep } from './milestone.workflow.ts'
import type { Milestone, Project } from './project.schema.ts'
import type { ProjectStep } from './project.workflow.ts'

export const communeRoles: Role[] = ['secretary', 'mayor', 'itOfficer']
export const startupRoles: Role[] = ['manager', 'member']

interface Tidings {
  readonly subject: string
  readonly text: string
}

/** Tells the side that did not act, when it is there. */
export async function tellOtherSide(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  project: Pick<Project, 'id' | 'communeId' | 'startupId'>,
  { subject, text }: Tidings,
  { key, link = `/espace/projets/${project.id}` }: { key: string; link?: string },
): Promise<void> {
  const isCommune = worksFor(actor, project.communeId)
  const organisationId = isCommune ? project.startupId : project.communeId
  if (organisationId === null) return
  const roles = isCommune ? startupRoles : communeRoles
  const notice = { organisationId, roles, topic: 'projects', subject, text, link } as const
  await notify(db, { ...notice, key: `project:${project.id}:${key}:${now.getTime()}` }, now)
}

export const projectTidings: Record<ProjectStep, (project: Project, reason: string) => Tidings> = {
  start: ({ reference, title }) => ({
    subject: `Projet démarré : ${title}`,
    text: `Le projet ${reference} est en cours. Ses jalons se livrent et se recettent dans Cauri.`,
  }),
  suspend: ({ reference, title }, reason) => ({
    subject: `Projet suspendu : ${title}`,
    text: `Le projet ${reference} est suspendu. Motif : ${reason}`,
  }),
  resume: ({ reference, title }) => ({
    subject: `Projet repris : ${title}`,
    text: `Le projet ${reference} reprend là où il s’était arrêté.`,
  }),
  abandon: ({ reference, title }, reason) => ({
    subject: `Projet abandonné : ${title}`,
    text: `Le projet ${reference} est abandonné. Motif : ${reason}`,
  }),
  close: ({ reference, title }) => ({
    subject: `Projet clos : ${title}`,
    text: `Le projet ${reference} est clos. Son bilan est public, et la commune paraît parmi celles qui utilisent la solution.`,
  }),
}

export const milestoneTidings: Record<
  MilestoneStep,
  (milestone: Milestone, reason: string) => Tidings
> = {
  deliver: ({ title }, reason) => ({
    subject: `Jalon livré : ${title}`,
    text: `Vérifiez ce qui est livré, puis prononcez la recette. ${reason}`,
  }),
  accept: ({ title }) => ({
    subject: `Jalon accepté : ${title}`,
    text: 'La recette est prononcée sans réserve.',
  }),
  acceptPartly: ({ title, reserves }) => ({
    subject: `Jalon accepté avec réserves : ${title}`,
    text: `Réserves à lever : ${reserves}`,
  }),
  refuse: ({ title }, reason) => ({
    subject: `Jalon refusé : ${title}`,
    text: `Motif : ${reason} Corrigez, puis livrez de nouveau.`,
  }),
  liftReserves: ({ title }) => ({
    subject: `Réserves levées : ${title}`,
    text: 'Le jalon est maintenant accepté.',
  }),
}

export function describePayment({ title }: Milestone, amount: number): Tidings {
  return {
    subject: `Paiement enregistré : ${title}`,
    text: `La commune a enregistré le paiement de ${formatMoney(amount)} pour ce jalon.`,
  }
}
