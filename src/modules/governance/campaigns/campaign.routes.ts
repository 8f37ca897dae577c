/** The pages of campaigns: where the association writes and sends them, and what their messages open. */
import type { Route } from '#platform/web.ts'
import { editCampaignPages } from './edit-campaign.pages.tsx'
import { listCampaignsPage } from './list-campaigns.page.tsx'
import { moveCampaignPages } from './move-campaign.pages.tsx'
import { publicCampaignPages } from './public-campaign.page.tsx'
import { showCampaignPage } from './show-campaign.page.tsx'

export const campaignRoutes: Route[] = [
  listCampaignsPage,
  ...editCampaignPages,
  showCampaignPage,
  ...moveCampaignPages,
  ...publicCampaignPages,
]
