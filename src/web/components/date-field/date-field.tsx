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

/** What a calendar cannot show, such as 31/02/2026 typed where there was none, comes back as it was typed. */
function DateInput(props: Props & { type: 'date' | 'datetime-local' }) {
  const { value, type, min, max, autocomplete } = props
  const control = {
    ...controlProps(props),
    class: 'narrow',
    value: value ?? undefined,
    autocomplete,
  }
  return (
    <Field {...props}>
      {isShown(value) ? (
        <input {...control} type={type} min={min} max={max} />
      ) : (
        <input {...control} type="text" />
      )}
    </Field>
  )
}

function isShown(value: string | null | undefined): boolean {
  if (!value) return true
  const [day = ''] = value.split('T')
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
