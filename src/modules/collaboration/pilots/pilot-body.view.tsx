/** A pilot as text: its bounds, its criteria with what was found, the same for its sides and in public. */
import { t } from '#platform/i18n.ts'
import { DefinitionList, Prose, Table, Tag } from '#web/components/index.tsx'
import { pilotStatusLabels, verdictLabels } from './pilot.labels.ts'
import type { FullPilot, Pilot, PilotCriterion } from './pilot.schema.ts'
import { listPilotFacts } from './pilot-facts.ts'

export function PilotTag({ status }: Pick<Pilot, 'status'>) {
  const { label, tone } = pilotStatusLabels[status]
  return <Tag tone={tone}>{t(label)}</Tag>
}

export function PilotBody({
  full: { pilot, criteria },
  names,
}: {
  full: FullPilot
  names: ReadonlyMap<string, string>
}) {
  return (
    <>
      {pilot.scope && (
        <section>
          <h2>{t('Ce qui est essayé')}</h2>
          <Prose text={pilot.scope} />
        </section>
      )}
      {criteria.length > 0 && <Criteria criteria={criteria} />}
      {pilot.evaluation && (
        <section>
          <h2>{t('L’évaluation de la commune')}</h2>
          <Prose text={pilot.evaluation} />
        </section>
      )}
      <h2>{t('En bref')}</h2>
      <DefinitionList
        items={listPilotFacts(pilot, names).map(([term, value]) => ({ term, value }))}
      />
    </>
  )
}

const columns = [
  { key: 'label', label: 'Critère' },
  { key: 'target', label: 'Cible' },
]
const judgedColumns = [
  ...columns,
  { key: 'measured', label: 'Mesuré' },
  { key: 'verdict', label: 'Avis' },
]

function Criteria({ criteria }: { criteria: readonly PilotCriterion[] }) {
  const isJudged = criteria.some(({ verdict }) => verdict !== null)
  return (
    <section>
      <h2>{t('Les critères de réussite')}</h2>
      <Table
        caption="Critères"
        isCaptionHidden
        columns={isJudged ? judgedColumns : columns}
        rows={criteria.map(({ label, target, measured, verdict }) => ({
          label,
          target,
          measured: measured || '—',
          verdict: verdict && (
            <Tag tone={verdictLabels[verdict].tone}>{t(verdictLabels[verdict].label)}</Tag>
          ),
        }))}
      />
    </section>
  )
}
