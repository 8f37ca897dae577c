/** How a campaign's status is kept, in the journal of the association. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { campaignPolicy } from './campaign.policy.ts'
import type { Campaign } from './campaign.schema.ts'
import {
  type CampaignFact,
  type CampaignStatus,
  type CampaignStep,
  campaignWorkflow,
} from './campaign.workflow.ts'

export const campaignLifecycle: Lifecycle<Campaign, CampaignStatus, CampaignStep, CampaignFact> = {
  kind: 'campaign',
  table: 'governance.campaign',
  historyTable: 'governance.campaignEvent',
  workflow: campaignWorkflow,
  policy: campaignPolicy,
  historyOf: ({ id }) => ({ campaignId: id }),
  journalOf: ({ associationId }) => associationId,
  missing: {
    reachesSomebody:
      'Aucune personne ne serait jointe : revoyez les communes, les fonctions ou les moyens.',
    smsFits: 'Le SMS est trop long : il doit tenir en deux parties, avec son lien.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé.',
  },
}
