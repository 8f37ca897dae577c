/**
 * A member of a committee.
 *
 *   named ─declare─▶ declared ─cut─▶ cut
 *     └────────────cut───────────────▲
 *
 * Nobody reads a proposal before they declare that they have no interest in it; whoever has one is cut off at once and
 * for good, and the notes they gave are void.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type MemberStatus = 'named' | 'declared' | 'cut'
export type MemberStep = 'declare' | 'cut'
export type MemberFact = 'reasonIsGiven'

export const memberWorkflow = defineWorkflow<MemberStatus, MemberStep, MemberFact>({
  initial: 'named',
  steps: {
    declare: { from: ['named'], to: 'declared' },
    cut: { from: ['named', 'declared'], to: 'cut', requires: ['reasonIsGiven'] },
  },
})
