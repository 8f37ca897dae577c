import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'

export interface Facet {
  readonly value: string
  readonly label: string
  readonly count?: number
  readonly checked: boolean
}

interface Props {
  legend: string
  name: string
  options: readonly Facet[]
}

/** Filters of a search, with how many results each would keep. Goes inside a GetForm. */
export function Facets({ legend, name, options }: Props) {
  return (
    <details class="facets" open={options.some((option) => option.checked)}>
      <summary>{t(legend)}</summary>
      <fieldset>
        <legend class="hide">{t(legend)}</legend>
        {options.map((option) => (
          <label key={option.value} class="choice">
            <input type="checkbox" name={name} value={option.value} checked={option.checked} />
            <span>
              {t(option.label)}
              {option.count !== undefined && <small> ({formatNumber(option.count)})</small>}
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
