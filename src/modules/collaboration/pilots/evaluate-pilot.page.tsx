/** The commune judges the pilot, criterion by criterion, against the targets set beforehand. */
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Fieldset, Form, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import {
  JudgementsInput,
  numberRows,
  readJudgements,
  type TypedJudgements,
  toJudgementFields,
} from './judgement-fields.ts'
import { movePilot, saveJudgements } from './pilot.actions.ts'
import { verdictLabels } from './pilot.labels.ts'
import { pilotPolicy } from './pilot.policy.ts'
import { getFullPilot } from './pilot.queries.ts'
import { type CriterionRow, type FullPilot, type PilotCriterion, verdicts } from './pilot.schema.ts'

export const evaluatePilotPage = form('/espace/experimentations/:pilotId/evaluer', {
  load: ({ pilotId }: { pilotId: string }, { db }: Context) => getFullPilot(db, pilotId),
  allow: (actor, { pilot }) => pilotPolicy.evaluate(actor, pilot),
  input: JudgementsInput,
  initial: ({ pilot, criteria }) => ({
    evaluation: pilot.evaluation,
    ...toJudgementFields(criteria),
  }),
  invalid: (full, submission) => <Evaluate full={full} {...submission} />,
  valid: async ({ pilot, criteria }, typed, context) => {
    const { judgements, errors } = readJudgements(typed, criteria)
    if (Object.keys(errors).length > 0) return refuse({ ...errors })
    await saveJudgements(context, pilot, judgements)
    const { evaluation } = typed
    await movePilot(context, pilot, 'evaluate', { reason: evaluation, set: { evaluation } })
    return seeOther(
      `/espace/experimentations/${pilot.id}`,
      'L’évaluation est arrêtée. La direction décide de la suite.',
    )
  },
})

type Props = Submission<TypedJudgements> & { readonly full: FullPilot }

function Evaluate({ full: { pilot, criteria }, values, errors }: Props) {
  const base = `/espace/experimentations/${pilot.id}`
  return (
    <Page
      title="Évaluer l’expérimentation"
      lead="Jugez ce qui a été fixé d’avance. La startup lira cette évaluation."
      errors={errors}
      breadcrumbs={[
        { label: 'Expérimentations', href: '/espace/experimentations' },
        { label: pilot.title, href: base },
      ]}
    >
      <Form
        action={`${base}/evaluer`}
        submit="Arrêter l’évaluation"
        secondary={{ label: 'Annuler', href: base }}
      >
        {numberRows(criteria).map(([row, criterion]) => (
          <CriterionFields
            key={criterion.id}
            criterion={criterion}
            row={row}
            values={values}
            errors={errors}
          />
        ))}
        <TextArea
          name="evaluation"
          label="Dans l’ensemble"
          hint="Ce qui a marché, ce qui a manqué, ce que les agents et les habitants en disent."
          value={values.evaluation}
          error={errors.evaluation}
          rows={6}
        />
      </Form>
    </Page>
  )
}

interface CriterionProps extends Submission<TypedJudgements> {
  readonly criterion: PilotCriterion
  readonly row: CriterionRow
}

function CriterionFields({ criterion, row, values, errors }: CriterionProps) {
  const at = (name: 'measured' | 'verdict') => {
    const value = values[`${name}${row}`]
    return {
      name: `${name}${row}`,
      value: typeof value === 'string' ? value : undefined,
      error: errors[`${name}${row}`],
    }
  }
  return (
    <Fieldset
      legend={criterion.label}
      hint={t('Cible fixée : {target}', { target: criterion.target })}
    >
      <TextArea {...at('measured')} label="Ce qui a été mesuré" rows={2} />
      <RadioGroup
        {...at('verdict')}
        label="Avis"
        options={verdicts.map((value) => ({ value, label: verdictLabels[value].label }))}
      />
    </Fieldset>
  )
}
