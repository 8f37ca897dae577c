/** A funnel of adoption: bars whose figures are written, then the same figures in a table with what each counts. */
import { formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { BarChart, Table } from '#web/components/index.tsx'
import { stageDefinitions, stageLabels } from './adoption.labels.ts'
import { type Funnel, stages } from './adoption.rules.ts'

export function FunnelDrawing({ funnel, title }: { funnel: Funnel; title: string }) {
  return (
    <>
      <BarChart
        title={title}
        legend={['Communes']}
        bars={stages.map((stage) => ({ label: t(stageLabels[stage]), parts: [funnel[stage]] }))}
        format={formatNumber}
      />
      <Table
        caption={title}
        isCaptionHidden
        columns={[
          { key: 'stage', label: 'Étape' },
          { key: 'communes', label: 'Communes', numeric: true },
          { key: 'meaning', label: 'Ce qui la montre' },
        ]}
        rows={stages.map((stage) => ({
          stage: t(stageLabels[stage]),
          communes: formatNumber(funnel[stage]),
          meaning: t(stageDefinitions[stage]),
        }))}
      />
    </>
  )
}
