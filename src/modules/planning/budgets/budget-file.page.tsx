/** A budget's file, for its commune and the association: where it stands, its lines, its votes, its history. */
import { type Commune, getCommune } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { EmptyState, Notice, Page } from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { budgetStepLabels } from './budget.labels.ts'
import { budgetPolicy } from './budget.policy.ts'
import { getBudget, getGuidanceInForce, listLinesOf, listVotes } from './budget.queries.ts'
import type { BudgetVote } from './budget.schema.ts'
import { BudgetActs } from './budget-acts.view.tsx'
import { type BudgetFigures, BudgetLines, BudgetSummary, BudgetTag } from './budget-body.view.tsx'
import { sumExecution } from './budget-figures.rules.ts'
import { type DayTotal, listExecution, listRecordings } from './execution.queries.ts'
import { RecordingList, VoteList } from './vote-list.view.tsx'

interface BudgetFile extends BudgetFigures {
  readonly commune: Commune
  readonly votes: readonly BudgetVote[]
  readonly recordings: readonly DayTotal[]
  readonly events: readonly HistoryLine[]
  readonly organisations: ReadonlyMap<string, string>
  readonly isOver: boolean
}

export const budgetFilePage = page('/espace/budgets/:budgetId', {
  load: ({ budgetId }: { budgetId: string }, context) => loadFile(budgetId, context),
  allow: (actor, { budget }) => budgetPolicy.follow(actor, budget),
  view: (file, { actor }) => <ShowBudget {...file} actor={actor} />,
})

async function loadFile(budgetId: string, { db, now }: Context): Promise<BudgetFile> {
  const budget = await getBudget(db, budgetId)
  const commune = await getCommune(db, budget.communeId)
  const events = await listHistory(db, 'planning.budgetEvent', { budgetId })
  return {
    budget,
    commune,
    lines: await listLinesOf(db, budgetId, budget.currentVersion),
    execution: await listExecution(db, budgetId),
    guidance: await getGuidanceInForce(db, commune.category as never, `${budget.year}-01-01`),
    votes: await listVotes(db, budgetId),
    recordings: await listRecordings(db, budgetId),
    events,
    organisations: await listOrganisationNames(
      db,
      events.flatMap(({ organisationId }) => organisationId ?? []),
    ),
    isOver: toDay(now) > `${budget.year}-12-31`,
  }
}

function ShowBudget(props: BudgetFile & { actor: Actor }) {
  const { budget, commune, lines, execution, votes, events, organisations, actor } = props
  const base = `/espace/budgets/${budget.id}`
  return (
    <Page
      wide
      title={t('Budget numérique {year}', { year: String(budget.year) })}
      kicker={`${commune.name} · ${budget.reference}`}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Budgets numériques', href: '/espace/budgets' },
      ]}
    >
      <p class="meta">
        <BudgetTag budget={budget} />{' '}
        {budgetPolicy.readPublic(actor, budget) && (
          <a href={`/communes/${commune.slug}/budget-numerique`}>{t('Voir la page publique')}</a>
        )}
      </p>
      {budget.statusReason && (
        <Notice kind="info" title="Motif indiqué">
          <p class="prose">{budget.statusReason}</p>
        </Notice>
      )}
      <Overspent lines={lines} execution={execution} />
      <BudgetActs budget={budget} actor={actor} hasLines={lines.length > 0} isOver={props.isOver} />
      <BudgetSummary {...props} />
      <h2>{t('Les lignes')}</h2>
      <Lines {...props} />
      {lines.length > 0 && <Papers base={base} />}
      <VoteList votes={votes} />
      <RecordingList recordings={props.recordings} />
      <StepHistory
        lines={events}
        labels={budgetStepLabels}
        by={({ organisationId }) => organisations.get(organisationId ?? '')}
      />
    </Page>
  )
}

function Lines({ budget, lines, execution, actor }: BudgetFile & { actor: Actor }) {
  if (lines.length === 0)
    return (
      <EmptyState title="Aucune ligne">
        <p>{t('Reprenez les actions du plan en vigueur, ou ajoutez une ligne.')}</p>
      </EmptyState>
    )
  return (
    <BudgetLines
      lines={lines}
      execution={execution}
      {...(budgetPolicy.edit(actor, budget) && {
        editHref: ({ id }) => `/espace/budgets/${budget.id}/lignes/${id}`,
      })}
    />
  )
}

function Papers({ base }: { base: string }) {
  return (
    <p>
      <a href={`${base}/simulation`}>{t('Et si l’enveloppe change ?')}</a>
      <br />
      {t('L’annexe numérique du budget :')} <a href={`${base}/annexe.pdf`}>PDF</a>{' '}
      <a href={`${base}/annexe.docx`}>Word</a> <a href={`${base}/annexe.xlsx`}>Excel</a>{' '}
      <a href={`${base}/annexe.csv`}>CSV</a>
    </p>
  )
}

/** Committed beyond the vote: said, and what to do. */
function Overspent({ lines, execution }: Pick<BudgetFigures, 'lines' | 'execution'>) {
  const { over } = sumExecution(lines, execution)
  if (over.length === 0) return null
  return (
    <Notice kind="warning" title="Des engagements dépassent le vote">
      <p>
        {t('Lignes concernées : {lines}. Une décision modificative les régularise.', {
          lines: over.map(({ number, label }) => `${number}. ${label}`).join(' ; '),
        })}
      </p>
    </Notice>
  )
}
