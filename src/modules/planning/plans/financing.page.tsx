/** The financing table: by year, by source, and what each commune pays of what is shared. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Table } from '#web/components/index.tsx'
import { followNamed, loadNamedPlan, type NamedPlan } from './load-plan.ts'
import { nameFunding } from './plan.labels.ts'
import type { Plan } from './plan.schema.ts'
import { PlanFrame } from './plan-frame.view.tsx'
import { listYears, sumSources, sumYears } from './plan-money.rules.ts'
import { shareCosts } from './shares.rules.ts'

export const financingPage = page('/espace/plan/:planId/financement', {
  load: loadNamedPlan,
  allow: followNamed,
  view: (named) => <Financing {...named} />,
})

/** A line of amounts, one column a year, then their sum. */
function toLine(label: string, amounts: readonly number[]) {
  return {
    label: t(label),
    ...Object.fromEntries(amounts.map((amount, index) => [`y${index}`, formatMoney(amount)])),
    total: formatMoney(amounts.reduce((sum, one) => sum + one, 0)),
  }
}

function listColumns(plan: Plan) {
  return [
    { key: 'label', label: 'Ligne' },
    ...listYears(plan).map((year, index) => ({
      key: `y${index}`,
      label: String(year),
      numeric: true,
    })),
    { key: 'total', label: 'Total', numeric: true },
  ]
}

function Financing({ full, names }: NamedPlan) {
  const { plan, actions } = full
  const totals = sumYears(actions, plan)
  const columns = listColumns(plan)
  const shares = shareCosts(full)
  const amountsOf = (kind: 'investment' | 'running' | 'total') => totals.map((one) => one[kind])
  return (
    <PlanFrame
      plan={plan}
      tab="/financement"
      lead="Le fonctionnement est compté sur les ressources de la commune, chaque année après la mise en service."
    >
      <Table
        caption="Par nature"
        columns={columns}
        rows={[
          toLine('Investissement', amountsOf('investment')),
          toLine('Fonctionnement', amountsOf('running')),
          toLine('Demandé', amountsOf('total')),
          toLine('Enveloppe', plan.yearlyEnvelopes),
        ]}
      />
      <Table
        caption="Par source"
        columns={columns}
        rows={sumSources(actions, plan).map(({ source, byYear }) =>
          toLine(nameFunding(source), byYear),
        )}
      />
      {shares.length > 0 && (
        <Table
          caption="Ce que paie chaque commune"
          columns={columns}
          rows={shares.map(({ communeId, byYear }) => toLine(names.get(communeId) ?? '', byYear))}
        />
      )}
    </PlanFrame>
  )
}
