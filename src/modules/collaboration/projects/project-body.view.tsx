/** A project as text: the same on its public page and in the file of its two sides. */
import { formatDate, formatMoney, formatNumber, formatShortDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  DefinitionList,
  ScoreMeter,
  Stars,
  Table,
  Tag,
  TimelineDrawing,
} from '#web/components/index.tsx'
import { describeState } from './milestone-state.rules.ts'
import { listPayments, measureProgress } from './plan.rules.ts'
import { milestoneStatusLabels, projectStatusLabels } from './project.labels.ts'
import type { Evaluation, Indicator, Milestone, Project } from './project.schema.ts'

export function ProjectStatusTag({ status }: Pick<Project, 'status'>) {
  const { label, tone } = projectStatusLabels[status]
  return <Tag tone={tone}>{label}</Tag>
}

interface Facts {
  readonly project: Project
  readonly communeName: string
  readonly contractorName: string
}

export function ProjectFacts({ project, communeName, contractorName }: Facts) {
  const { summary, amount, startsOn, endsOn, startedAt, closedAt } = project
  return (
    <>
      {summary && <p class="prose">{summary}</p>}
      <DefinitionList
        items={[
          { term: 'Commune', value: communeName },
          { term: 'Réalisé par', value: contractorName },
          { term: 'Montant', value: amount > 0 ? formatMoney(amount) : null },
          { term: 'Début prévu', value: startsOn && formatDate(startsOn) },
          { term: 'Fin prévue', value: endsOn && formatDate(endsOn) },
          { term: 'Démarré le', value: startedAt && formatDate(startedAt) },
          ...(closedAt ? [{ term: 'Terminé le', value: formatDate(closedAt) }] : []),
        ]}
      />
    </>
  )
}

interface Plan {
  readonly project: Project
  readonly milestones: readonly Milestone[]
  readonly now: Date
  /** Where each milestone is worked on; the public has no such page. */
  readonly hrefOf?: (milestone: Milestone) => string
}

/** The plan drawn and told: the drawing and the table say the same. */
export function ProjectPlan({ project, milestones, now, hrefOf }: Plan) {
  if (milestones.length === 0) return <p>{t('Aucun jalon n’est encore fixé.')}</p>
  const today = toDay(now)
  const startsOn = project.startsOn ?? toDay(project.startedAt ?? project.createdAt)
  return (
    <>
      {project.startedAt && (
        <ScoreMeter score={measureProgress(milestones)} label="Avancement, en part du travail" />
      )}
      <TimelineDrawing
        label="Les jalons dans le temps, décrits dans le tableau qui suit"
        startsOn={startsOn}
        today={today}
        stages={milestones.map((milestone) => ({
          name: milestone.title,
          dueOn: milestone.dueOn,
          ...describeState(milestone, today),
        }))}
      />
      <Table
        caption="Les jalons"
        isCaptionHidden
        columns={columns}
        rows={listPayments(project.amount, milestones).map((one) => toRow(one, today, hrefOf))}
      />
    </>
  )
}

const columns = [
  { key: 'title', label: 'Jalon' },
  { key: 'due', label: 'Échéance' },
  { key: 'weight', label: 'Part du travail', numeric: true },
  { key: 'payment', label: 'Paiement', numeric: true },
  { key: 'status', label: 'État' },
]

function toRow(
  milestone: Milestone & { readonly payment: number },
  today: string,
  hrefOf: Plan['hrefOf'],
) {
  const { title, position, dueOn, weight, payment, paidOn, paidAmount, status } = milestone
  const shown = `${position}. ${title}`
  const { stateLabel, state } = describeState(milestone, today)
  const tone = state === 'late' ? 'warning' : milestoneStatusLabels[status].tone
  return {
    title: hrefOf ? <a href={hrefOf(milestone)}>{shown}</a> : shown,
    due: formatShortDate(dueOn),
    weight: `${weight} %`,
    payment:
      paidOn === null
        ? formatMoney(payment)
        : t('{amount}, payé le {date}', {
            amount: formatMoney(paidAmount ?? 0),
            date: formatShortDate(paidOn),
          }),
    status: <Tag tone={tone}>{stateLabel}</Tag>,
  }
}

const measureColumns = [
  { key: 'label', label: 'Indicateur' },
  { key: 'before', label: 'Avant', numeric: true },
  { key: 'target', label: 'Cible', numeric: true },
  { key: 'after', label: 'Après', numeric: true },
  { key: 'measuredOn', label: 'Mesuré le' },
]

export function IndicatorTable({ indicators }: { indicators: readonly Indicator[] }) {
  if (indicators.length === 0) return <p>{t('Aucun indicateur n’est encore écrit.')}</p>
  return (
    <Table
      caption="Indicateurs avant, cible et après"
      isCaptionHidden
      columns={measureColumns}
      rows={indicators.map(({ label, unit, before, target, after, measuredOn }) => ({
        label: unit ? `${label} (${unit})` : label,
        before: formatMeasure(before),
        target: formatMeasure(target),
        after: formatMeasure(after),
        measuredOn: measuredOn ? formatShortDate(measuredOn) : '—',
      }))}
    />
  )
}

function formatMeasure(value: number | null): string {
  return value === null ? '—' : formatNumber(value)
}

export function EvaluationList({
  evaluations,
  names,
}: {
  evaluations: readonly Evaluation[]
  names: ReadonlyMap<string, string>
}) {
  return evaluations.map(({ organisationId, stars, achieved, toImprove }) => (
    <section key={organisationId}>
      <h3>{names.get(organisationId)}</h3>
      <p>
        <Stars value={stars} />
      </p>
      <p class="prose">
        <b>{t('Ce qui est atteint.')}</b> {achieved}
      </p>
      <p class="prose">
        <b>{t('Ce qui est à améliorer.')}</b> {toImprove}
      </p>
    </section>
  ))
}
