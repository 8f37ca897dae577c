/** What was committed and paid of each line since January, typed: one day, all the lines that have something to say. */
import { z } from 'zod'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { DateField, Fieldset, Form, MoneyField, Page } from '#web/components/index.tsx'
import { budgetPolicy } from './budget.policy.ts'
import { getBudget, listLinesOf, versionInForce } from './budget.queries.ts'
import type { Budget, BudgetLine, Execution } from './budget.schema.ts'
import { closeRecording, type NewSituation, writeSituations } from './execution.actions.ts'
import { listExecution } from './execution.queries.ts'
import { checkSituation } from './execution.rules.ts'

/** Beside the day, committed1, paid1, committed2…: the lines by their numbers. */
const Input = z.looseObject({ asOf: fields.day() })
type Typed = z.infer<typeof Input>

interface Recording {
  readonly budget: Budget
  readonly lines: readonly BudgetLine[]
  readonly execution: ReadonlyMap<string, Execution>
}

export const recordExecutionPage = form('/espace/budgets/:budgetId/execution', {
  load: async ({ budgetId }: { budgetId: string }, { db }: Context): Promise<Recording> => {
    const budget = await getBudget(db, budgetId)
    const lines = await listLinesOf(db, budgetId, versionInForce(budget))
    return { budget, lines, execution: await listExecution(db, budgetId) }
  },
  allow: (actor, { budget }) => budgetPolicy.record(actor, budget),
  input: Input,
  initial: ({ lines, execution }, { now }) => ({
    asOf: toDay(now),
    ...toFields(lines, execution),
  }),
  invalid: (recording, submission) => <RecordExecution {...recording} {...submission} />,
  valid: async ({ budget, lines }, typed, context) => {
    const { situations, errors } = readSituations(budget, lines, typed, toDay(context.now))
    if (Object.keys(errors).length > 0) return refuse(errors)
    const outcome = await writeSituations(context, budget, situations, null)
    await closeRecording(context, budget, outcome, 'budget.record')
    return seeOther(`/espace/budgets/${budget.id}`, 'La situation est enregistrée.')
  },
})

function toFields(lines: readonly BudgetLine[], execution: Recording['execution']) {
  return Object.fromEntries(
    lines.flatMap(({ key, number }) => {
      const known = execution.get(key)
      return known
        ? [
            [`committed${number}`, known.committed],
            [`paid${number}`, known.paid],
          ]
        : []
    }),
  )
}

const money = fields.optionalMoney()

interface Read {
  readonly situations: readonly NewSituation[]
  readonly errors: Record<string, string>
}

/** A line left empty says nothing: it is not zero. */
function readSituations(
  { year }: Budget,
  lines: readonly BudgetLine[],
  typed: Typed,
  today: string,
): Read {
  const situations: NewSituation[] = []
  const errors: Record<string, string> = {}
  for (const { key, number } of lines) {
    const committed = readAmount(typed, `committed${number}`, errors)
    const paid = readAmount(typed, `paid${number}`, errors)
    if (committed === null && paid === null) continue
    const amounts = { committed: committed ?? 0, paid: paid ?? 0, asOf: typed.asOf }
    for (const { field, message } of checkSituation(amounts, year, today))
      errors[field === 'asOf' ? 'asOf' : `${field}${number}`] ??= message
    situations.push({ lineKey: key, ...amounts, note: '' })
  }
  return { situations, errors }
}

function readAmount(typed: Typed, name: string, errors: Record<string, string>): number | null {
  const { success, data, error } = money.safeParse(typed[name] ?? '')
  if (!success) errors[name] = messageOf(error)
  return success ? data : null
}

const messageOf = ({ issues }: z.ZodError) => issues[0]?.message ?? ''

function RecordExecution({ budget, lines, values, errors }: Recording & Submission<Typed>) {
  const back = `/espace/budgets/${budget.id}`
  return (
    <Page
      title="Saisir l’exécution"
      lead="Pour chaque ligne, tout ce qui est engagé et payé depuis janvier. Une ligne laissée vide ne change pas."
      errors={errors}
      breadcrumbs={[{ label: `Budget ${budget.year}`, href: back }]}
    >
      <Form
        action={`${back}/execution`}
        submit="Enregistrer la situation"
        secondary={{ label: 'Annuler', href: back }}
      >
        <DateField name="asOf" label="Situation au" value={values.asOf} error={errors.asOf} />
        {lines.map((line) => (
          <LineFields key={line.id} line={line} values={values} errors={errors} />
        ))}
      </Form>
    </Page>
  )
}

function LineFields({
  line: { number, label },
  values,
  errors,
}: Submission<Typed> & { line: BudgetLine }) {
  const at = (name: 'committed' | 'paid') => {
    const value = values[`${name}${number}`]
    return {
      name: `${name}${number}`,
      value: typeof value === 'string' ? value : undefined,
      error: errors[`${name}${number}`],
      required: false,
    }
  }
  return (
    <Fieldset legend={t('{number}. {label}', { number: String(number), label })}>
      <MoneyField {...at('committed')} label="Engagé" />
      <MoneyField {...at('paid')} label="Payé" />
    </Fieldset>
  )
}
