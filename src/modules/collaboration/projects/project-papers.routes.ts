/** The papers of a project, for whoever may read what they say: the closing report is everybody's. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import {
  type DocumentModel,
  type NewDocument,
  nameCommune,
  paperRoutes,
} from '#platform/documents.ts'
import type { Context, Route } from '#platform/web.ts'
import { listEvaluations, listIndicators } from './journal.queries.ts'
import { loadPrepared, type Prepared, readSides } from './load-project.ts'
import { listMilestones } from './milestone.queries.ts'
import {
  isJudged,
  writeAcceptanceMinutes,
  writeCharter,
  writeClosingReport,
} from './project.paper.ts'
import { projectPolicy } from './project.policy.ts'
import { getProjectByReference } from './project.queries.ts'
import type { Project } from './project.schema.ts'
import { loadMilestone, type MilestoneOf } from './show-milestone.page.tsx'

async function loadSides(db: Db, project: Project) {
  const issuer = await getCommuneIssuer(db, project.communeId)
  return { issuer, ...(await readSides(db, project)) }
}

function ofCommune(
  { communeId, startupId }: Project,
  kind: string,
  subject: NewDocument['subject'],
  model: DocumentModel,
): NewDocument {
  return {
    kind,
    subject,
    issuer: { id: communeId, name: nameCommune(model.issuer.name) },
    readerIds: startupId === null ? [] : [startupId],
    model,
  }
}

const charter = {
  load: ({ projectId }: { projectId: string }, { db }: Context) => loadPrepared(db, projectId),
  allow: (actor: Parameters<typeof projectPolicy.follow>[0], { project }: Prepared) =>
    projectPolicy.follow(actor, project),
  write: async (prepared: Prepared, { db }: Context) => {
    const { project } = prepared
    const model = writeCharter(prepared, await loadSides(db, project))
    return ofCommune(project, 'charter', { kind: 'project', id: project.id }, model)
  },
}

const minutes = {
  load: loadMilestone,
  allow: (actor: Parameters<typeof projectPolicy.follow>[0], subject: MilestoneOf) =>
    projectPolicy.follow(actor, subject.project) && isJudged(subject.milestone),
  write: async (subject: MilestoneOf, { db }: Context) => {
    const { project, milestone } = subject
    const model = writeAcceptanceMinutes(subject, await loadSides(db, project))
    const about = { kind: 'milestone', id: milestone.id }
    return ofCommune(project, 'acceptanceMinutes', about, model)
  },
}

const closing = {
  load: ({ ref }: { ref: string }, { db }: Context) => getProjectByReference(db, ref),
  allow: (_: unknown, project: Project) => project.status === 'closed',
  write: async (project: Project, { db }: Context) => {
    const sides = await loadSides(db, project)
    const closed = {
      project,
      names: sides.names,
      milestones: await listMilestones(db, project.id),
      indicators: await listIndicators(db, project.id),
      evaluations: await listEvaluations(db, project.id),
    }
    const about = { kind: 'project', id: project.id }
    const paper = ofCommune(project, 'closingReport', about, writeClosingReport(closed, sides))
    return { ...paper, isPublic: true }
  },
}

export const projectPaperRoutes: Route[] = [
  ...paperRoutes('/espace/projets/:projectId/charte', charter),
  ...paperRoutes('/espace/jalons/:milestoneId/recette', minutes),
  ...paperRoutes('/projets/:ref/cloture', closing),
]
