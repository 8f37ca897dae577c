/** The fields by which a question is written: the same for all, then those of its type. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import {
  Checkbox,
  choicesOf,
  MoneyField,
  NumberField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import type { Definition, Field, FieldType } from '../procedures/procedure.types.ts'
import { periodLabels, prefillLabels } from './editor.labels.ts'
import { listParentChoices, offeredName } from './question-input.fields.ts'

export interface QuestionProps {
  readonly type: FieldType
  readonly definition: Definition
  /** The questions that come before it. */
  readonly earlier: readonly Field[]
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

/** The name, the value and what is wrong with it. */
const named = ({ values, errors }: QuestionProps, name: string) => ({
  name,
  value: String(values[name] ?? ''),
  ...(errors[name] && { error: errors[name] }),
})

export function QuestionFields(props: QuestionProps) {
  const { type } = props
  if (type === 'title') return <TextField {...named(props, 'label')} label="Titre" />
  if (type === 'explanation') return <TextArea {...named(props, 'label')} label="Texte à lire" />
  return (
    <>
      <TextField
        {...named(props, 'label')}
        label={type === 'block' ? 'Ce que l’on répète' : 'Question'}
        hint={
          type === 'block' ? 'Au singulier : « Témoin », « Véhicule ».' : 'Comme l’usager la lira.'
        }
      />
      <TextField
        {...named(props, 'hint')}
        label="Aide"
        hint="Une phrase, si la question n’est pas claire d’elle-même."
        required={false}
      />
      {type !== 'block' && (
        <Checkbox {...named(props, 'isRequired')} label="Il faut y répondre pour envoyer" />
      )}
      {owns[type]?.(props)}
    </>
  )
}

type Own = (props: QuestionProps) => ComponentChildren

const length: Own = (props) => (
  <NumberField
    {...named(props, 'maxLength')}
    label="Longueur au plus, en caractères"
    required={false}
  />
)

const prefill =
  (...sources: (keyof typeof prefillLabels)[]): Own =>
  (props) => (
    <RadioGroup
      {...named(props, 'prefill')}
      label="Réponse déjà connue"
      hint="Remplie d’avance pour qui a un compte."
      required={false}
      options={[
        { value: '', label: 'Aucune' },
        ...sources.map((value) => ({ value, label: prefillLabels[value] })),
      ]}
    />
  )

const bounds =
  (FieldOf: typeof NumberField | typeof MoneyField): Own =>
  (props) => (
    <>
      <FieldOf {...named(props, 'min')} label="Le plus petit accepté" required={false} />
      <FieldOf {...named(props, 'max')} label="Le plus grand accepté" required={false} />
    </>
  )

const answers: Own = (props) => (
  <TextArea
    {...named(props, 'choices')}
    label="Réponses proposées"
    hint="Une par ligne."
    rows={6}
  />
)

const weight: Own = (props) => (
  <>
    <NumberField
      {...named(props, 'maxMegabytes')}
      label="Poids au plus, en Mo"
      hint="5 Mo si vous ne dites rien ; 12 au plus."
      required={false}
    />
    <Checkbox
      {...named(props, 'isIdentity')}
      label="Pièce d’identité : effacée dès que la demande est décidée"
    />
  </>
)

const owns: Partial<Record<FieldType, Own>> = {
  text: (props) => (
    <>
      {length(props)}
      {prefill('name', 'phone', 'email')(props)}
    </>
  ),
  longText: length,
  number: bounds(NumberField),
  money: bounds(MoneyField),
  date: (props) => (
    <RadioGroup
      {...named(props, 'period')}
      label="Quelles dates"
      required={false}
      options={[{ value: '', label: 'Toutes' }, ...choicesOf(periodLabels)]}
    />
  ),
  phone: prefill('phone'),
  email: prefill('email'),
  choice: answers,
  multipleChoice: answers,
  dependentChoice: (props) => <DependentFields {...props} />,
  file: weight,
  photo: weight,
  block: (props) => (
    <>
      <NumberField {...named(props, 'min')} label="Combien au moins" />
      <NumberField {...named(props, 'max')} label="Combien au plus" hint="20 au plus." />
    </>
  ),
}

/** Once the other question is chosen, each of its answers has its own list. */
function DependentFields(props: QuestionProps) {
  const { definition, earlier, values } = props
  const parents = earlier.filter(({ type }) => type === 'choice')
  return (
    <>
      <Select
        {...named(props, 'dependsOn')}
        label="Question dont elle dépend"
        hint="Enregistrez : les réponses de cette question paraîtront ici, chacune avec sa liste."
        options={parents.map(({ code, label }) => ({ value: code, label }))}
      />
      {listParentChoices(definition, String(values.dependsOn ?? '')).map(({ value, label }) => (
        <TextArea
          key={value}
          {...named(props, offeredName(value))}
          label={t('Réponses quand c’est « {answer} »', { answer: label })}
          hint="Une par ligne. Rien : la question n’est pas posée."
          required={false}
          rows={4}
        />
      ))}
    </>
  )
}
