/**
 * The life of an agreement (« convention »).
 *
 *   negotiating ─agree─▶ agreed ─sign─▶ signing ─complete─▶ active ─end─▶ ended
 *        ▲                 │                                 │  ▲ └─terminate─▶ terminated
 *        └─────reopen──────┘                           suspend  resume            ▲
 *                                                            ▼  │                 │
 *   (abandon: from all that comes before the last signature)  suspended ──────────┘
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type AgreementStatus =
  | 'negotiating'
  | 'agreed'
  | 'signing'
  | 'active'
  | 'suspended'
  | 'terminated'
  | 'ended'
  | 'abandoned'

export type AgreementStep =
  | 'agree'
  | 'reopen'
  | 'sign'
  | 'complete'
  | 'suspend'
  | 'resume'
  | 'terminate'
  | 'end'
  | 'abandon'

export type AgreementFact =
  | 'detailsAreComplete'
  | 'clausesAreAgreed'
  | 'signatureIsKept'
  | 'bothHaveSigned'
  | 'reasonIsGiven'
  | 'endHasCome'

export const agreementWorkflow = defineWorkflow<AgreementStatus, AgreementStep, AgreementFact>({
  initial: 'negotiating',
  steps: {
    agree: {
      from: ['negotiating'],
      to: 'agreed',
      requires: ['detailsAreComplete', 'clausesAreAgreed'],
    },
    reopen: { from: ['agreed'], to: 'negotiating', requires: ['reasonIsGiven'] },
    sign: { from: ['agreed'], to: 'signing', requires: ['signatureIsKept'] },
    complete: { from: ['signing'], to: 'active', requires: ['bothHaveSigned'] },
    suspend: { from: ['active'], to: 'suspended', requires: ['reasonIsGiven'] },
    resume: { from: ['suspended'], to: 'active' },
    terminate: {
      from: ['active', 'suspended'],
      to: 'terminated',
      requires: ['reasonIsGiven'],
    },
    end: { from: ['active', 'suspended'], to: 'ended', requires: ['endHasCome'] },
    abandon: {
      from: ['negotiating', 'agreed', 'signing'],
      to: 'abandoned',
      requires: ['reasonIsGiven'],
    },
  },
})
