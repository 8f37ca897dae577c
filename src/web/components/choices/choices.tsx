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
      <div class={props.options.length > 12 ? 'columns' : undefined}>
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
      </div>
    </FieldGroup>
  )
}

type CheckboxProps = FieldProps & {
  /** What was typed: 'on' when it was ticked. */
  value?: string | boolean | null
  /** What is sent when it is ticked: for boxes of one name scattered over a page. */
  option?: string
  id?: string
}

/** One box to tick. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, hint, error, value, option = 'on', id = `field-${props.name}` } = props
  return (
    <div class={error ? 'field bad' : 'field'}>
      <FieldMessages name={name} error={error} />
      <Choice
        type="checkbox"
        name={name}
        id={id}
        option={{ value: option, label, hint }}
        checked={value === option || value === 'true' || value === true}
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
