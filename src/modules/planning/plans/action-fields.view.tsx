/** The fields of an action. */
import { domainLabels } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import type { Submission } from '#platform/web.ts'
import {
  Checkbox,
  CheckboxGroup,
  choicesOf,
  FormSection,
  MoneyField,
  NumberField,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { axes, axisLabels } from '../axes.ts'
import { fundingNames, mechanismNames, targetAreaLabels } from './plan.labels.ts'
import type { FullPlan } from './plan.schema.ts'
import type { ActionValues } from './plan-input.schema.ts'

type Props = Submission<ActionValues> & {
  readonly full: FullPlan
  readonly actionId: string | null
}

export function ActionFields(props: Props) {
  const { values, errors, full } = props
  return (
    <>
      <TextField name="title" label="Action" value={values.title} error={errors.title} />
      <TextArea
        name="purpose"
        label="À quoi elle sert"
        value={values.purpose}
        error={errors.purpose}
        rows={4}
      />
      <TextArea
        name="reason"
        label="Pourquoi ici"
        value={values.reason}
        error={errors.reason}
        rows={3}
      />
      <Where {...props} />
      <WhenAndHowMuch {...props} />
      <TextArea
        name="prerequisites"
        label="Ce qu’il faut avant"
        value={values.prerequisites}
        error={errors.prerequisites}
        rows={2}
      />
      {full.partners.length > 0 && (
        <Checkbox
          name="isShared"
          label="Partagée entre les communes du plan"
          value={values.isShared}
          error={errors.isShared}
        />
      )}
      <Needs {...props} />
    </>
  )
}

function WhenAndHowMuch({ values, errors, full: { plan } }: Props) {
  const years = t('De {from} à {to} ; vide : hors calendrier.', {
    from: String(plan.firstYear),
    to: String(plan.firstYear + plan.years - 1),
  })
  return (
    <FormSection title="Quand et combien">
      <NumberField
        name="startYear"
        label="Année de début"
        hint={years}
        value={values.startYear}
        error={errors.startYear}
      />
      <NumberField
        name="endYear"
        label="Année de fin"
        value={values.endYear}
        error={errors.endYear}
      />
      <Checkbox
        name="isPinned"
        label="Garder ces années"
        hint="Le calcul du calendrier ne les déplacera pas."
        value={values.isPinned}
        error={errors.isPinned}
      />
      <HowMuch values={values} errors={errors} />
    </FormSection>
  )
}

function Needs({ values, errors, full: { actions }, actionId }: Props) {
  const others = actions.filter(({ id }) => id !== actionId)
  if (others.length === 0) return null
  return (
    <CheckboxGroup
      name="needs"
      label="Après quelles actions"
      hint="Elle ne commence pas avant l’année où elles finissent."
      value={values.needs}
      error={errors.needs}
      options={others.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
}

function Where({ values, errors }: Props) {
  return (
    <>
      <Select
        name="axis"
        label="Axe"
        value={values.axis}
        error={errors.axis}
        options={axes.map((value) => ({ value, label: axisLabels[value] }))}
      />
      <Select
        name="targetArea"
        label="Partie de la cible"
        value={values.targetArea}
        error={errors.targetArea}
        options={choicesOf(targetAreaLabels)}
      />
      <TextField
        name="department"
        label="Service responsable"
        value={values.department}
        error={errors.department}
      />
      <CheckboxGroup
        name="domains"
        label="Domaines"
        hint="Le besoin que l’action deviendra les reprendra."
        value={values.domains}
        error={errors.domains}
        options={choicesOf(domainLabels)}
      />
    </>
  )
}

function HowMuch({ values, errors }: Submission<ActionValues>) {
  return (
    <>
      <MoneyField
        name="investment"
        label="Investissement"
        value={values.investment}
        error={errors.investment}
      />
      <MoneyField
        name="running"
        label="Fonctionnement par an, une fois en service"
        value={values.running}
        error={errors.running}
      />
      <Select
        name="fundingSource"
        label="Source de l’investissement"
        value={values.fundingSource}
        error={errors.fundingSource}
        options={choicesOf(fundingNames)}
      />
      <Select
        name="mechanism"
        label="Mécanisme envisagé"
        value={values.mechanism}
        error={errors.mechanism}
        options={choicesOf(mechanismNames)}
      />
    </>
  )
}
