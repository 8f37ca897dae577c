/** The financing table: by year, by source, and what each commune pays of what is shared. */
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Table } from '#web/components/index.tsx'
import { followNamed, loadNamedPlan, type NamedPlan } from './load-plan.ts'
import { nameFunding } from './plan.labels.ts'
import { PlanFrame } from './plan-frame.view.tsx'
import { listYears, sumSources, sumYears } from './plan-money.rules.ts'
import { shareCosts } from './shares.rules.ts'

export const financingPage = page('/espace/plan/:planId/financement', {
  load: loadNamedPlan,
  allow: followNamed,
  view: (named) => <Financing {...named} />,
})

function Financing({ full, names }: NamedPlan) {
  const { plan, actions } = full
  const years = listYears(plan)
  const yearColumns = years.map((year, index) => ({
    key: `y${index}`,
    label: String(year),
    numeric: true,
  }))
  const cells = (amounts: readonly number[]) =>
    Object.fromEntries(amounts.map((amount, index) => [`y${index}`, formatMoney(amount)]))
  const totals = sumYears(actions, plan)
  const line = (label: string, amounts: readonly number[]) => ({
    label: t(label),
    ...cells(amounts),
    total: formatMoney(amounts.reduce((sum, one) => sum + one, 0)),
  })
  const columns = [
    { key: 'label', label: 'Ligne' },
    ...yearColumns,
    { key: 'total', label: 'Total', numeric: true },
  ]
  const shares = shareCosts(full)
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
          line(
            'Investissement',
            totals.map(({ investment }) => investment),
          ),
          line(
            'Fonctionnement',
            totals.map(({ running }) => running),
          ),
          line(
            'Demandé',
            totals.map(({ total }) => total),
          ),
          line('Enveloppe', plan.yearlyEnvelopes),
        ]}
      />
      <Table
        caption="Par source"
        columns={columns}
        rows={sumSources(actions, plan).map(({ source, byYear }) =>
          line(nameFunding(source), byYear),
        )}
      />
      {shares.length > 0 && (
        <Table
          caption="Ce que paie chaque commune"
          columns={columns}
          rows={shares.map(({ communeId, byYear }) => line(names.get(communeId) ?? '', byYear))}
        />
      )}
    </PlanFrame>
  )
}
