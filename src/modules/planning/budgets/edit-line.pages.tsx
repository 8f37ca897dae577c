/** One line of a budget: added, or changed. */

import { orNotFound } from '#platform/errors.ts'
import { formatMoney } from '#platform/format.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Form,
  Hidden,
  MoneyField,
  Page,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { listAccounts, listFundingSources } from './account.queries.ts'
import { sectionOptions } from './budget.labels.ts'
import { budgetPolicy } from './budget.policy.ts'
import { getBudget, listLinesOf } from './budget.queries.ts'
import {
  type Account,
  type Budget,
  type BudgetLine,
  type FundingSource,
  LineInput,
} from './budget.schema.ts'
import { addLine, saveLine } from './budget-line.actions.ts'
import { changedMeanwhile } from './edit-totals.page.tsx'
import { isValidIn } from './validity.rules.ts'

interface Editing {
  readonly budget: Budget
  readonly accounts: readonly Account[]
  readonly sources: readonly FundingSource[]
}

async function loadEditing({ budgetId }: { budgetId: string }, { db }: Context): Promise<Editing> {
  const budget = await getBudget(db, budgetId)
  const isUsable = (one: Account | FundingSource) => isValidIn(budget.year, one)
  return {
    budget,
    accounts: (await listAccounts(db)).filter(isUsable),
    sources: (await listFundingSources(db)).filter(isUsable),
  }
}

interface EditingLine extends Editing {
  readonly line: BudgetLine
}

async function loadLine(
  params: { budgetId: string; lineId: string },
  context: Context,
): Promise<EditingLine> {
  const editing = await loadEditing(params, context)
  const { id, currentVersion } = editing.budget
  const lines = await listLinesOf(context.db, id, currentVersion)
  return { ...editing, line: orNotFound(lines.find((line) => line.id === params.lineId)) }
}

/** What was offered: a heading or a source that the year does not know is refused. */
function checkChoices({ accounts, sources, budget }: Editing, input: LineInput) {
  const errors: Record<string, string> = {}
  if (!accounts.some(({ id }) => id === input.accountId))
    errors.accountId = 'Ce compte n’existe pas, ou ne vaut pas pour cette année'
  if (!sources.some(({ code }) => code === input.sourceCode))
    errors.sourceCode = `Cette source ne vaut pas pour ${budget.year}`
  const whole = input.section === 'investment' ? budget.totalInvestment : budget.totalRunning
  if (whole !== null && input.amount > whole)
    errors.amount = `Ce montant dépasse toute la section de la commune (${formatMoney(whole)}) : vérifiez l’unité`
  return errors
}

export const addLinePage = form('/espace/budgets/:budgetId/lignes/nouvelle', {
  load: loadEditing,
  allow: (actor, { budget }) => budgetPolicy.edit(actor, budget),
  input: LineInput,
  initial: () => ({ version: 0 }),
  invalid: (editing, submission) => <EditLine {...editing} {...submission} />,
  valid: async (editing, input, context) => {
    const problems = checkChoices(editing, input)
    if (Object.keys(problems).length > 0) return refuse(problems)
    await addLine(context, editing.budget.id, input)
    return seeOther(`/espace/budgets/${editing.budget.id}`, 'La ligne est ajoutée.')
  },
})

export const editLinePage = form('/espace/budgets/:budgetId/lignes/:lineId', {
  load: loadLine,
  allow: (actor, { budget }) => budgetPolicy.edit(actor, budget),
  input: LineInput,
  initial: ({ line }) => ({ ...line }),
  invalid: (editing, submission) => <EditLine {...editing} {...submission} />,
  valid: async (editing, input, context) => {
    const problems = checkChoices(editing, input)
    if (Object.keys(problems).length > 0) return refuse(problems)
    if (!(await saveLine(context, editing.line, input))) return refuse({ form: changedMeanwhile })
    return seeOther(`/espace/budgets/${editing.budget.id}`, 'La ligne est enregistrée.')
  },
})

type Props = Editing & Partial<EditingLine> & Submission<LineInput>

function EditLine(props: Props) {
  const { budget, line, values, errors } = props
  const back = `/espace/budgets/${budget.id}`
  const address = `${back}/lignes/${line?.id ?? 'nouvelle'}`
  return (
    <Page
      title={line ? 'Modifier la ligne' : 'Ajouter une ligne'}
      errors={errors}
      breadcrumbs={[{ label: `Budget ${budget.year}`, href: back }]}
    >
      <Form action={address} submit="Enregistrer" secondary={{ label: 'Annuler', href: back }}>
        <Hidden name="version" value={values.version ?? '0'} />
        <TextField
          name="label"
          label="Ce que la ligne paie"
          hint="Par exemple : abonnement à internet de la mairie et des arrondissements."
          value={values.label}
          error={errors.label}
        />
        <ImputationFields {...props} />
        <MoneyField name="amount" label="Montant" value={values.amount} error={errors.amount} />
        <TextField
          name="department"
          label="Service de la commune"
          hint="Celui qui dépense : état civil, finances, services techniques…"
          value={values.department}
          error={errors.department}
          required={false}
        />
        <TextArea
          name="justification"
          label="Justification"
          hint="Ce que le conseil doit savoir pour voter."
          value={values.justification}
          error={errors.justification}
          required={false}
          rows={4}
        />
      </Form>
      {line && (
        <ActionButton
          action={`${address}/retirer`}
          label="Retirer cette ligne"
          kind="danger"
          confirm="La ligne disparaît de ce budget."
        />
      )}
    </Page>
  )
}

function ImputationFields({ accounts, sources, values, errors }: Props) {
  return (
    <>
      <Select
        name="accountId"
        label="Compte"
        hint="Intitulés de l’association ; les codes de la nomenclature sont à confirmer."
        options={accounts.map(({ id, code, label }) => ({
          value: id,
          label: code ? `${code} ${label}` : label,
        }))}
        value={values.accountId}
        error={errors.accountId}
      />
      <RadioGroup
        name="section"
        label="Section"
        options={sectionOptions}
        value={values.section}
        error={errors.section}
      />
      <Select
        name="sourceCode"
        label="Source de financement"
        options={sources.map(({ code, label }) => ({ value: code, label }))}
        value={values.sourceCode}
        error={errors.sourceCode}
      />
    </>
  )
}
