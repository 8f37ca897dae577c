/** What each step of a project or of a milestone tells, and to whom. */
import { notify } from '#modules/identity/index.ts'
import { communeOfficers, type Role, worksFor } from '#platform/actor.ts'
import { formatMoney } from '#platform/format.ts'
import { t, type Words } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import type { MilestoneStep } from './milestone.workflow.ts'
import type { Milestone, Project } from './project.schema.ts'
import type { ProjectStep } from './project.workflow.ts'

export const startupRoles: Role[] = ['manager', 'member']

interface Tidings {
  readonly subject: Words
  readonly text: Words
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
  const roles = isCommune ? startupRoles : communeOfficers
  const notice = { organisationId, roles, topic: 'projects', subject, text, link } as const
  await notify(db, { ...notice, key: `project:${project.id}:${key}:${now.getTime()}` }, now)
}

export const projectTidings: Record<ProjectStep, (project: Project, reason: string) => Tidings> = {
  start: ({ reference, title }) => ({
    subject: () => t('Projet démarré : {title}', { title }),
    text: () =>
      t('Le projet {reference} est en cours. Ses jalons se livrent et se recettent dans Cauri.', {
        reference,
      }),
  }),
  suspend: ({ reference, title }, reason) => ({
    subject: () => t('Projet suspendu : {title}', { title }),
    text: () => t('Le projet {reference} est suspendu. Motif : {reason}', { reference, reason }),
  }),
  resume: ({ reference, title }) => ({
    subject: () => t('Projet repris : {title}', { title }),
    text: () => t('Le projet {reference} reprend là où il s’était arrêté.', { reference }),
  }),
  abandon: ({ reference, title }, reason) => ({
    subject: () => t('Projet abandonné : {title}', { title }),
    text: () => t('Le projet {reference} est abandonné. Motif : {reason}', { reference, reason }),
  }),
  close: ({ reference, title }) => ({
    subject: () => t('Projet clos : {title}', { title }),
    text: () =>
      t(
        'Le projet {reference} est clos. Son bilan est public, et la commune paraît parmi celles qui utilisent la solution.',
        { reference },
      ),
  }),
}

export const milestoneTidings: Record<
  MilestoneStep,
  (milestone: Milestone, reason: string) => Tidings
> = {
  deliver: ({ title }, reason) => ({
    subject: () => t('Jalon livré : {title}', { title }),
    text: () => t('Vérifiez ce qui est livré, puis prononcez la recette. {reason}', { reason }),
  }),
  accept: ({ title }) => ({
    subject: () => t('Jalon accepté : {title}', { title }),
    text: () => t('La recette est prononcée sans réserve.'),
  }),
  acceptPartly: ({ title, reserves }) => ({
    subject: () => t('Jalon accepté avec réserves : {title}', { title }),
    text: () => t('Réserves à lever : {reserves}', { reserves }),
  }),
  refuse: ({ title }, reason) => ({
    subject: () => t('Jalon refusé : {title}', { title }),
    text: () => t('Motif : {reason} Corrigez, puis livrez de nouveau.', { reason }),
  }),
  liftReserves: ({ title }) => ({
    subject: () => t('Réserves levées : {title}', { title }),
    text: () => t('Le jalon est maintenant accepté.'),
  }),
}

export function describePayment({ title }: Milestone, amount: number): Tidings {
  return {
    subject: () => t('Paiement enregistré : {title}', { title }),
    text: () =>
      t('La commune a enregistré le paiement de {amount} pour ce jalon.', {
        amount: formatMoney(amount),
      }),
  }
}
