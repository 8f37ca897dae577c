/** The fields of notes, under the criterion they judge. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { Fieldset, NumberField, TextArea } from '#web/components/index.tsx'
import type { Criterion } from '../calls/call.schema.ts'
import { listNotedCriteria } from './evaluation.rules.ts'

interface Props {
  readonly criteria: readonly Criterion[]
  readonly values: object
  readonly errors: object
  readonly reasonLabel: string
  /** Shown above the fields of a criterion. */
  readonly above?: (criterion: Criterion) => ComponentChildren
}

export function NoteRows({ criteria, values, errors, reasonLabel, above }: Props) {
  const typed = (name: string) => ({
    name,
    value: (values as Record<string, string | undefined>)[name],
    error: (errors as Record<string, string | undefined>)[name],
  })
  return (
    <>
      {listNotedCriteria(criteria).map((criterion, index) => (
        <Fieldset
          key={criterion.id}
          legend={t('{label} ({weight} %)', { label: criterion.label, weight: criterion.weight })}
        >
          {criterion.guidance && <p class="soft">{criterion.guidance}</p>}
          {above?.(criterion)}
          <NumberField {...typed(`points${index + 1}`)} label="Note" hint="Sur 100." />
          <TextArea {...typed(`text${index + 1}`)} label={reasonLabel} rows={3} />
        </Fieldset>
      ))}
    </>
  )
}
