import { controlProps, Field, type ValueFieldProps } from '../field/field.tsx'

type Props = Omit<ValueFieldProps, 'value'> & { value?: string | null; min?: string; max?: string }

/** A day, YYYY-MM-DD. */
export function DateField(props: Props) {
  return <DateInput {...props} type="date" />
}

/** A day and an hour in Benin, YYYY-MM-DDTHH:mm. */
export function DateTimeField(props: Props) {
  return <DateInput {...props} type="datetime-local" />
}

function DateInput(props: Props & { type: 'date' | 'datetime-local' }) {
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        class="narrow"
        type={props.type}
        value={props.value ?? undefined}
        min={props.min}
        max={props.max}
        autocomplete={props.autocomplete}
      />
    </Field>
  )
}
