/** A commune's digital money over the years, drawn and in a table. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { BarChart, Money, Table } from '#web/components/index.tsx'
import type { FundingSource } from './budget.schema.ts'
import type { YearRow } from './years.rules.ts'

interface Props {
  readonly rows: readonly YearRow[]
  readonly sources: readonly FundingSource[]
}

export function Years({ rows, sources }: Props) {
  const used = sources.filter(({ code }) => rows.some(({ bySource }) => bySource.has(code)))
  return (
    <section>
      <h2>{t('Sur plusieurs années')}</h2>
      <BarChart
        title="Budget numérique par année"
        legend={['Investissement', 'Fonctionnement']}
        bars={rows.map(({ year, investment, running, isForecast }) => ({
          label: isForecast ? t('{year}, prévu par le plan', { year: String(year) }) : String(year),
          parts: [investment, running],
        }))}
        format={formatMoney}
      />
      <Table
        caption="Budget numérique par année, section et source"
        columns={[
          { key: 'year', label: 'Année' },
          { key: 'investment', label: 'Investissement', numeric: true },
          { key: 'running', label: 'Fonctionnement', numeric: true },
          { key: 'total', label: 'Total', numeric: true },
          ...used.map(({ code, label }) => ({ key: code, label, numeric: true })),
        ]}
        rows={rows.map(({ year, investment, running, total, bySource, isForecast }) => ({
          year: isForecast ? t('{year}, prévu par le plan', { year: String(year) }) : String(year),
          investment: <Money amount={investment} />,
          running: <Money amount={running} />,
          total: <Money amount={total} />,
          ...Object.fromEntries(
            used.map(({ code }) => [code, <Money key={code} amount={bySource.get(code) ?? 0} />]),
          ),
        }))}
      />
    </section>
  )
}
