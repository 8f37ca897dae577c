/** How a proposal's status is kept. Its journal is its startup's: nobody else learns from it who answers. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { proposalPolicy } from './proposal.policy.ts'
import type { Proposal } from './proposal.schema.ts'
import {
  type ProposalFact,
  type ProposalStatus,
  type ProposalStep,
  proposalWorkflow,
} from './proposal.workflow.ts'

export const tooLate =
  'La date limite est passée : la proposition n’a pas été scellée. Elle reste chez vous, en brouillon.'

export const proposalLifecycle: Lifecycle<Proposal, ProposalStatus, ProposalStep, ProposalFact> = {
  kind: 'proposal',
  table: 'collaboration.proposal',
  historyTable: 'collaboration.proposalEvent',
  workflow: proposalWorkflow,
  policy: proposalPolicy,
  historyOf: ({ id, startupId }) => ({ proposalId: id, startupId }),
  journalOf: ({ startupId }) => startupId,
  missing: {
    contentIsComplete: 'Il manque des éléments : la page de la proposition les nomme.',
    deadlineIsAhead: tooLate,
    deadlineHasPassed: 'La date limite n’est pas encore passée.',
  },
}
