import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

interface Props {
  caption: string
  /** What is compared, four at most. */
  columns: readonly { title: string; href?: string }[]
  rows: readonly { label: string; cells: readonly ComponentChildren[] }[]
}

/** Side by side; on a phone, criterion after criterion. */
export function CompareTable({ caption, columns, rows }: Props) {
  return (
    <table class="table compare">
      <caption>{t(caption)}</caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ title, href }) => (
            <th key={title} scope="col">
              {href ? <a href={href}>{title}</a> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{t(label)}</th>
            {columns.map(({ title }, place) => (
              <td key={title} data-label={title}>
                {cells[place] ?? '—'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
