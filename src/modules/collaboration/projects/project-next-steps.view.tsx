/** What is still missing before a project starts, and what each reader may do next. */
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { ActionButton, Actions, ButtonLink, Notice, ScoreMeter } from '#web/components/index.tsx'
import { type Prepared, toAnswers } from './load-project.ts'
import { areAllAccepted, haveBothEvaluated } from './project.actions.ts'
import { projectPolicy } from './project.policy.ts'
import type { Evaluation, Project } from './project.schema.ts'
import {
  listEmptyMandatoryPoints,
  listPlanGaps,
  type PlanGap,
  scoreCharter,
} from './project-completeness.rules.ts'

export function ProjectGaps({ prepared }: { prepared: Prepared }) {
  const { project, charter, written, milestones } = prepared
  if (project.status !== 'preparing') return null
  const answers = toAnswers(written)
  const empty = listEmptyMandatoryPoints(charter.points, answers)
  const gaps = listPlanGaps(milestones)
  const base = `/espace/projets/${project.id}`
  return (
    <section>
      <ScoreMeter score={scoreCharter(charter.points, answers)} label="Charte écrite" />
      {empty.length + gaps.length > 0 && (
        <Notice kind="info" title="Avant de démarrer">
          <ul>
            {gaps.map((gap) => (
              <li key={gap.kind}>{describeGap(gap)}</li>
            ))}
            {empty.map(({ key, title }) => (
              <li key={key}>
                <a href={`${base}/charte/${key}`}>{title}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  )
}

function describeGap(gap: PlanGap): string {
  if (gap.kind === 'noMilestone') return t('Fixez au moins un jalon.')
  const { total } = gap
  return gap.kind === 'weights'
    ? t('Les parts du travail font {total} % en tout, au lieu de 100 %.', { total })
    : t('Les parts de paiement font {total} % en tout, au lieu de 100 %.', { total })
}

interface Props {
  readonly prepared: Prepared
  readonly evaluations: readonly Evaluation[]
  readonly actor: Actor
}

export function ProjectNextSteps(props: Props) {
  const { project } = props.prepared
  if (project.status === 'preparing') return <Preparing {...props} />
  if (project.status === 'running') return <Running {...props} />
  return project.status === 'suspended' ? <Suspended {...props} /> : null
}

const baseOf = ({ id }: Project) => `/espace/projets/${id}`

function Preparing({ prepared, actor }: Props) {
  const { project, charter, written, milestones } = prepared
  const base = baseOf(project)
  const [empty] = listEmptyMandatoryPoints(charter.points, toAnswers(written))
  const isReady = empty === undefined && listPlanGaps(milestones).length === 0
  const mayEdit = projectPolicy.edit(actor, project)
  const next = empty?.key ?? charter.points[0]?.key ?? ''
  return (
    <Actions>
      {isReady && projectPolicy.start(actor, project) && (
        <ActionButton
          action={`${base}/demarrer`}
          label="Démarrer le projet"
          kind="primary"
          confirm="La charte et les jalons ne changeront plus, et le projet devient public."
        />
      )}
      {mayEdit && <ButtonLink href={`${base}/charte/${next}`}>Écrire la charte</ButtonLink>}
      {mayEdit && (
        <ButtonLink href={`${base}/jalons`} kind="quiet">
          Fixer les jalons
        </ButtonLink>
      )}
      {mayEdit && (
        <ButtonLink href={`${base}/presentation`} kind="quiet">
          Présenter le projet
        </ButtonLink>
      )}
      <Abandon project={project} actor={actor} />
    </Actions>
  )
}

function Running({ prepared, evaluations, actor }: Props) {
  const { project, milestones } = prepared
  const base = baseOf(project)
  const isDone = areAllAccepted(milestones)
  return (
    <>
      {isDone && !haveBothEvaluated(project, evaluations) && (
        <Notice kind="success" title="Tous les jalons sont acceptés">
          <p>{t('Chaque partie écrit son évaluation, puis la commune clôt le projet.')}</p>
        </Notice>
      )}
      <Actions>
        {isDone &&
          haveBothEvaluated(project, evaluations) &&
          projectPolicy.close(actor, project) && (
            <ActionButton
              action={`${base}/clore`}
              label="Clore le projet"
              kind="primary"
              confirm="Les évaluations deviennent publiques, et la commune paraît parmi celles qui utilisent la solution."
            />
          )}
        {isDone && projectPolicy.evaluate(actor, project) && (
          <ButtonLink href={`${base}/evaluation`}>Évaluer le projet</ButtonLink>
        )}
        {projectPolicy.suspend(actor, project) && (
          <ButtonLink href={`${base}/suspendre`} kind="quiet">
            Suspendre
          </ButtonLink>
        )}
        <Abandon project={project} actor={actor} />
      </Actions>
    </>
  )
}

function Suspended({ prepared, actor }: Props) {
  const { project } = prepared
  return (
    <Actions>
      {projectPolicy.resume(actor, project) && (
        <ActionButton
          action={`${baseOf(project)}/reprendre`}
          label="Reprendre le projet"
          kind="primary"
        />
      )}
      <Abandon project={project} actor={actor} />
    </Actions>
  )
}

function Abandon({ project, actor }: { project: Project; actor: Actor }) {
  if (!projectPolicy.abandon(actor, project)) return null
  return (
    <ButtonLink href={`${baseOf(project)}/abandonner`} kind="quiet">
      Abandonner
    </ButtonLink>
  )
}
