/** The colours that repeat what the status of a use says. */
import type { Tone } from '#web/components/index.tsx'
import type { DeploymentStatus } from './deployment.workflow.ts'

export const useTones: Record<DeploymentStatus, Tone> = {
  claimed: 'warning',
  confirmed: 'success',
  contested: 'danger',
  ended: 'neutral',
}

/** From one star to five. */
export const starLabels = ['À éviter', 'Décevant', 'Correct', 'Bon', 'Excellent']
