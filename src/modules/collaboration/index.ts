/** The front door of collaboration. */
import type { Schedule, Subscribers } from '#platform/jobs.ts'
import type { ReferenceList } from '#platform/reference-list.ts'
import type { Route } from '#platform/web.ts'
import { adhesionRoutes } from './adhesions/adhesion.routes.ts'
import { announceVersion } from './adhesions/announce-version.ts'
import { agreementRoutes } from './agreements/agreement.routes.ts'
import { agreementPaperRoutes } from './agreements/agreement-papers.routes.ts'
import { watchAgreements } from './agreements/watch-agreements.ts'
import { callRoutes } from './calls/call.routes.ts'
import { callPaperRoutes } from './calls/call-papers.routes.ts'
import { alertMatchingStartups } from './calls/publish-call.ts'
import { charterList } from './charter/charter.lists.ts'
import { charterRoutes } from './charter/charter.routes.ts'
import { committeeRoutes } from './committee/committee.routes.ts'
import { contactRoutes } from './contacts/contact.routes.ts'
import { remindContacts } from './contacts/contact-reminders.ts'
import { evaluationRoutes } from './evaluation/evaluation.routes.ts'
import { clauseList } from './framework/framework.lists.ts'
import { frameworkRoutes } from './framework/framework.routes.ts'
import { matchingRoutes } from './matching/matching.routes.ts'
import { mechanismList } from './mechanisms/mechanism.lists.ts'
import { mechanismRoutes } from './mechanisms/mechanism.routes.ts'
import { needRoutes } from './needs/need.routes.ts'
import { actionNeedSubscribers } from './needs/tell-plan-action.ts'
import { peerRoutes } from './peers/peer.routes.ts'
import { pilotRoutes } from './pilots/pilot.routes.ts'
import { remindPilots } from './pilots/remind-pilots.ts'
import { projectRoutes } from './projects/project.routes.ts'
import { projectPaperRoutes } from './projects/project-papers.routes.ts'
import { remindMilestones } from './projects/project-reminders.ts'
import { proposalRoutes } from './proposals/proposal.routes.ts'
import { recordRoutes } from './record/record.routes.ts'
import { rescueRoutes } from './rescue/rescue.routes.ts'
import { watchCalls } from './rescue/watch-calls.ts'
import { resultRoutes } from './result/result.routes.ts'
import { remindTenders } from './tenders/remind-tenders.ts'
import { tenderRoutes } from './tenders/tender.routes.ts'

export { communeAdhesionSection, startupAdhesionSection } from './adhesions/adherent-badge.view.tsx'
export { countAdherents } from './adhesions/adhesion.queries.ts'
export { type AdoptionRecord, listAdoptionRecords } from './adoption-records.queries.ts'
export { callMechanismLabels } from './calls/call.labels.ts'
export {
  countPublishedCalls,
  listLatestCalls,
  listPublishedCalls,
  type PublishedCall,
} from './calls/call.queries.ts'
export { type CallMechanism, callMechanisms } from './calls/call.schema.ts'
export { type CallOffers, listCallOffers } from './calls/call-offers.queries.ts'
export { getPublicCall, listOpenCallsOf } from './calls/public-call.queries.ts'
export { publishedCalls } from './calls/published-calls.dataset.ts'
export { collaborationSpace } from './collaboration.tasks.ts'
export { collaborationTables } from './collaboration-tables.ts'
export type { ContactStatus } from './contacts/contact.workflow.ts'
export type * from './dossiers/dossier.types.ts'
export { findProcessOf, listProcessIds, type ProcessPart } from './dossiers/find-process.queries.ts'
export { loadDossiers } from './dossiers/load-dossiers.ts'
export { rankForSolution } from './matching/ranking.queries.ts'
export { toShownPrerequisites, toShownReasons } from './matching/reasons.view.ts'
export { listPublishedNeeds, type PublishedNeed } from './needs/need.queries.ts'
export type { NeedStatus } from './needs/need.workflow.ts'
export { listNeedOutcomes, type NeedOutcome } from './needs/need-outcomes.queries.ts'
export { communeNeedsSection, latestNeedsSection } from './needs/need-sections-elsewhere.view.tsx'
export { listNeedingCommunes } from './needs/needing-communes.queries.ts'
export { getPublicNeed } from './needs/public-need.queries.ts'
export { publishedNeeds } from './needs/published-needs.dataset.ts'
export { listNewCalls, listNewNeeds } from './news.queries.ts'
export { findCallNotice, findNeedNotice } from './notices.queries.ts'
export { solutionPilotsSection } from './pilots/pilot-sections-elsewhere.view.tsx'
export { listStartedProjects, type StartedProject } from './projects/project.queries.ts'
export {
  getProjectRecord,
  listClosedProjects,
  type ProjectRecord,
} from './projects/project-record.queries.ts'
export {
  communeProjectsSection,
  startupProjectsSection,
} from './projects/project-sections-elsewhere.view.tsx'
export { getPublicProject } from './projects/public-project.queries.ts'
export { publishedFacts } from './record/published-facts.dataset.ts'
export {
  listProcesses,
  listProcessFacts,
  listSignedAmounts,
  type SignedAmount,
} from './record/record.queries.ts'
export { type Fact, factKinds, type Process } from './record/record.schema.ts'

export const collaborationRoutes: Route[] = [
  ...needRoutes,
  ...matchingRoutes,
  ...mechanismRoutes,
  ...pilotRoutes,
  ...tenderRoutes,
  ...callRoutes,
  ...callPaperRoutes,
  ...proposalRoutes,
  ...committeeRoutes,
  ...evaluationRoutes,
  ...resultRoutes,
  ...rescueRoutes,
  ...recordRoutes,
  ...frameworkRoutes,
  ...adhesionRoutes,
  ...agreementRoutes,
  ...agreementPaperRoutes,
  ...charterRoutes,
  ...projectRoutes,
  ...projectPaperRoutes,
  ...contactRoutes,
  ...peerRoutes,
]

/** What the association keeps for everybody in collaboration. */
export const collaborationReferenceLists: readonly ReferenceList[] = [
  mechanismList,
  charterList,
  clauseList,
]

export const collaborationSchedules: Schedule[] = [
  { name: 'remind-contacts', pattern: '15 * * * *', work: remindContacts },
  { name: 'watch-calls', pattern: '5 * * * *', work: watchCalls },
  { name: 'watch-agreements', pattern: '0 6 * * *', work: watchAgreements },
  { name: 'remind-tenders', pattern: '40 6 * * *', work: remindTenders },
  { name: 'remind-pilots', pattern: '20 6 * * *', work: remindPilots },
  { name: 'remind-milestones', pattern: '25 6 * * *', work: remindMilestones },
]

export const collaborationSubscribers: Subscribers = {
  ...actionNeedSubscribers,
  'call.publish': [...(actionNeedSubscribers['call.publish'] ?? []), alertMatchingStartups],
  'framework.publish': [announceVersion],
}

/** For the demonstration world, whose calls carry real seals and whose agreements are signed. */
export { hashAgreement } from './agreements/agreement-text.rules.ts'
export { draftCall, firstCriteria } from './calls/call-draft.rules.ts'
export { rankBids } from './evaluation/ranking.rules.ts'
export { hashFramework } from './framework/framework-text.rules.ts'
export { encryptDraft } from './proposals/draft-secret.ts'
export { createCallKeys, createContentKey, sealContent } from './proposals/seal.ts'
