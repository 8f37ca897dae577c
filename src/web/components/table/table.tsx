import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

export interface Column {
  readonly key: string
  readonly label: string
  readonly numeric?: boolean
}

interface Props {
  caption: string
  columns: readonly Column[]
  rows: readonly Readonly<Record<string, ComponentChildren>>[]
  /** For screen readers only, when a heading just above says the same. */
  isCaptionHidden?: boolean
}

/** On a phone each row becomes a block and each cell names its column. */
export function Table({ caption, columns, rows, isCaptionHidden }: Props) {
  return (
    <table class="table">
      <caption class={isCaptionHidden ? 'hide' : undefined}>{t(caption)}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, numeric }) => (
            <th key={key} scope="col" class={numeric ? 'num' : undefined}>
              {t(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>{columns.map((column, place) => toCell(column, row, place === 0))}</tr>
        ))}
      </tbody>
    </table>
  )
}

function toCell(
  { key, label, numeric }: Column,
  row: Readonly<Record<string, ComponentChildren>>,
  isHeading: boolean,
) {
  if (isHeading) {
    return (
      <th key={key} scope="row">
        {row[key]}
      </th>
    )
  }
  return (
    <td key={key} class={numeric ? 'num' : undefined} data-label={t(label)}>
      {row[key]}
    </td>
  )
}
