/**
 * The life of a campaign: one person writes it, another approves it, the clock begins it.
 *
 *   draft ─submit─▶ submitted ─approve─▶ scheduled ─begin─▶ sending ─complete─▶ sent
 *     ▲──return──────────┘──────return──────┘──────stop──────▶└─stop─▶ stopped
 *     └─withdraw─▶ withdrawn
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type CampaignStatus =
  | 'draft'
  | 'submitted'
  | 'scheduled'
  | 'sending'
  | 'sent'
  | 'stopped'
  | 'withdrawn'
export type CampaignStep =
  | 'submit'
  | 'return'
  | 'approve'
  | 'begin'
  | 'complete'
  | 'stop'
  | 'withdraw'
export type CampaignFact = 'reachesSomebody' | 'smsFits' | 'reasonIsGiven'

export const campaignWorkflow = defineWorkflow<CampaignStatus, CampaignStep, CampaignFact>({
  initial: 'draft',
  steps: {
    submit: { from: ['draft'], to: 'submitted', requires: ['reachesSomebody', 'smsFits'] },
    return: { from: ['submitted', 'scheduled'], to: 'draft', requires: ['reasonIsGiven'] },
    approve: { from: ['submitted'], to: 'scheduled', requires: ['reachesSomebody', 'smsFits'] },
    begin: { from: ['scheduled'], to: 'sending' },
    complete: { from: ['sending'], to: 'sent' },
    stop: { from: ['scheduled', 'sending'], to: 'stopped', requires: ['reasonIsGiven'] },
    withdraw: { from: ['draft', 'submitted'], to: 'withdrawn', requires: ['reasonIsGiven'] },
  },
})
