import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { controlProps, Field, type ValueFieldProps } from '../field/field.tsx'

type Props = ValueFieldProps & {
  rows?: number
  /** Characters at most: shown, and counted while typing where scripts run. */
  limit?: number
}

export function TextArea(props: Props) {
  const { rows = 5, limit, value } = props
  return (
    <Field {...props}>
      <textarea {...controlProps(props)} rows={rows} data-limit={limit} value={value ?? ''} />
      {limit && (
        <p class="hint" data-count={t('{count} sur {limit} caractères')}>
          {t('{limit} caractères au plus', { limit: formatNumber(limit) })}
        </p>
      )}
    </Field>
  )
}
