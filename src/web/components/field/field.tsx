/** The frame of every field: label, hint, message of error, and the links between them that screen readers follow. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

export interface FieldProps {
  name: string
  label: string
  hint?: string
  error?: string
  /** True unless said otherwise; an optional field is marked as such. */
  required?: boolean
}

export interface ValueFieldProps extends FieldProps {
  value?: string | number | null
  autocomplete?: string
}

/** What the control itself carries. */
export function controlProps({ name, hint, error, required = true }: FieldProps) {
  return {
    id: `field-${name}`,
    name,
    required: required || undefined,
    'aria-describedby': describedBy(name, hint, error),
    'aria-invalid': error ? ('true' as const) : undefined,
  }
}

export function describedBy(name: string, hint?: string, error?: string): string | undefined {
  const ids = [hint && `field-${name}-hint`, error && `field-${name}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function Field(props: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <label for={`field-${props.name}`}>
        <LabelText {...props} />
      </label>
      <FieldMessages {...props} />
      {props.children}
    </div>
  )
}

/** Several controls that answer one question. */
export function FieldGroup(props: FieldProps & { children: ComponentChildren }) {
  const { name, hint, error, children } = props
  return (
    <fieldset
      class={error ? 'field bad' : 'field'}
      id={`field-${name}`}
      tabIndex={-1}
      aria-describedby={describedBy(name, hint, error)}
    >
      <legend>
        <LabelText {...props} />
      </legend>
      <FieldMessages {...props} />
      {children}
    </fieldset>
  )
}

function LabelText({ label, required = true }: FieldProps) {
  return (
    <>
      {t(label)}
      {!required && <span class="soft"> {t('(facultatif)')}</span>}
    </>
  )
}

export function FieldMessages({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p class="hint" id={`field-${name}-hint`}>
          {t(hint)}
        </p>
      )}
      {error && (
        <p class="err" id={`field-${name}-error`}>
          <span class="hide">{t('Erreur :')} </span>
          {t(error)}
        </p>
      )}
    </>
  )
}
