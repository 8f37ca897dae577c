/**
 * The life of a milestone (« jalon »): delivered, then accepted (« recette ») whole, in part or not.
 *
 *   planned ─deliver▶ delivered ─accept▶ accepted
 *                      ▲   │ └─acceptPartly▶ partlyAccepted ─liftReserves▶ accepted
 *                   deliver refuse
 *                      │   ▼
 *                     refused
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type MilestoneStatus = 'planned' | 'delivered' | 'accepted' | 'partlyAccepted' | 'refused'
export type MilestoneStep = 'deliver' | 'accept' | 'acceptPartly' | 'refuse' | 'liftReserves'
export type MilestoneFact = 'projectIsRunning' | 'reasonIsGiven' | 'reservesAreGiven'

export const milestoneWorkflow = defineWorkflow<MilestoneStatus, MilestoneStep, MilestoneFact>({
  initial: 'planned',
  steps: {
    deliver: { from: ['planned', 'refused'], to: 'delivered', requires: ['projectIsRunning'] },
    accept: { from: ['delivered'], to: 'accepted', requires: ['projectIsRunning'] },
    acceptPartly: {
      from: ['delivered'],
      to: 'partlyAccepted',
      requires: ['projectIsRunning', 'reservesAreGiven'],
    },
    refuse: {
      from: ['delivered'],
      to: 'refused',
      requires: ['projectIsRunning', 'reasonIsGiven'],
    },
    liftReserves: {
      from: ['partlyAccepted'],
      to: 'accepted',
      requires: ['projectIsRunning', 'reasonIsGiven'],
    },
  },
})
