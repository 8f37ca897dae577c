/** The digital budgets of the commune acted for: a year is opened here, and all of them are seen together. */
import { z } from 'zod'
import { getOrganisationId, worksForA } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { ButtonLink, EmptyState, Form, Page, Select, Table } from '#web/components/index.tsx'
import { listPlansInForceOf } from '../plans/plan.queries.ts'
import { listFundingSources } from './account.queries.ts'
import { openBudget } from './budget.actions.ts'
import { mayDraftBudgets } from './budget.policy.ts'
import { listBudgets, sumByYear } from './budget.queries.ts'
import { type Budget, type FundingSource, listYears } from './budget.schema.ts'
import { BudgetTag } from './budget-body.view.tsx'
import { partOf } from './plan-lines.rules.ts'
import { forecastYears, gatherYears, type YearRow } from './years.rules.ts'
import { Years } from './years.view.tsx'

const Input = z.object({ year: fields.integer(2015, 2100) })

interface Listing {
  readonly budgets: readonly Budget[]
  readonly rows: readonly YearRow[]
  readonly sources: readonly FundingSource[]
  readonly years: readonly number[]
}

export const myBudgetsPage = form('/espace/budgets', {
  load: (_, context) => loadListing(context),
  allow: mayDraftBudgets,
  input: Input,
  initial: (_, { now }) => ({ year: Number(toDay(now).slice(0, 4)) + 1 }),
  invalid: (listing, submission) => <MyBudgets {...listing} {...submission} />,
  valid: async ({ years }, { year }, context) => {
    if (!years.includes(year)) return refuse({ year: 'Choisissez une des années proposées' })
    const budget = await openBudget(context, getOrganisationId(context.actor), year)
    return seeOther(`/espace/budgets/${budget.id}`)
  },
})

async function loadListing({ db, actor, now }: Context): Promise<Listing> {
  const years = listYears(Number(toDay(now).slice(0, 4)))
  const communeId = actor.organisation?.id
  if (communeId === undefined || (!worksForA(actor, 'commune') && actor.role !== 'drafter'))
    return { budgets: [], rows: [], sources: [], years }
  const rows = gatherYears(await sumByYear(db, communeId))
  return {
    budgets: await listBudgets(db, communeId),
    rows: [...rows, ...(await forecast(db, communeId, rows))].sort((a, b) => a.year - b.year),
    sources: await listFundingSources(db),
    years,
  }
}

async function forecast(db: Context['db'], communeId: string, known: readonly YearRow[]) {
  const plans = (await listPlansInForceOf(db, communeId)).map((full) => ({
    actions: full.actions,
    from: full.plan.firstYear,
    to: full.plan.firstYear + full.plan.years - 1,
    part: partOf(full, communeId),
  }))
  return forecastYears(plans, known)
}

function MyBudgets(props: Listing & Submission<z.infer<typeof Input>>) {
  const { budgets, rows, sources, years, values, errors } = props
  const opened = budgets.map(({ year }) => year)
  return (
    <Page
      wide
      title="Budgets numériques"
      lead="Ce que la commune donne au numérique, ligne par ligne : préparé, voté, dépensé."
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <BudgetList budgets={budgets} />
      <h2>{t('Ouvrir un budget')}</h2>
      <Form action="/espace/budgets" submit="Ouvrir">
        <Select
          name="year"
          label="Année"
          options={years
            .filter((year) => !opened.includes(year))
            .map((year) => ({ value: String(year), label: String(year) }))}
          value={values.year}
          error={errors.year}
        />
      </Form>
      {rows.length > 0 && <Years rows={rows} sources={sources} />}
    </Page>
  )
}

function BudgetList({ budgets }: Pick<Listing, 'budgets'>) {
  if (budgets.length === 0)
    return (
      <EmptyState title="Aucun budget numérique">
        <p>{t('Ouvrez celui de l’année que vous préparez. Les actions du plan le rempliront.')}</p>
      </EmptyState>
    )
  return (
    <>
      <Table
        caption="Budgets numériques"
        isCaptionHidden
        columns={[
          { key: 'year', label: 'Année' },
          { key: 'reference', label: 'Référence' },
          { key: 'status', label: 'État' },
        ]}
        rows={budgets.map((budget) => ({
          year: <a href={`/espace/budgets/${budget.id}`}>{String(budget.year)}</a>,
          reference: budget.reference,
          status: <BudgetTag budget={budget} />,
        }))}
      />
      <p>
        <ButtonLink href="/budgets-numeriques" kind="quiet">
          Comparer avec d’autres communes
        </ButtonLink>
      </p>
    </>
  )
}
