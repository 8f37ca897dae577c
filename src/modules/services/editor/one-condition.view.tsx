/** The fields of a condition of one test. */
import { t } from '#platform/i18n.ts'
import { Select, TextField } from '#web/components/index.tsx'
import type { Condition, Definition } from '../procedures/procedure.types.ts'
import { tellCondition } from '../procedures/tell-condition.rules.ts'
import { hasOpenTest, testName } from './condition.fields.ts'
import { keptTest, writeOneCondition } from './one-condition.fields.ts'

interface Props {
  readonly prefix: string
  readonly label: string
  /** Said where no condition is chosen. */
  readonly empty: string
  readonly definition: Pick<Definition, 'pages'>
  readonly when: Condition | undefined
  readonly offered: readonly { readonly value: string; readonly label: string }[]
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string | undefined>>
}

export function OneConditionFields(props: Props) {
  const { prefix, label, empty, definition, when, offered, values, errors } = props
  const [test, value] = [testName(prefix, 0, 'test'), testName(prefix, 0, 'value')]
  const isKept = when !== undefined && writeOneCondition(prefix, when)[test] === keptTest
  return (
    <>
      <Select
        name={test}
        label={label}
        required={false}
        empty={empty}
        value={String(values[test] ?? '')}
        error={errors[test]}
        options={[
          ...(isKept ? [{ value: keptTest, label: tellCondition(definition, when) }] : []),
          ...offered,
        ]}
      />
      {hasOpenTest(offered) && (
        <TextField
          name={value}
          label={t('Nombre ou date de cette condition')}
          hint="Seulement quand la condition finit par « … »."
          required={false}
          value={String(values[value] ?? '')}
          error={errors[value]}
        />
      )}
    </>
  )
}
