/** What both sides write along the way: risks, incidents, decisions, messages, and the measures of indicators. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { outdated } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { entryLabels } from './project.labels.ts'
import { tellOtherSide } from './project.messages.ts'
import { projectPolicy } from './project.policy.ts'
import { lockProject } from './project.queries.ts'
import type { Indicator, Project, ProjectEntry } from './project.schema.ts'

type NewEntry = Pick<ProjectEntry, 'kind' | 'title' | 'body' | 'likelihood' | 'impact'>

async function lockLive({ db, actor }: Context, projectId: string): Promise<Project> {
  const project = await lockProject(db, projectId)
  if (!projectPolicy.write(actor, project)) throw new Forbidden()
  return project
}

export async function writeEntry(
  context: Context,
  { id: projectId, title }: Project,
  entry: NewEntry,
): Promise<void> {
  const { db, actor, now } = context
  const project = await lockLive(context, projectId)
  const { communeId, startupId } = project
  const author = { authorId: getPersonId(actor), authorOrganisationId: getOrganisationId(actor) }
  const id = createId(now.getTime())
  await db
    .insertInto('collaboration.projectEntry')
    .values({ id, projectId, communeId, startupId, ...entry, ...author, writtenAt: now })
    .execute()
  const page = entry.kind === 'message' ? 'messages' : 'journal'
  const tidings = {
    subject: () => t('{what} : {about}', { what: t(entryLabels[entry.kind]), about: title }),
    text: () => entry.body,
  }
  const link = `/espace/projets/${projectId}/${page}`
  await tellOtherSide(context, project, tidings, { key: id, link })
}

/** What was done about a risk or an incident: it is then closed. */
export async function closeEntry(
  context: Context,
  { id, projectId }: ProjectEntry,
  answer: string,
): Promise<void> {
  await lockLive(context, projectId)
  const closed = await context.db
    .updateTable('collaboration.projectEntry')
    .set({ answer, closedAt: context.now })
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!closed) throw new Conflict(outdated)
}

type Measure = Pick<Indicator, 'label' | 'unit' | 'before' | 'target' | 'after' | 'measuredOn'>

/** The indicators of a project, whole: what was there before goes. */
export async function saveIndicators(
  context: Context,
  { id: projectId }: Project,
  measures: readonly Measure[],
): Promise<void> {
  const { db, now } = context
  const { communeId, startupId } = await lockLive(context, projectId)
  await db.deleteFrom('collaboration.projectIndicator').where('projectId', '=', projectId).execute()
  const rows = measures.map((measure, index) => ({
    ...measure,
    id: createId(now.getTime()),
    projectId,
    communeId,
    startupId,
    position: index + 1,
  }))
  if (rows.length > 0) await db.insertInto('collaboration.projectIndicator').values(rows).execute()
}
