/** The fields by which a condition is written. */
import { t } from '#platform/i18n.ts'
import {
  Checkbox,
  Details,
  Fieldset,
  RadioGroup,
  Select,
  TextField,
} from '#web/components/index.tsx'
import type { Condition, Definition } from '../procedures/procedure.types.ts'
import { tellCondition } from '../procedures/tell-condition.rules.ts'
import { hasOpenTest, testCount, testName, writeCondition } from './condition.fields.ts'

interface Props {
  readonly prefix: string
  readonly legend: string
  readonly definition: Pick<Definition, 'pages'>
  /** What is stored. */
  readonly when: Condition | undefined
  readonly offered: readonly { readonly value: string; readonly label: string }[]
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

export function ConditionFields(props: Props) {
  const { prefix, legend, definition, when, offered, values, errors } = props
  if (offered.length === 0 && when === undefined) return null
  const isKept = when !== undefined && writeCondition(prefix, when) === null
  const mode = `${prefix}.mode`
  return (
    <Fieldset legend={legend}>
      <RadioGroup
        name={mode}
        label="Quand"
        value={String(values[mode] ?? 'always')}
        error={errors[mode]}
        options={[
          { value: 'always', label: 'Toujours' },
          { value: 'all', label: 'Si toutes ces conditions sont remplies' },
          { value: 'any', label: 'Si l’une de ces conditions est remplie' },
          ...(isKept
            ? [
                {
                  value: 'kept',
                  label: t('Comme aujourd’hui'),
                  hint: tellCondition(definition, when),
                },
              ]
            : []),
        ]}
      />
      {Array.from({ length: testCount }, (_, index) => (
        <TestFields key={index} {...props} index={index} />
      ))}
    </Fieldset>
  )
}

/** The first is always there; the others wait until they are wanted. */
function TestFields({
  prefix,
  offered,
  values,
  errors,
  index,
}: Props & { readonly index: number }) {
  const [test, value, not] = (['test', 'value', 'not'] as const).map((part) =>
    testName(prefix, index, part),
  ) as [string, string, string]
  const number = index + 1
  const fields = (
    <>
      <Select
        name={test}
        label={t('Condition {number}', { number })}
        required={false}
        empty="Aucune"
        value={String(values[test] ?? '')}
        error={errors[test]}
        options={offered}
      />
      {hasOpenTest(offered) && (
        <TextField
          name={value}
          label={t('Nombre ou date de la condition {number}', { number })}
          hint="Seulement quand la condition finit par « … »."
          required={false}
          value={String(values[value] ?? '')}
          error={errors[value]}
        />
      )}
      <Checkbox
        name={not}
        label={t('Sauf si la condition {number} est remplie', { number })}
        value={String(values[not] ?? '')}
      />
    </>
  )
  const isUsed = Boolean(values[test]) || index === 0
  return isUsed ? fields : <Details summary={t('Condition {number}', { number })}>{fields}</Details>
}
