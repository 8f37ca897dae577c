/** How a milestone stands on a day: lateness follows from the date, nobody has to record it. */
import type { StageState } from '#web/components/index.tsx'
import { milestoneStatusLabels } from './project.labels.ts'
import type { Milestone } from './project.schema.ts'

type Subject = Pick<Milestone, 'status' | 'dueOn' | 'reservesDueOn'>

export function isLate({ status, dueOn, reservesDueOn }: Subject, today: string): boolean {
  if (status === 'planned' || status === 'refused') return dueOn < today
  return status === 'partlyAccepted' && reservesDueOn !== null && reservesDueOn < today
}

const states = {
  planned: 'planned',
  delivered: 'waiting',
  accepted: 'done',
  partlyAccepted: 'partly',
  refused: 'refused',
} as const

export function describeState(
  milestone: Subject,
  today: string,
): { readonly state: StageState; readonly stateLabel: string } {
  const stateLabel = milestoneStatusLabels[milestone.status].label
  if (milestone.status === 'planned' && isLate(milestone, today))
    return { state: 'late', stateLabel: 'En retard' }
  return { state: states[milestone.status], stateLabel }
}
