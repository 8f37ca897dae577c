import { controlProps, Field, type ValueFieldProps } from '../field/field.tsx'

type Props = ValueFieldProps & { maxLength?: number }

export function TextField(props: Props) {
  return <Line {...props} type="text" />
}

export function EmailField(props: Props) {
  return <Line autocomplete="email" {...props} type="email" />
}

export function PhoneField(props: Props) {
  return <Line hint="01 XX XX XX XX" autocomplete="tel" {...props} type="tel" inputMode="tel" />
}

/** What was typed as a password never comes back to the page. */
export function PasswordField(props: Omit<Props, 'value'>) {
  return <Line autocomplete="current-password" {...props} value={null} type="password" />
}

/** A code received by SMS or e-mail, or shown by an authenticator. */
export function CodeField(props: Omit<Props, 'value'>) {
  return (
    <Line
      {...props}
      value={null}
      autocomplete="one-time-code"
      type="text"
      inputMode="numeric"
      narrow
    />
  )
}

export function UrlField(props: Props) {
  return <Line hint="https://" autocomplete="url" {...props} type="url" inputMode="url" />
}

type LineProps = Props & {
  type: 'text' | 'email' | 'tel' | 'password' | 'url'
  inputMode?: 'tel' | 'numeric' | 'url'
  narrow?: boolean
}

function Line(props: LineProps) {
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        class={props.narrow ? 'narrow' : undefined}
        type={props.type as 'text'}
        inputMode={props.inputMode}
        value={props.value ?? undefined}
        autocomplete={props.autocomplete}
        maxLength={props.maxLength}
      />
    </Field>
  )
}
