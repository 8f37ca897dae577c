/** The content of an entry: to read, to compare, to fill in. */
import { t } from '#platform/i18n.ts'
import type { ReferenceContent, ReferenceField, ReferenceList } from '#platform/reference-list.ts'
import { compareTexts } from '#platform/text-difference.rules.ts'
import {
  Checkbox,
  choicesOf,
  DefinitionList,
  Difference,
  MoneyField,
  NumberField,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { type FieldDifference, sayValue } from './content.rules.ts'

interface ContentProps {
  readonly list: Pick<ReferenceList, 'fields'>
  readonly content: ReferenceContent
}

export function ContentFacts({ list, content }: ContentProps) {
  return (
    <DefinitionList
      items={Object.entries(list.fields).map(([name, field]) => ({
        term: field.label,
        value: sayValue(field, content[name]),
      }))}
    />
  )
}

/** Readable without colour: what goes is struck through, what comes is underlined. */
export function Differences({ differences }: { differences: readonly FieldDifference[] }) {
  if (differences.length === 0) return <p class="soft">{t('Rien ne change.')}</p>
  return (
    <dl class="facts">
      {differences.map(({ name, label, before, after }) => (
        <div key={name}>
          <dt>{t(label)}</dt>
          <dd>
            <Difference pieces={compareTexts(before, after)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Typed = Readonly<Record<string, string | undefined>>

interface FieldsProps {
  readonly list: Pick<ReferenceList, 'fields'>
  readonly values: Typed
  readonly errors: Typed
}

export function ContentFields({ list, values, errors }: FieldsProps) {
  return (
    <>
      {Object.entries(list.fields).map(([name, field]) => (
        <ContentField
          key={name}
          name={name}
          field={field}
          value={values[name]}
          error={errors[name]}
        />
      ))}
    </>
  )
}

interface FieldProps {
  readonly name: string
  readonly field: ReferenceField
  readonly value: string | undefined
  readonly error: string | undefined
}

function ContentField({ name, field, value, error }: FieldProps) {
  const { kind, label, hint, options = {}, empty, isOptional = false } = field
  const shared = { name, label, hint, value, error, required: !isOptional }
  if (kind === 'box') return <Checkbox {...{ name, label, hint, value, error }} />
  if (kind === 'choice') return <Select {...shared} options={choicesOf(options)} empty={empty} />
  if (kind === 'longText') return <TextArea {...shared} rows={6} />
  if (kind === 'money') return <MoneyField {...shared} />
  return kind === 'text' ? <TextField {...shared} /> : <NumberField {...shared} />
}
