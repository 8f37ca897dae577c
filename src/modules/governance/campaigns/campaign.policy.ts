/** Who may do what with a campaign: the association writes, its secretariat sends, and never the same person alone. */
import { type Actor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Campaign } from './campaign.schema.ts'
import type { CampaignStep } from './campaign.workflow.ts'

type Stored = Pick<Campaign, 'status' | 'writtenBy' | 'startedAt'>

export const mayDraftCampaigns: Rule = (actor) =>
  worksForA(actor, 'association', 'staff', 'commissioner')

const theClock: Rule = (actor) => actor.kind === 'system'

export const campaignPolicy = {
  follow: mayDraftCampaigns,
  edit: (actor, campaign) => mayDraftCampaigns(actor, campaign) && campaign.status === 'draft',
  /** Everybody, once it leaves. */
  read: (actor, campaign) => campaign.startedAt !== null || mayDraftCampaigns(actor, campaign),

  submit: mayDraftCampaigns,
  return: associationStaff,
  approve: isSecondPerson,
  begin: theClock,
  complete: theClock,
  stop: associationStaff,
  withdraw: mayDraftCampaigns,
} satisfies Record<CampaignStep | 'follow' | 'edit' | 'read', Rule<Stored>>

function isSecondPerson(actor: Actor, campaign: Stored): boolean {
  return associationStaff(actor, campaign) && actor.id !== campaign.writtenBy
}
