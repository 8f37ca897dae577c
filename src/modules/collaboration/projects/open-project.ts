/** A project opens: from a signed agreement, or by hand for work already under way. */

import { notify } from '#modules/identity/index.ts'
import { communeOfficers } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { getCharterInForce } from '../charter/charter.queries.ts'
import { getNeed } from '../needs/need.queries.ts'
import type { Need } from '../needs/need.schema.ts'
import { prefillPoints } from './prefill.rules.ts'
import { projectLifecycle } from './project.lifecycle.ts'
import { startupRoles } from './project.messages.ts'
import { findProjectOfAgreement } from './project.queries.ts'
import type { MilestoneInput, Project } from './project.schema.ts'

export interface ProjectOpening {
  readonly communeId: string
  /** Null when whoever delivers is not a startup of Cauri: `contractor` then names them. */
  readonly startupId: string | null
  readonly contractor?: string
  readonly solutionId?: string | null
  readonly needId?: string | null
  readonly agreementId?: string | null
  readonly title: string
  readonly summary?: string
  readonly services?: readonly string[]
  readonly amount?: number
  readonly startsOn?: string | null
  readonly endsOn?: string | null
  readonly milestones?: readonly MilestoneInput[]
}

/** An agreement opens one project: asked again, the same one comes back. */
export async function openProject(
  context: Pick<Context, 'db' | 'actor' | 'now'>,
  opening: ProjectOpening,
): Promise<Project> {
  const { db } = context
  const known = opening.agreementId && (await findProjectOfAgreement(db, opening.agreementId))
  if (known) return known
  const project = await insertProject(context, opening)
  if (!project) return getProjectOfAgreement(context, opening)
  await recordCreation(context, projectLifecycle, project)
  await insertPoints(context, project)
  await insertMilestones(context, project, opening.milestones ?? [])
  await tellBothSides(context, project)
  return project
}

type Acting = Parameters<typeof openProject>[0]

/** Somebody opened it at the same moment. */
async function getProjectOfAgreement(
  { db }: Acting,
  { agreementId }: ProjectOpening,
): Promise<Project> {
  return orNotFound(agreementId ? await findProjectOfAgreement(db, agreementId) : undefined)
}

async function insertProject(
  { db, actor, now }: Acting,
  { milestones: _, services = [], ...opening }: ProjectOpening,
): Promise<Project | undefined> {
  const { version } = await getCharterInForce(db)
  const year = Number(toDay(now).slice(0, 4))
  return (await db
    .insertInto('collaboration.project')
    .values({
      ...opening,
      id: createId(now.getTime()),
      reference: await createReference(db, 'PRJ', year),
      services: [...services],
      charterVersionId: version.id,
      status: 'preparing',
      createdBy: actor.id,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.column('agreementId').doNothing())
    .returningAll()
    .executeTakeFirst()) as Project | undefined
}

/** Only the points of the charter in force are kept, filled with what the need tells. */
async function insertPoints(context: Acting, project: Project): Promise<void> {
  const { db, actor, now } = context
  const { points } = await getCharterInForce(db)
  const need = project.needId && (await readNeed(context, project.needId))
  const known = need ? prefillPoints(need, project.amount) : new Map<string, string>()
  const { id: projectId, communeId, startupId } = project
  const rows = points.map(({ key }) => ({
    projectId,
    communeId,
    startupId,
    key,
    body: known.get(key) ?? '',
    updatedBy: actor.id,
    updatedAt: now,
  }))
  if (rows.length > 0) await db.insertInto('collaboration.projectPoint').values(rows).execute()
}

/** Whichever side opens the project, the need is the one both agreed on. */
function readNeed(context: Acting, needId: string): Promise<Need> {
  return asSystem(context, (db) => getNeed(db, needId))
}

async function insertMilestones(
  { db, now }: Acting,
  { id: projectId, communeId, startupId }: Project,
  milestones: readonly MilestoneInput[],
): Promise<void> {
  if (milestones.length === 0) return
  const rows = milestones.map((milestone, index) => ({
    ...milestone,
    id: createId(now.getTime()),
    projectId,
    communeId,
    startupId,
    position: index + 1,
    status: 'planned',
    updatedAt: now,
  }))
  await db.insertInto('collaboration.milestone').values(rows).execute()
}

async function tellBothSides({ db, actor, now }: Acting, project: Project): Promise<void> {
  const notice = {
    topic: 'projects',
    subject: () => t('Projet ouvert : {title}', { title: project.title }),
    text: () =>
      t(
        'Le projet {reference} est en préparation. Écrivez sa charte point par point et fixez ses jalons : il démarre quand tout est complet.',
        { reference: project.reference },
      ),
    link: `/espace/projets/${project.id}`,
    key: `project:${project.id}:open`,
    exceptPersonId: actor.id,
  } as const
  await notify(db, { ...notice, organisationId: project.communeId, roles: communeOfficers }, now)
  if (project.startupId !== null)
    await notify(db, { ...notice, organisationId: project.startupId, roles: startupRoles }, now)
}
