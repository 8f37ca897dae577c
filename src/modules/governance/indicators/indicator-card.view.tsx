/** One indicator among others: its figure, what it was counted over, how it moved. */
import { t } from '#platform/i18n.ts'
import { Card, LineChart } from '#web/components/index.tsx'
import { getDefinition, type IndicatorCode } from './indicator.lists.ts'
import type { DatedValue } from './indicator.queries.ts'
import { toPoints } from './series.rules.ts'
import { formatIndicator, tellAbsence, tellBasis, tellChange, tellValue } from './tell-value.ts'

interface Props {
  readonly code: IndicatorCode
  /** The oldest first. */
  readonly series: readonly DatedValue[]
  /** The days that are kept, the latest last. */
  readonly days: readonly string[]
  readonly isOfCommune?: boolean
  /** Drawn in dashes: the category of a commune. */
  readonly other?: { readonly label: string; readonly series: readonly DatedValue[] }
  /** Said below the figure: what it is compared with, a line each. */
  readonly compared?: readonly string[]
}

export function IndicatorCard({ code, series, days, isOfCommune, other, compared }: Props) {
  const definition = getDefinition(code)
  const { label, unit, isYesNo } = definition
  const latest = series.at(-1)
  const isMeasured = latest !== undefined && latest.day === days.at(-1)
  return (
    <Card
      title={label}
      href={`/indicateurs/${code}`}
      level={3}
      meta={tellChange(definition, series)}
    >
      <p class="figure">
        <b>{isMeasured ? tellValue(definition, latest, isOfCommune) : '—'}</b>{' '}
        {isMeasured ? tellBasis(definition, latest, isOfCommune) : tellAbsence(series)}
      </p>
      {compared && (
        <p>
          {compared.map((line) => (
            <span key={line}>
              {line}
              <br />
            </span>
          ))}
        </p>
      )}
      {series.length > 1 && !(isYesNo && isOfCommune) && (
        <LineChart
          isSmall
          title={t(label)}
          points={toPoints(series, days)}
          {...(other &&
            other.series.length > 0 && {
              other: { label: other.label, points: toPoints(other.series, days) },
            })}
          format={(value) => formatIndicator(value, unit)}
        />
      )}
    </Card>
  )
}
