/** Where the association says what an action costs, from when and why. */
import { toDay } from '#platform/format.ts'
import { associationStaff } from '#platform/policy.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  Checkbox,
  DateField,
  Fieldset,
  Form,
  MoneyField,
  Page,
  TextArea,
} from '#web/components/index.tsx'
import { nameBracket } from './cost-table.view.tsx'
import { saveCost } from './library.actions.ts'
import { loadShown, type Shown } from './library.pages.tsx'
import {
  type BracketField,
  bracketFields,
  bracketRows,
  type CostBracket,
  CostInput,
  type CostValues,
} from './library.schema.ts'

export const editCostPage = form('/espace/actions-types/:code', {
  load: loadShown,
  allow: (actor) => associationStaff(actor, null),
  input: CostInput,
  initial: ({ action }, { now }) => toValues(action.cost.brackets, toDay(now)),
  invalid: (shown, submission) => <EditCost {...shown} {...submission} />,
  valid: async ({ action }, input, context) => {
    const brackets = readBrackets(action.cost.brackets, input)
    if (!Array.isArray(brackets)) return refuse(brackets)
    await saveCost(context, action.code, { ...input, brackets })
    return seeOther(
      `/schemas-directeurs/actions/${action.code}`,
      'Les coûts sont enregistrés. Les plans déjà dressés gardent les leurs.',
    )
  },
})

const readOne = (input: CostValues, name: BracketField, row: number) =>
  (input as Record<string, unknown>)[`${name}${row}`] as number | null

function readBrackets(
  current: readonly CostBracket[],
  input: CostValues,
): CostBracket[] | Record<string, string> {
  const errors: Record<string, string> = {}
  const brackets = bracketRows.map((row): CostBracket => {
    const [from, to, runsFrom, runsTo] = bracketFields.map((name) => readOne(input, name, row) ?? 0)
    if ((from ?? 0) > (to ?? 0)) errors[`investmentMax${row}`] = 'Le plus haut est sous le plus bas'
    if ((runsFrom ?? 0) > (runsTo ?? 0))
      errors[`runningMax${row}`] = 'Le plus haut est sous le plus bas'
    return {
      upTo: current[row]?.upTo ?? null,
      investment: [from ?? 0, to ?? 0],
      running: [runsFrom ?? 0, runsTo ?? 0],
    }
  })
  return Object.keys(errors).length > 0 ? errors : brackets
}

function toValues(brackets: readonly CostBracket[], day: string) {
  return {
    validFrom: day,
    ...Object.fromEntries(
      brackets.flatMap(({ investment, running }, row) => [
        [`investmentMin${row}`, String(investment[0])],
        [`investmentMax${row}`, String(investment[1])],
        [`runningMin${row}`, String(running[0])],
        [`runningMax${row}`, String(running[1])],
      ]),
    ),
  }
}

const fieldLabels: Readonly<Record<BracketField, string>> = {
  investmentMin: 'Investissement, au plus bas',
  investmentMax: 'Investissement, au plus haut',
  runningMin: 'Par an, au plus bas',
  runningMax: 'Par an, au plus haut',
}

function EditCost({ action, values, errors }: Shown & Submission<CostValues>) {
  const typed = values as Record<string, string | undefined>
  const problems = errors as Record<string, string | undefined>
  return (
    <Page
      title="Dire d’autres coûts"
      lead={action.title}
      errors={errors}
      breadcrumbs={[{ label: action.title, href: `/schemas-directeurs/actions/${action.code}` }]}
    >
      <Form submit="Enregistrer les coûts">
        <DateField
          name="validFrom"
          label="Valables depuis"
          value={typed.validFrom}
          error={problems.validFrom}
        />
        <TextArea
          name="reason"
          label="D’où viennent ces montants"
          hint="Achats de communes, devis, étude : ce texte est public."
          value={typed.reason}
          error={problems.reason}
          rows={3}
        />
        <Checkbox
          name="isConfirmed"
          label="Confirmés par des achats"
          value={typed.isConfirmed}
          error={problems.isConfirmed}
        />
        {bracketRows.map((row) => (
          <Fieldset key={row} legend={nameBracket(action.cost.brackets, row)}>
            {bracketFields.map((name) => (
              <MoneyField
                key={name}
                name={`${name}${row}`}
                label={fieldLabels[name]}
                value={typed[`${name}${row}`]}
                error={problems[`${name}${row}`]}
              />
            ))}
          </Fieldset>
        ))}
      </Form>
    </Page>
  )
}
