/** A project as everybody may follow it, once it has started: who, how much, milestone by milestone, with what result. */
import { getCommune, listEntriesOfStartup } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { ButtonLink, Notice, Page } from '#web/components/index.tsx'
import { listEvaluations, listIndicators } from './journal.queries.ts'
import { readSides } from './load-project.ts'
import { listMilestones } from './milestone.queries.ts'
import { projectPolicy } from './project.policy.ts'
import { getProjectByReference } from './project.queries.ts'
import type { Evaluation, Indicator, Milestone, Project } from './project.schema.ts'
import {
  EvaluationList,
  IndicatorTable,
  ProjectFacts,
  ProjectPlan,
  ProjectStatusTag,
} from './project-body.view.tsx'

interface Shown {
  readonly project: Project
  readonly milestones: readonly Milestone[]
  readonly indicators: readonly Indicator[]
  /** Shown to everybody only once the project is closed. */
  readonly evaluations: readonly Evaluation[]
  readonly names: ReadonlyMap<string, string>
  readonly communeName: string
  readonly communeSlug: string
  readonly contractorName: string
  /** Of its startup, while it is in the catalogue. */
  readonly startupSlug: string | undefined
}

/** Not kept as a public page: what is late depends on the day it is read. */
export const showProjectPage = page('/projets/:ref', {
  load: ({ ref }, context) => loadShown(ref, context),
  allow: (actor, { project }) => projectPolicy.read(actor, project),
  view: (shown, { actor, now }) => (
    <ShowProject {...shown} now={now} mayOpen={projectPolicy.follow(actor, shown.project)} />
  ),
})

async function loadShown(reference: string, { db }: Context): Promise<Shown> {
  const project = await getProjectByReference(db, reference)
  const isClosed = project.status === 'closed'
  const [entry] = project.startupId ? await listEntriesOfStartup(db, project.startupId) : []
  return {
    ...(await readSides(db, project)),
    project,
    milestones: await listMilestones(db, project.id),
    indicators: await listIndicators(db, project.id),
    evaluations: isClosed ? await listEvaluations(db, project.id) : [],
    communeSlug: (await getCommune(db, project.communeId)).slug,
    startupSlug: entry?.startupSlug,
  }
}

function ShowProject(shown: Shown & { now: Date; mayOpen: boolean }) {
  const { project, milestones, indicators, evaluations, names, now, mayOpen } = shown
  return (
    <Page
      title={project.title}
      description={project.summary.slice(0, 200)}
      breadcrumbs={[{ label: 'Projets', href: '/projets' }]}
    >
      <p class="meta">
        <ProjectStatusTag status={project.status} /> {project.reference}
      </p>
      {project.statusReason && (
        <Notice kind="warning" title="Motif indiqué">
          <p class="prose">{project.statusReason}</p>
        </Notice>
      )}
      <ProjectFacts {...shown} />
      <Links {...shown} />
      <h2>{t('Les jalons')}</h2>
      <ProjectPlan project={project} milestones={milestones} now={now} />
      {indicators.length > 0 && (
        <>
          <h2>{t('Indicateurs')}</h2>
          <IndicatorTable indicators={indicators} />
        </>
      )}
      {evaluations.length > 0 && (
        <>
          <h2>{t('Le bilan des deux parties')}</h2>
          <EvaluationList evaluations={evaluations} names={names} />
        </>
      )}
      {project.status === 'closed' && (
        <p>
          <a href={`/projets/${project.reference}/cloture.pdf`}>{t('Rapport de clôture (PDF)')}</a>{' '}
          <a href={`/projets/${project.reference}/cloture.docx`}>{t('le même dans Word')}</a>
        </p>
      )}
      {mayOpen && (
        <ButtonLink href={`/espace/projets/${project.id}`} kind="quiet">
          Ouvrir le dossier
        </ButtonLink>
      )}
    </Page>
  )
}

function Links({ project, communeName, communeSlug, contractorName, startupSlug }: Shown) {
  return (
    <p>
      <a href={`/communes/${communeSlug}`}>{t('Commune de {name}', { name: communeName })}</a>
      {startupSlug && (
        <>
          {' · '}
          <a href={`/startups/${startupSlug}`}>{contractorName}</a>
        </>
      )}
      {' · '}
      <a href={`/registre/${project.reference}`}>{t('Tout le parcours, au registre public')}</a>
      {' · '}
      <a href={`/donnees/ocds/processus/${project.reference}`}>{t('Ses données (OCDS)')}</a>
    </p>
  )
}
