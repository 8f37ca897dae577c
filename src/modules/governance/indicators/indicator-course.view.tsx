/** How an indicator moved: a line, and the same figures in a table. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Details, LineChart, Table } from '#web/components/index.tsx'
import { getDefinition, type IndicatorCode } from './indicator.lists.ts'
import type { DatedValue } from './indicator.queries.ts'
import { toPoints } from './series.rules.ts'
import { formatIndicator, tellBasis, tellValue } from './tell-value.ts'

interface Props {
  readonly code: IndicatorCode
  readonly series: readonly DatedValue[]
  readonly days: readonly string[]
}

export function Course({ code, series, days }: Props) {
  const definition = getDefinition(code)
  if (series.length === 0) return null
  return (
    <section>
      <h2>{t('Évolution dans le pays')}</h2>
      <LineChart
        title={t(definition.label)}
        points={toPoints(series, days)}
        format={(value) => formatIndicator(value, definition.unit)}
        {...(definition.unit === 'level' && { maximum: 5 })}
      />
      <Details summary="Le tableau">
        <Table
          caption="Évolution dans le pays"
          isCaptionHidden
          columns={[
            { key: 'day', label: 'Au' },
            { key: 'value', label: 'Valeur', numeric: true },
            { key: 'basis', label: 'Compté sur' },
          ]}
          rows={series.toReversed().map((one) => ({
            day: formatDate(one.day),
            value: tellValue(definition, one),
            basis: tellBasis(definition, one),
          }))}
        />
      </Details>
    </section>
  )
}
