/** The axes of a plan: the level now, and where the placed actions lead. */

import { formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { ScoreMeter, Table } from '#web/components/index.tsx'
import type { Axis } from '../axes.ts'
import { axes, axisLabels } from '../axes.ts'
import { loadLevels } from './load-levels.ts'
import { followNamed, loadNamedPlan, type NamedPlan } from './load-plan.ts'
import type { FullPlan } from './plan.schema.ts'
import { PlanFrame } from './plan-frame.view.tsx'
import { aimAt } from './plan-target.rules.ts'

export const axesPage = page('/espace/plan/:planId/axes', {
  load: async (params: { planId: string }, context: Context) => {
    const named: NamedPlan = await loadNamedPlan(params, context)
    return { ...named, levels: await loadLevels(context.db, named.full.plan.communeId) }
  },
  allow: followNamed,
  view: ({ full, levels }) => (
    <PlanFrame
      plan={full.plan}
      tab="/axes"
      lead="Le niveau vient du dernier diagnostic confirmé ; la cible, de l’effet annoncé des actions placées au calendrier."
    >
      <AxisTargets full={full} levels={levels} />
    </PlanFrame>
  ),
})

interface Props {
  readonly full: Pick<FullPlan, 'actions'>
  readonly levels: ReadonlyMap<Axis, number>
}

function AxisTargets({ full: { actions }, levels }: Props) {
  const rows = axes.map((axis) => {
    const level = levels.get(axis) ?? 0
    return {
      axis,
      level,
      target: aimAt(axis, level, actions),
      count: actions.filter((action) => action.axis === axis && action.startYear !== null).length,
    }
  })
  return (
    <>
      {rows.map(({ axis, target }) => (
        <ScoreMeter key={axis} label={axisLabels[axis]} score={target} maximum={5} />
      ))}
      <Table
        caption="Niveaux et cibles par axe"
        columns={[
          { key: 'axis', label: 'Axe' },
          { key: 'level', label: 'Niveau', numeric: true },
          { key: 'target', label: 'Cible', numeric: true },
          { key: 'count', label: 'Actions placées', numeric: true },
        ]}
        rows={rows.map(({ axis, level, target, count }) => ({
          axis: t(axisLabels[axis]),
          level: formatDecimal(level),
          target: formatDecimal(target),
          count: String(count),
        }))}
      />
    </>
  )
}
