/** The whole budget of the commune: without it, no share of digital can be known. */
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Hidden, MoneyField, Page } from '#web/components/index.tsx'
import { holdEditable, saveTotals } from './budget.actions.ts'
import { budgetPolicy } from './budget.policy.ts'
import { getBudget } from './budget.queries.ts'
import { type Budget, BudgetTotals } from './budget.schema.ts'

export const editTotalsPage = form('/espace/budgets/:budgetId/totaux', {
  load: ({ budgetId }: { budgetId: string }, { db }: Context) => getBudget(db, budgetId),
  allow: budgetPolicy.edit,
  input: BudgetTotals,
  initial: (budget) => ({ ...budget }),
  invalid: (budget, submission) => <EditTotals budget={budget} {...submission} />,
  valid: async (budget, totals, context) => {
    await holdEditable(context, budget.id)
    if (!(await saveTotals(context, budget, totals))) return refuse({ form: changedMeanwhile })
    return seeOther(`/espace/budgets/${budget.id}`, 'Les montants sont enregistrés.')
  },
})

export const changedMeanwhile =
  'Quelqu’un a modifié ceci pendant que vous écriviez. Votre saisie est gardée ci-dessous : comparez-la avec ce qui est enregistré, puis enregistrez de nouveau.'

function EditTotals({ budget, values, errors }: Submission<BudgetTotals> & { budget: Budget }) {
  const back = `/espace/budgets/${budget.id}`
  return (
    <Page
      title="Budget entier de la commune"
      lead="Tous services confondus, tel qu’il est ou sera voté. Il sert à connaître la part du numérique."
      errors={errors}
      breadcrumbs={[{ label: `Budget ${budget.year}`, href: back }]}
    >
      <Form
        action={`${back}/totaux`}
        submit="Enregistrer"
        secondary={{ label: 'Annuler', href: back }}
      >
        <Hidden name="version" value={values.version ?? String(budget.version)} />
        <MoneyField
          name="totalInvestment"
          label="Investissement, tous services"
          value={values.totalInvestment}
          error={errors.totalInvestment}
          required={false}
        />
        <MoneyField
          name="totalRunning"
          label="Fonctionnement, tous services"
          value={values.totalRunning}
          error={errors.totalRunning}
          required={false}
        />
      </Form>
    </Page>
  )
}
