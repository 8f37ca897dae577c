/** How a proposal's status reads in French. */
import type { ProposalStatus } from './proposal.workflow.ts'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const proposalStatusLabels: Readonly<Record<ProposalStatus, { label: string; tone: Tone }>> =
  {
    draft: { label: 'Brouillon', tone: 'neutral' },
    sealed: { label: 'Scellée', tone: 'success' },
    withdrawn: { label: 'Retirée', tone: 'warning' },
    opened: { label: 'Ouverte', tone: 'info' },
  }
