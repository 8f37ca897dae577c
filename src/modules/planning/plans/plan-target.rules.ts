/** Where the plan leads on each axis: the level now, and the level once the placed actions are done. */
import { type Axis, axes, axisLabels } from '../axes.ts'
import type { PlanSources } from './generation.types.ts'
import type { PlanAction } from './plan.schema.ts'
import { levelsOf } from './select-actions.rules.ts'

export interface AxisTarget {
  readonly axis: Axis
  readonly label: string
  readonly level: number
  readonly target: number
  readonly gain: number
}

type Placed = Pick<PlanAction, 'effects' | 'startYear'>

export function listAxisTargets(
  { diagnosis }: Pick<PlanSources, 'diagnosis'>,
  actions: readonly Placed[],
): AxisTarget[] {
  const levels = levelsOf({ diagnosis })
  return axes.map((axis) => {
    const level = levels.get(axis) ?? 0
    const target = aimAt(axis, level, actions)
    return { axis, label: axisLabels[axis], level, target, gain: round(target - level) }
  })
}

/** Five is the top: no sum of actions leads beyond. */
export function aimAt(axis: Axis, level: number, actions: readonly Placed[]): number {
  const gain = actions
    .filter(({ startYear }) => startYear !== null)
    .reduce((sum, { effects }) => sum + (effects[axis] ?? 0), 0)
  return round(Math.min(5, level + gain))
}

const round = (level: number) => Math.round(level * 10) / 10
