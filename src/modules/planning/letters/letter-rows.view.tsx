/** The fields of one row of each table. */
import {
  Checkbox,
  DateField,
  MoneyField,
  NumberField,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { budgetSectionLabels } from './letter.labels.ts'
import { budgetSections } from './letter.schema.ts'
import type { RowView } from './rows-form.view.tsx'

export const LineFields: RowView = ({ at, context }) => (
  <>
    <TextField {...at('title')} label="Dépense" required={false} />
    <Select
      {...at('section')}
      label="Section"
      options={budgetSections.map((value) => ({ value, label: budgetSectionLabels[value] }))}
      empty="Investissement ou fonctionnement"
      required={false}
    />
    <MoneyField {...at('amount')} label="Montant" required={false} />
    <DepartmentField {...at('department')} departments={context.departments} />
    <TextField
      {...at('account')}
      label="Compte de la nomenclature"
      hint="S’il est connu."
      required={false}
    />
    <TextField {...at('source')} label="Source de financement" required={false} />
    <TextArea {...at('justification')} label="Justification" rows={3} required={false} />
  </>
)

interface DepartmentProps {
  readonly name: string
  readonly value: string | undefined
  readonly error: string | undefined
  readonly departments: readonly string[]
}

/** A service of the letter; one that has left the ceilings stays chosen. */
function DepartmentField({ departments, ...field }: DepartmentProps) {
  const offered = [...new Set([...departments, field.value ?? ''])].filter((one) => one !== '')
  return (
    <Select
      {...field}
      label="Service"
      options={offered.map((value) => ({ value, label: value }))}
      required={false}
    />
  )
}

export const CeilingFields: RowView = ({ at }) => (
  <>
    <TextField {...at('department')} label="Service" required={false} />
    <MoneyField {...at('running')} label="Plafond de fonctionnement" required={false} />
    <MoneyField {...at('investment')} label="Plafond d’investissement" required={false} />
    <TextField {...at('note')} label="Remarque" required={false} />
  </>
)

export const DateFields: RowView = ({ at }) => (
  <>
    <TextField {...at('title')} label="Étape" required={false} />
    <DateField {...at('dueOn')} label="Au plus tard le" required={false} />
    <TextField {...at('source')} label="D’où vient la date" required={false} />
    <Checkbox {...at('isConfirmed')} label="La date est confirmée" />
  </>
)

export const ModelDateFields: RowView = ({ at }) => (
  <>
    <TextField {...at('title')} label="Étape" required={false} />
    <NumberField {...at('day')} label="Jour" required={false} />
    <NumberField {...at('month')} label="Mois, de l’année qui précède le budget" required={false} />
    <TextField {...at('source')} label="D’où vient la date" required={false} />
    <Checkbox {...at('isConfirmed')} label="La date est confirmée" />
  </>
)
