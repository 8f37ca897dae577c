import { t } from '#platform/i18n.ts'
import { controlProps, Field, type ValueFieldProps } from '../field/field.tsx'

type Props = ValueFieldProps & { suffix?: string }

/** A whole number. Spaces between thousands are welcome, so it is a text field with a keypad. */
export function NumberField(props: Props) {
  const { suffix, value } = props
  return (
    <Field {...props}>
      <span class="unit">
        <input
          {...controlProps(props)}
          class="narrow"
          inputMode="numeric"
          autocomplete={props.autocomplete ?? 'off'}
          value={value ?? undefined}
        />
        {suffix && <span>{t(suffix)}</span>}
      </span>
    </Field>
  )
}

export function MoneyField(props: ValueFieldProps) {
  return <NumberField {...props} suffix="FCFA" />
}
