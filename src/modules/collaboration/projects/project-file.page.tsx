/** The file of a project for its two sides: where it stands, what is missing, what to do next, and everything written. */

import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { Notice, Page, Tabs, Timeline } from '#web/components/index.tsx'
import { PointSteps } from './edit-point.page.tsx'
import { listEvaluations, listIndicators } from './journal.queries.ts'
import { loadPrepared, type Prepared, readSides } from './load-project.ts'
import { haveBothEvaluated } from './project.actions.ts'
import { projectStepLabels } from './project.labels.ts'
import { projectPolicy } from './project.policy.ts'
import type { Evaluation, Indicator, Project } from './project.schema.ts'
import type { ProjectStep } from './project.workflow.ts'
import {
  EvaluationList,
  IndicatorTable,
  ProjectFacts,
  ProjectPlan,
  ProjectStatusTag,
} from './project-body.view.tsx'
import { ProjectGaps, ProjectNextSteps } from './project-next-steps.view.tsx'

interface File {
  readonly prepared: Prepared
  readonly indicators: readonly Indicator[]
  readonly evaluations: readonly Evaluation[]
  readonly events: readonly HistoryLine[]
  readonly names: ReadonlyMap<string, string>
  readonly communeName: string
  readonly contractorName: string
}

export const projectFilePage = page('/espace/projets/:projectId', {
  load: ({ projectId }, context) => loadFile(projectId, context),
  allow: (actor, { prepared }) => projectPolicy.follow(actor, prepared.project),
  view: (file, { actor, now }) => <ProjectFile {...file} actor={actor} now={now} />,
})

async function loadFile(projectId: string, { db }: Context): Promise<File> {
  const prepared = await loadPrepared(db, projectId)
  const events = await listHistory(db, 'collaboration.projectEvent', { projectId })
  const acting = events.map(({ organisationId }) => organisationId).filter((id) => id !== null)
  const sides = await readSides(db, prepared.project)
  const others = await listOrganisationNames(db, acting)
  return {
    ...sides,
    prepared,
    events,
    names: new Map([...others, ...sides.names]),
    indicators: await listIndicators(db, projectId),
    evaluations: await listEvaluations(db, projectId),
  }
}

export function ProjectTabs({ project, current }: { project: Project; current: string }) {
  const base = `/espace/projets/${project.id}`
  const tabs = [
    { label: 'Dossier', href: base },
    { label: 'Journal', href: `${base}/journal` },
    { label: 'Messages', href: `${base}/messages` },
    { label: 'Indicateurs', href: `${base}/indicateurs` },
  ]
  return (
    <Tabs
      label="Les parties du projet"
      tabs={tabs.map((tab) => ({ ...tab, current: tab.href === `${base}${current}` }))}
    />
  )
}

function ProjectFile(file: File & { actor: Actor; now: Date }) {
  const { prepared, events, names, actor, now } = file
  const { project, milestones } = prepared
  return (
    <Page
      title={project.title}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Projets', href: '/espace/projets' },
      ]}
    >
      <p class="meta">
        <ProjectStatusTag status={project.status} /> {project.reference}
        {project.startedAt && (
          <>
            {' '}
            <a href={`/projets/${project.reference}`}>{t('Voir la page publique')}</a>
          </>
        )}
      </p>
      <ProjectTabs project={project} current="" />
      {project.statusReason && (
        <Notice kind="warning" title="Motif indiqué">
          <p class="prose">{project.statusReason}</p>
        </Notice>
      )}
      <ProjectGaps prepared={prepared} />
      <ProjectNextSteps {...file} />
      <ProjectFacts {...file} project={project} />
      <h2>{t('Les jalons')}</h2>
      <ProjectPlan
        project={project}
        milestones={milestones}
        now={now}
        hrefOf={({ id }) => `/espace/jalons/${id}`}
      />
      <Outcome {...file} />
      <CharterOf prepared={prepared} mayEdit={projectPolicy.edit(actor, project)} />
      <h2>{t('Historique')}</h2>
      <Timeline events={events.map((event) => toTimelineEvent(event, names))} />
    </Page>
  )
}

function Outcome({ prepared, indicators, evaluations, names, actor }: File & { actor: Actor }) {
  const { project } = prepared
  const isShown = haveBothEvaluated(project, evaluations)
  const own = evaluations.filter(
    ({ organisationId }) => isShown || organisationId === actor.organisation?.id,
  )
  return (
    <>
      {indicators.length > 0 && (
        <>
          <h2>{t('Indicateurs')}</h2>
          <IndicatorTable indicators={indicators} />
        </>
      )}
      {own.length > 0 && (
        <>
          <h2>{t('Évaluations')}</h2>
          <EvaluationList evaluations={own} names={names} />
        </>
      )}
    </>
  )
}

function CharterOf({ prepared, mayEdit }: { prepared: Prepared; mayEdit: boolean }) {
  const { project, charter, written } = prepared
  const { number } = charter.version
  return (
    <>
      <h2>{t('La charte')}</h2>
      <p class="meta">
        <a href={`/projets/points/${number}`}>
          {t('Principaux points, version {number}', { number })}
        </a>
        {' · '}
        <a href={`/espace/projets/${project.id}/charte.pdf`}>{t('Charte (PDF)')}</a>
        {' · '}
        <a href={`/espace/projets/${project.id}/charte.docx`}>{t('Charte (Word)')}</a>
      </p>
      {mayEdit ? (
        <PointSteps prepared={prepared} />
      ) : (
        charter.points.map(({ key, title }) => (
          <section key={key}>
            <h3>{title}</h3>
            <p class="prose">{written.find((answer) => answer.key === key)?.body || '—'}</p>
          </section>
        ))
      )}
    </>
  )
}

function toTimelineEvent(event: HistoryLine, names: ReadonlyMap<string, string>) {
  return {
    at: event.occurredAt,
    title: projectStepLabels[event.step as ProjectStep] ?? event.step,
    by: names.get(event.organisationId ?? ''),
    text: event.reason,
  }
}
