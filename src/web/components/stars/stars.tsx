import { formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'

/** A rating out of five: the figure is written, the stars repeat it. */
export function Stars({ value, count }: { value: number; count?: number }) {
  const full = Math.round(value)
  return (
    <span class="stars">
      <span aria-hidden="true">
        {'★'.repeat(full)}
        {'☆'.repeat(5 - full)}
      </span>{' '}
      {t('{value} sur 5', { value: formatDecimal(value) })}
      {count !== undefined &&
        ` (${t('{count, plural, =0 {aucun avis} one {# avis} other {# avis}}', { count })})`}
    </span>
  )
}
