/** A commune's digital budgets, for everybody: what was voted and what was spent, year by year. */
import { type Commune, getCommuneBySlug } from '#modules/directory/index.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { BarChart, EmptyState, Money, Page, Table } from '#web/components/index.tsx'
import { listLinesOf, listPublicBudgets, versionInForce } from './budget.queries.ts'
import type { Budget, BudgetFigure, BudgetLine } from './budget.schema.ts'
import { BudgetLines } from './budget-body.view.tsx'
import { totalOf } from './budget-figures.rules.ts'
import { formatShare } from './budget-words.ts'
import { listExecution } from './execution.queries.ts'
import { listFiguresOf } from './figure.queries.ts'

interface PublicBudget {
  readonly commune: Commune
  readonly figures: readonly BudgetFigure[]
  /** The newest that was voted, in full. */
  readonly latest: { budget: Budget; lines: readonly BudgetLine[] } | null
  readonly execution: Awaited<ReturnType<typeof listExecution>>
}

export const publicBudgetPage = page('/communes/:slug/budget-numerique', {
  load: loadBudget,
  allow: everyone,
  isPublic: true,
  view: (budget) => <ShowPublicBudget {...budget} />,
})

async function loadBudget({ slug }: { slug: string }, { db }: Context): Promise<PublicBudget> {
  const commune = await getCommuneBySlug(db, slug)
  const [budget] = await listPublicBudgets(db, commune.id)
  return {
    commune,
    figures: await listFiguresOf(db, commune.id),
    latest: budget
      ? { budget, lines: await listLinesOf(db, budget.id, versionInForce(budget)) }
      : null,
    execution: budget ? await listExecution(db, budget.id) : new Map(),
  }
}

function ShowPublicBudget({ commune, figures, latest, execution }: PublicBudget) {
  return (
    <Page
      wide
      title={t('Budget numérique de {commune}', { commune: commune.name })}
      lead="Ce que le conseil a voté pour le numérique, et ce qui en a été dépensé."
      breadcrumbs={[
        { label: 'Communes', href: '/communes' },
        { label: commune.name, href: `/communes/${commune.slug}` },
      ]}
    >
      {latest === null ? (
        <EmptyState title="Aucun budget numérique voté">
          <p>{t('Un budget devient public quand la commune a enregistré son vote.')}</p>
        </EmptyState>
      ) : (
        <>
          <FigureTable figures={figures} />
          <h2>{t('Les lignes de {year}', { year: String(latest.budget.year) })}</h2>
          <BudgetLines lines={latest.lines} execution={execution} />
        </>
      )}
      <p>
        <a href="/budgets-numeriques">{t('Comparer les communes')}</a>
      </p>
    </Page>
  )
}

export function FigureTable({ figures }: { figures: readonly BudgetFigure[] }) {
  const oldestFirst = [...figures].reverse()
  return (
    <>
      <BarChart
        title="Budget numérique voté par année"
        legend={['Investissement', 'Fonctionnement']}
        bars={oldestFirst.map(({ year, investment, running }) => ({
          label: String(year),
          parts: [investment, running],
        }))}
        format={formatMoney}
      />
      <Table
        caption="Voté, engagé et payé par année"
        columns={[
          { key: 'year', label: 'Année' },
          { key: 'investment', label: 'Investissement', numeric: true },
          { key: 'running', label: 'Fonctionnement', numeric: true },
          { key: 'share', label: 'Part du budget', numeric: true },
          { key: 'committed', label: 'Engagé', numeric: true },
          { key: 'paid', label: 'Payé', numeric: true },
        ]}
        rows={figures.map(toRow)}
      />
    </>
  )
}

function toRow(figure: BudgetFigure) {
  const { year, investment, running, committed, paid, asOf } = figure
  const whole = totalOf(figure)
  return {
    year: String(year),
    investment: <Money amount={investment} />,
    running: <Money amount={running} />,
    share: whole ? formatShare(((investment + running) * 1000) / whole) : '—',
    committed: asOf ? <Money amount={committed} /> : '—',
    paid: asOf ? (
      <>
        <Money amount={paid} />{' '}
        <span class="meta">{t('au {date}', { date: formatDate(asOf) })}</span>
      </>
    ) : (
      '—'
    ),
  }
}
