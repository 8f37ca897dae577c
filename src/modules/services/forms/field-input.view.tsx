/** One field of a form as data, as the controls that ask for it. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import {
  CheckboxGroup,
  DateField,
  EmailField,
  FieldGroup,
  FileField,
  Hidden,
  MoneyField,
  NumberField,
  PhoneField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import type { Answers, Prefill, SimpleField } from '../procedures/procedure.types.ts'
import { listOffered } from '../procedures/visible.rules.ts'
import type { FormWorld } from './form-facts.queries.ts'
import { PositionFields } from './position-fields.view.tsx'
import type { Shown } from './write-answers.fields.ts'

/** What the fields of a form share: what was typed, what is wrong with it, and the world they choose from. */
export interface FormState {
  readonly values: Shown
  readonly errors: Readonly<Record<string, string | undefined>>
  readonly world: FormWorld
}

interface Props {
  readonly field: SimpleField
  /** The name it is sent under: its code, or that of a line of a block. */
  readonly name: string
  readonly state: FormState
  /** The visible answers around it. */
  readonly seen: Answers
}

type Of<Type extends SimpleField['type']> = SimpleField & { readonly type: Type }
type Input<Type extends SimpleField['type']> = (
  props: Props & { readonly field: Of<Type> },
) => ComponentChildren

export function FieldInput(props: Props) {
  const input = inputs[props.field.type] as (props: Props) => ComponentChildren
  return <>{input(props)}</>
}

/** What every control is given. */
function controlOf({ field, name, state }: Props) {
  return {
    name,
    label: field.label,
    ...(field.hint && { hint: field.hint }),
    ...(state.errors[name] && { error: state.errors[name] }),
    required: field.isRequired,
  }
}

const findValue = ({ name, state }: Props) => {
  const value = state.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? null)
}

const autocompletes: Readonly<Record<Prefill, string>> = {
  name: 'name',
  phone: 'tel',
  email: 'email',
}

const withValue = (props: Props & { readonly field: { readonly prefill?: Prefill } }) => ({
  ...controlOf(props),
  value: findValue(props),
  ...(props.field.prefill && { autocomplete: autocompletes[props.field.prefill] }),
})

const yesNo = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
]

const inputs: { readonly [Type in SimpleField['type']]: Input<Type> } = {
  text: (props) => <TextField {...withValue(props)} />,
  longText: (props) => <TextArea {...withValue(props)} limit={props.field.maxLength ?? 4000} />,
  number: (props) => <NumberField {...withValue(props)} />,
  money: (props) => <MoneyField {...withValue(props)} />,
  date: (props) => <DateField {...withValue(props)} />,
  phone: (props) => <PhoneField {...withValue(props)} />,
  email: (props) => <EmailField {...withValue(props)} />,
  npi: (props) => <NumberField {...withValue(props)} />,
  yesNo: (props) => <RadioGroup {...withValue(props)} options={yesNo} />,
  choice: (props) => <OneOf props={props} options={props.field.choices} />,
  dependentChoice: (props) => (
    <OneOf props={props} options={listOffered(props.field, props.seen)} />
  ),
  multipleChoice: (props) => (
    <CheckboxGroup
      {...controlOf(props)}
      value={[props.state.values[props.name] ?? []].flat()}
      options={props.field.choices}
    />
  ),
  commune: (props) => <Select {...withValue(props)} options={props.state.world.communes} />,
  address: (props) => <AddressInput {...props} />,
  file: (props) => <FileInput props={props} accept="application/pdf,image/jpeg,image/png" />,
  photo: (props) => <FileInput props={props} accept="image/jpeg,image/png,image/webp" />,
  signature: (props) => <SignatureInput {...props} />,
  place: (props) => <PlaceInput {...props} />,
}

/** More than this many answers are quicker to find in a list than on the page. */
const mostRadios = 7

function OneOf({
  props,
  options,
}: {
  readonly props: Props
  readonly options: readonly { readonly value: string; readonly label: string }[]
}) {
  const given = { ...withValue(props), options }
  const isLong = options.length > mostRadios || props.field.type === 'dependentChoice'
  return isLong ? <Select {...given} /> : <RadioGroup {...given} />
}

function FileInput({ props, accept }: { readonly props: Props; readonly accept: string }) {
  const { maxMegabytes = 5 } = props.field as Of<'file'>
  return (
    <FileField
      {...controlOf(props)}
      accept={accept}
      maxMegabytes={maxMegabytes}
      values={props.state.values}
    />
  )
}

/** A part of an answer: named after it, and never marked wrong on its own. */
const part = ({ name, state }: Props, code: string) => ({
  name: `${name}.${code}`,
  value: String(state.values[`${name}.${code}`] ?? ''),
})

function AddressInput(props: Props) {
  const { isRequired } = props.field
  return (
    <FieldGroup {...controlOf(props)}>
      <Select
        {...part(props, 'arrondissement')}
        label="Arrondissement"
        required={isRequired}
        options={props.state.world.facts.arrondissements.map((name) => ({
          value: name,
          label: name,
        }))}
      />
      <TextField {...part(props, 'quartier')} label="Quartier ou village" required={isRequired} />
      <TextField
        {...part(props, 'details')}
        label="Pour trouver"
        hint="Rue, carré, maison ou repère."
        required={false}
      />
    </FieldGroup>
  )
}

function SignatureInput(props: Props) {
  const stroke = part(props, 'stroke')
  return (
    <FieldGroup {...controlOf(props)}>
      <TextField
        {...part(props, 'name')}
        label="Vos nom et prénoms"
        hint="Les écrire vaut signature."
        required={props.field.isRequired}
        autocomplete="name"
      />
      <div
        data-sign={stroke.name}
        data-label={t('Signez ici, du doigt ou de la souris')}
        data-clear={t('Effacer la signature')}
      >
        <Hidden {...stroke} />
      </div>
    </FieldGroup>
  )
}

function PlaceInput(props: Props) {
  return (
    <FieldGroup {...controlOf(props)}>
      <TextField
        {...part(props, 'landmark')}
        label="Repère"
        hint="Près de quoi : école, marché, pont, borne."
        required={props.field.isRequired}
      />
      <PositionFields
        name={props.name}
        latitude={part(props, 'latitude').value}
        longitude={part(props, 'longitude').value}
      />
    </FieldGroup>
  )
}
