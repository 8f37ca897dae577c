/** How far a plan is: what is done, what is under way, what is late. */
import type { PlanAction } from './plan.schema.ts'

export interface Progress {
  readonly placed: number
  readonly done: number
  readonly running: number
  readonly late: number
  /** Of what was placed and not abandoned, in whole percent. */
  readonly percent: number
}

type Followed = Pick<PlanAction, 'startYear' | 'endYear' | 'status'>

export function measureProgress(actions: readonly Followed[], year: number): Progress {
  const placed = actions.filter(
    ({ startYear, status }) => startYear !== null && status !== 'abandoned',
  )
  const count = (test: (action: Followed) => boolean) => placed.filter(test).length
  const done = count(({ status }) => status === 'done')
  return {
    placed: placed.length,
    done,
    running: count(({ status }) => status === 'running'),
    late: count((action) => isLate(action, year)),
    percent: placed.length === 0 ? 0 : Math.floor((done * 100) / placed.length),
  }
}

/** Said to be late, or past its last year without being done, or past its first without having begun. */
export function isLate({ startYear, endYear, status }: Followed, year: number): boolean {
  if (status === 'done' || status === 'abandoned' || startYear === null || endYear === null)
    return false
  return status === 'late' || year > endYear || (year > startYear && status === 'planned')
}
