/** The front door of governance. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import type { Schedule, Subscribers } from '#platform/jobs.ts'
import type { Route } from '#platform/web.ts'
import { administrationRoutes } from './administration/administration.routes.ts'
import { applyDueChanges } from './administration/apply-due-changes.ts'
import { referenceSpace } from './administration/reference.tasks.ts'
import { adoptionRoutes } from './adoption/adoption.routes.ts'
import { adoptionSpace } from './adoption/adoption.space.ts'
import { adoptionSubscribers, rebuildNightly } from './adoption/derive-adoption.ts'
import { awarenessRoutes } from './awareness/awareness.routes.ts'
import { awarenessSpace } from './awareness/awareness.tasks.ts'
import { resourceSubscribers } from './awareness/library/resource.messages.ts'
import { campaignRoutes } from './campaigns/campaign.routes.ts'
import { campaignSpace } from './campaigns/campaign.tasks.ts'
import { sendCampaigns } from './campaigns/send-campaigns.ts'
import { sendDigests } from './digest/send-digests.ts'
import { digestSpace, showDigestPage } from './digest/show-digest.page.tsx'
import { indicatorRoutes } from './indicators/indicator.routes.ts'
import { refreshIndicatorsNightly } from './indicators/refresh-indicators.ts'
import { invitationSubscribers } from './invitations/invitation.messages.ts'
import { invitationRoutes } from './invitations/invitation.routes.ts'
import { invitationSpace } from './invitations/invitation.tasks.ts'
import { remindInvited } from './invitations/remind-invited.ts'
import { recommendationRoutes } from './recommendations/recommendation.routes.ts'
import { recommendationSpace } from './recommendations/recommendation.tasks.ts'
import { remindRecommendations } from './recommendations/remind-recommendations.ts'
import { sessionRoutes } from './sessions/session.routes.ts'
import { sessionSpace } from './sessions/session.tasks.ts'

export { solutionAdoptionSection } from './adoption/adoption-section.view.tsx'
/** For the operator and the demonstration world. */
export { rebuildAdoption } from './adoption/derive-adoption.ts'
export { solutionResourcesSection } from './awareness/library/resource-card.view.tsx'
export { governanceTables } from './governance-tables.ts'
export { communeIndicatorsSection } from './indicators/commune-indicators-section.view.tsx'
/** For the demonstration world, whose history is counted as a real one is. */
export { refreshIndicators } from './indicators/refresh-indicators.ts'
export { loadReadings } from './recommendations/load-readings.ts'
export { computeProgress, measures, type Readings } from './recommendations/measure.rules.ts'
export { getPublicRecommendation } from './recommendations/public-recommendation.queries.ts'
export { publishedRecommendations } from './recommendations/published-recommendations.dataset.ts'
export {
  listBoard,
  listLastMoved,
  publicStatuses,
} from './recommendations/recommendation.queries.ts'
export { addressees, type Recommendation } from './recommendations/recommendation.schema.ts'
export { getPublicSession, listPublicSessions } from './sessions/public-session.queries.ts'
export { publishedSessions } from './sessions/published-sessions.dataset.ts'
export { participantKinds, type Session } from './sessions/session.schema.ts'

export const governanceRoutes: Route[] = [
  ...adoptionRoutes,
  ...campaignRoutes,
  showDigestPage,
  ...sessionRoutes,
  ...invitationRoutes,
  ...recommendationRoutes,
  ...administrationRoutes,
  ...indicatorRoutes,
  ...awarenessRoutes,
]

export const governanceSchedules: Schedule[] = [
  { name: 'refresh-indicators', pattern: '55 1 * * *', work: refreshIndicatorsNightly },
  { name: 'send-digests', pattern: '0 6 * * 1', work: sendDigests },
  { name: 'send-campaigns', pattern: '* * * * *', work: sendCampaigns },
  { name: 'rebuild-adoption', pattern: '50 1 * * *', work: rebuildNightly },
  { name: 'remind-invited', pattern: '0 6 * * *', work: remindInvited },
  { name: 'remind-recommendations', pattern: '10 6 * * *', work: remindRecommendations },
  // Midnight in Benin is 23:00 UTC; the other hours serve where the power was out then.
  { name: 'apply-reference-changes', pattern: '0 * * * *', work: applyDueChanges },
]

export const governanceSubscribers: Subscribers = {
  ...invitationSubscribers,
  ...adoptionSubscribers,
  ...resourceSubscribers,
}

const spaces = [
  sessionSpace,
  invitationSpace,
  recommendationSpace,
  referenceSpace,
  campaignSpace,
  digestSpace,
  adoptionSpace,
  awarenessSpace,
]

export const governanceSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    const tasks = []
    for (const { listTasks } of spaces) tasks.push(...(await listTasks(db, actor, now)))
    return tasks
  },
  listLinks: (actor) => spaces.flatMap(({ listLinks }) => listLinks(actor)),
}
