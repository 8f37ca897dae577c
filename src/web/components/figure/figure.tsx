import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'

interface Props {
  /** Numbers are written in French; texts are shown as they are. */
  value: number | string
  label: string
  /** Where the figure comes from, and its date. */
  source?: string
  href?: string
}

export function Figure({ value, label, source, href }: Props) {
  const shown = typeof value === 'number' ? formatNumber(value) : value
  return (
    <p class="figure">
      <b>{shown}</b> {href ? <a href={href}>{t(label)}</a> : t(label)}
      {source && <small> {t(source)}</small>}
    </p>
  )
}
