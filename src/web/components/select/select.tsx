import { t } from '#platform/i18n.ts'
import { controlProps, Field, type ValueFieldProps } from '../field/field.tsx'

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** The choices of a field: { value, label } in the order they are offered. */
export function choicesOf(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

type Props = ValueFieldProps & {
  options: readonly Option[]
  /** Said while nothing is chosen. */
  empty?: string
}

export function Select(props: Props) {
  const { options, value, empty = 'Choisissez…' } = props
  return (
    <Field {...props}>
      <select {...controlProps(props)} autocomplete={props.autocomplete}>
        <option value="">{t(empty)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {t(option.label)}
          </option>
        ))}
      </select>
    </Field>
  )
}
