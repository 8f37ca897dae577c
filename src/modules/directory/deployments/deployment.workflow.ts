/**
 * The life of a use (« utilisation ») of a solution by a commune.
 *
 *   claimed ─confirm─▶ confirmed ─end─▶ ended
 *      └─contest─▶ contested ─confirm─▲    └─confirm─▲
 *
 * A claim is the vendor's word; only the commune's own makes it confirmed.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type DeploymentStatus = 'claimed' | 'confirmed' | 'contested' | 'ended'
export type DeploymentStep = 'confirm' | 'contest' | 'end'
export type DeploymentFact = 'reasonIsGiven'

export const deploymentWorkflow = defineWorkflow<DeploymentStatus, DeploymentStep, DeploymentFact>({
  initial: 'claimed',
  steps: {
    confirm: { from: ['claimed', 'contested', 'ended'], to: 'confirmed' },
    contest: { from: ['claimed'], to: 'contested', requires: ['reasonIsGiven'] },
    end: { from: ['confirmed'], to: 'ended', requires: ['reasonIsGiven'] },
  },
})
