import { t } from '#platform/i18n.ts'
import { describedBy, FieldGroup, FieldMessages, type FieldProps } from '../field/field.tsx'
import type { Option } from '../select/select.tsx'

type Options = { options: readonly Option[] }

export function RadioGroup(props: FieldProps & Options & { value?: string | null }) {
  return (
    <FieldGroup {...props}>
      {props.options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          name={props.name}
          id={`field-${props.name}-${index}`}
          option={option}
          checked={option.value === props.value}
        />
      ))}
    </FieldGroup>
  )
}

export function CheckboxGroup(
  props: FieldProps & Options & { value?: readonly string[] | string | null },
) {
  const chosen = [props.value ?? []].flat()
  return (
    <FieldGroup {...props}>
      {props.options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          name={props.name}
          id={`field-${props.name}-${index}`}
          option={option}
          checked={chosen.includes(option.value)}
        />
      ))}
    </FieldGroup>
  )
}

/** One box to tick; `value` is 'on' when it is ticked. */
export function Checkbox(props: FieldProps & { value?: string | boolean | null }) {
  const { name, label, hint, error, value } = props
  return (
    <div class={error ? 'field bad' : 'field'}>
      <FieldMessages name={name} error={error} />
      <Choice
        type="checkbox"
        name={name}
        id={`field-${name}`}
        option={{ value: 'on', label, hint }}
        checked={value === 'on' || value === 'true' || value === true}
        describedBy={describedBy(name, undefined, error)}
      />
    </div>
  )
}

interface ChoiceProps {
  type: 'radio' | 'checkbox'
  name: string
  id: string
  option: Option
  checked: boolean
  describedBy?: string
}

function Choice({ type, name, id, option, checked, describedBy }: ChoiceProps) {
  return (
    <label class="choice" for={id}>
      <input
        type={type}
        name={name}
        id={id}
        value={option.value}
        checked={checked}
        aria-describedby={describedBy}
      />
      <span>
        {t(option.label)}
        {option.hint && <small>{t(option.hint)}</small>}
      </span>
    </label>
  )
}
