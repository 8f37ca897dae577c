/** What waits for the secretariat in campaigns, and the way to them. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import { t } from '#platform/i18n.ts'
import { campaignPolicy, mayDraftCampaigns } from './campaign.policy.ts'
import { listToApprove } from './campaign.queries.ts'
import { campaignAddress, campaignsHome } from './campaign-address.ts'

export const campaignSpace: SpaceContribution = {
  async listTasks(db, actor) {
    if (!mayDraftCampaigns(actor, null)) return []
    const waiting = await listToApprove(db)
    return waiting
      .filter((campaign) => campaignPolicy.approve(actor, campaign))
      .map((campaign) => ({
        title: t('Campagne à approuver'),
        text: campaign.title,
        href: campaignAddress(campaign),
        tone: 'warning' as const,
      }))
  },
  listLinks: (actor) =>
    mayDraftCampaigns(actor, null) ? [{ label: 'Campagnes', href: campaignsHome }] : [],
}
