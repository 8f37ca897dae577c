/** Where the title, the years and the envelopes of a draft are changed. */
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Hidden, Page } from '#web/components/index.tsx'
import { ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.view.tsx'
import { FrameFields } from './frame-fields.view.tsx'
import { loadPlanRow } from './load-plan.ts'
import { savePlanFrame } from './plan.actions.ts'
import { planPolicy } from './plan.policy.ts'
import type { Plan } from './plan.schema.ts'
import { addressOf, crumbsOf } from './plan-frame.view.tsx'
import { envelopeRows, FrameInput, type FrameValues, readEnvelopes } from './plan-input.schema.ts'

export const editFramePage = form('/espace/plan/:planId/cadre', {
  load: loadPlanRow,
  allow: planPolicy.edit,
  input: FrameInput,
  initial: toValues,
  invalid: (plan, submission) => <EditFrame plan={plan} {...submission} />,
  valid: async (plan, input, context) => {
    const envelopes = readEnvelopes(input)
    if (!Array.isArray(envelopes)) return refuse(envelopes)
    const { title, firstYear, version } = input
    const frame = { title, firstYear, version, yearlyEnvelopes: envelopes }
    if (!(await savePlanFrame(context, plan, frame))) return refuse({ form: changedMeanwhile })
    return seeOther(
      `${addressOf(plan)}/calendrier/recalculer`,
      'Le cadre est enregistré. Voyez ce que le calendrier deviendrait.',
    )
  },
})

function toValues({ title, firstYear, years, yearlyEnvelopes, version }: Plan) {
  return {
    title,
    firstYear: String(firstYear),
    years: String(years),
    version: String(version),
    ...Object.fromEntries(
      envelopeRows.map((row) => [`envelope${row}`, String(yearlyEnvelopes[row - 1] ?? '')]),
    ),
  }
}

function EditFrame({ plan, values, errors }: Submission<FrameValues> & { plan: Plan }) {
  const now: Record<string, string> = toValues(plan)
  const typed = values as Record<string, string | undefined>
  return (
    <Page title="Le cadre du plan" errors={errors} breadcrumbs={crumbsOf(plan)}>
      <ChangedMeanwhile
        typedFrom={values.version}
        version={plan.version}
        fields={[
          { label: 'Titre', stored: now.title ?? '', typed: typed.title },
          ...envelopeRows.map((row) => ({
            label: `Année ${row}`,
            stored: now[`envelope${row}`] ?? '',
            typed: typed[`envelope${row}`],
          })),
        ]}
      />
      <Form submit="Enregistrer le cadre" secondary={{ label: 'Annuler', href: addressOf(plan) }}>
        <Hidden name="version" value={String(plan.version)} />
        <FrameFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}
