/**
 * The calendar of a stored plan, reckoned again: with its own actions and dependencies. Years set by hand stay, and so does what
 * has begun; nothing is placed in a year gone by.
 */
import type { Axis } from '../axes.ts'
import type { FullPlan, PlanAction } from './plan.schema.ts'
import { type Move, type Simulation, schedulePlan, simulateEnvelopes } from './schedule.rules.ts'
import type { ScheduleInput } from './schedule.types.ts'
import { countPoints } from './select-actions.rules.ts'

type Levels = ReadonlyMap<Axis, number>

export interface Known {
  readonly levels: Levels
  readonly thisYear: number
}

export function toScheduleInput(
  { plan, actions, dependencies }: FullPlan,
  { levels, thisYear }: Known,
): ScheduleInput {
  return {
    envelopes: plan.yearlyEnvelopes,
    from: Math.max(0, thisYear - plan.firstYear),
    candidates: actions
      .filter(({ status }) => status !== 'abandoned')
      .map((action) => ({
        id: action.id,
        points: countPoints(action.effects, levels),
        isMandatory: action.isMandatory,
        duration: action.durationYears,
        investment: action.investment,
        running: action.running,
        needs: dependencies
          .filter(({ actionId }) => actionId === action.id)
          .map(({ needsActionId }) => needsActionId),
        ...((action.isPinned || hasBegun(action)) &&
          action.startYear !== null && { pinnedStart: action.startYear - plan.firstYear }),
      })),
  }
}

const hasBegun = ({ status }: Pick<PlanAction, 'status'>) =>
  status === 'running' || status === 'done'

export interface Proposal {
  readonly action: PlanAction
  readonly startYear: number | null
  readonly endYear: number | null
}

/** The actions that would move. */
export function listReschedule(full: FullPlan, known: Known): Proposal[] {
  const { starts } = schedulePlan(toScheduleInput(full, known))
  return full.actions.flatMap((action) => {
    if (!starts.has(action.id)) return []
    const start = starts.get(action.id) ?? null
    const startYear = start === null ? null : full.plan.firstYear + start
    if (startYear === action.startYear) return []
    const endYear = startYear === null ? null : startYear + action.durationYears - 1
    return [{ action, startYear, endYear }]
  })
}

export interface NamedMove extends Move {
  readonly title: string
}

/**
 * « What if the envelope is 20 % lower »: which actions of the plan move, drop or come in. Both calendars are reckoned by the same
 * rule, so that only the envelope makes the difference.
 */
export function simulatePlan(
  full: FullPlan,
  known: Known,
  percent: number,
): Omit<Simulation, 'moves'> & { readonly moves: readonly NamedMove[] } {
  const titleOf = new Map(full.actions.map(({ id, title }) => [id, title]))
  const simulation = simulateEnvelopes(toScheduleInput(full, known), percent)
  return {
    ...simulation,
    moves: simulation.moves.map((move) => ({ ...move, title: titleOf.get(move.id) ?? '' })),
  }
}
