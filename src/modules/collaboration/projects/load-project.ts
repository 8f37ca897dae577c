/** Loading a project with what its pages need: its charter, what is written of it, its plan, the names of its sides. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { getCharter } from '../charter/charter.queries.ts'
import type { Charter } from '../charter/charter.schema.ts'
import { listMilestones } from './milestone.queries.ts'
import { getProject, listProjectPoints } from './project.queries.ts'
import type { Milestone, Project, ProjectPoint } from './project.schema.ts'

export const loadProject = ({ projectId }: { projectId: string }, { db }: Context) =>
  getProject(db, projectId)

export interface Prepared {
  readonly project: Project
  readonly charter: Charter
  readonly written: readonly ProjectPoint[]
  readonly milestones: readonly Milestone[]
}

export async function loadPrepared(db: Db, projectId: string): Promise<Prepared> {
  const project = await getProject(db, projectId)
  return {
    project,
    charter: await getCharter(db, project.charterVersionId),
    written: await listProjectPoints(db, projectId),
    milestones: await listMilestones(db, projectId),
  }
}

export const toAnswers = (written: readonly ProjectPoint[]): ReadonlyMap<string, string> =>
  new Map(written.map(({ key, body }) => [key, body]))

/** How the two sides are called; a contractor outside Cauri has only a name. */
export async function readSides(
  db: Db,
  { communeId, startupId, contractor }: Project,
): Promise<{ communeName: string; contractorName: string; names: Map<string, string> }> {
  const ids = [communeId, startupId].filter((id) => id !== null)
  const names = await listOrganisationNames(db, ids)
  return {
    names: new Map(names),
    communeName: names.get(communeId) ?? '',
    contractorName: names.get(startupId ?? '') ?? (contractor || t('Non renseigné')),
  }
}

export interface PointOf {
  readonly prepared: Prepared
  readonly point: Charter['points'][number]
  readonly answer: ProjectPoint
}

export async function loadPoint(
  { projectId, key }: { projectId: string; key: string },
  { db }: Context,
): Promise<PointOf> {
  const prepared = await loadPrepared(db, projectId)
  return {
    prepared,
    point: orNotFound(prepared.charter.points.find((point) => point.key === key)),
    answer: orNotFound(prepared.written.find((answer) => answer.key === key)),
  }
}

export const crumbs = (project: Project) => [
  { label: 'Projets', href: '/espace/projets' },
  { label: project.title, href: `/espace/projets/${project.id}` },
]
