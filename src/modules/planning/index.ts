/** The front door of planning. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import type { Schedule, Subscribers } from '#platform/jobs.ts'
import type { ReferenceList } from '#platform/reference-list.ts'
import type { ExportedTable } from '#platform/tables/export-tables.ts'
import type { Route } from '#platform/web.ts'
import { accountList } from './budgets/account.lists.ts'
import { budgetRoutes } from './budgets/budget.routes.ts'
import { budgetSpace } from './budgets/budget.tasks.ts'
import { budgetTables } from './budgets/budget-tables.ts'
import { followAssumption } from './connectivity/assumption.actions.ts'
import { connectivityRoutes } from './connectivity/connectivity.routes.ts'
import { connectivitySpace } from './connectivity/connectivity.tasks.ts'
import { connectivityTables } from './connectivity/connectivity-tables.ts'
import { coverageTask, refreshCoverageNightly } from './connectivity/provider-coverage.ts'
import { refreshAllStates } from './connectivity/refresh-states.ts'
import { diagnosisRoutes } from './diagnosis/diagnosis.routes.ts'
import { diagnosisSpace } from './diagnosis/diagnosis.tasks.ts'
import { diagnosisTables } from './diagnosis/diagnosis-tables.ts'
import { announceModel } from './letters/announce-model.ts'
import { letterRoutes } from './letters/letter.routes.ts'
import { letterSpace } from './letters/letter.tasks.ts'
import { letterTables } from './letters/letter-tables.ts'
import { askForOverview, refreshOverviewNightly, refreshTask } from './overview/refresh-overview.ts'
import { overviewFile, showOverviewPage } from './overview/show-overview.page.tsx'
import { planRoutes } from './plans/plan.routes.ts'
import { planSpace } from './plans/plan.tasks.ts'
import { planTables } from './plans/plan-tables.ts'

export { type Axis, axes, axisLabels } from './axes.ts'
export { listFundingSources } from './budgets/account.queries.ts'
export { communeBudgetSection } from './budgets/budget-section.view.tsx'
export {
  listPaidAmounts,
  listVotedAmounts,
  type PaidAmount,
  type VotedAmount,
} from './budgets/dated-figures.queries.ts'
export { refreshFigures } from './budgets/refresh-figures.ts'
export { communeConnectivitySection } from './connectivity/commune-connectivity.page.tsx'
export { type CommuneSummary, summariseCommunes } from './connectivity/national.queries.ts'
export { publishedSites } from './connectivity/published-sites.dataset.ts'
/** For the demonstration world, once its catalogue is known. */
export { refreshConnectivity } from './connectivity/refresh-states.ts'
export { type CommuneMaturity, listMaturity } from './diagnosis/maturity.queries.ts'
/** For the demonstration world, whose diagnoses are judged as real ones are. */
export { computeResult } from './diagnosis/maturity.rules.ts'
export { listMaturityPeriods, type MaturityPeriod } from './diagnosis/maturity-periods.queries.ts'
export { communeDiagnosisSection } from './diagnosis/public-diagnosis.page.tsx'
export { listQuestions } from './diagnosis/questionnaire.rules.ts'
export type { Answer, Question, Questionnaire } from './diagnosis/questionnaire.types.ts'
export type { DiagnosisResult } from './diagnosis/result.types.ts'
/** For the demonstration world, whose letters are drafted as real ones are. */
export { getFullLetter } from './letters/letter.queries.ts'
export { draftSections } from './letters/letter-prose.rules.ts'
export { draftCeilings, draftDates, draftLines } from './letters/letter-rows.rules.ts'
export { communeLetterSection } from './letters/letter-sections-elsewhere.view.tsx'
export { hashText, toSignedText } from './letters/letter-text.rules.ts'
export { type LoadedSource, loadLetterSource } from './letters/load-letter-source.ts'
export { loadOverview } from './overview/load-overview.ts'
export { publishedFigures } from './overview/published-figures.dataset.ts'
export { refreshOverview } from './overview/refresh-overview.ts'
export { communePlanSection } from './plans/commune-plan.view.tsx'
export { type CoveragePeriod, listCoveragePeriods } from './plans/coverage.queries.ts'
/** For the demonstration world, whose plans are generated as real ones are. */
export { generatePlan } from './plans/generate-plan.rules.ts'
export type { PlanSources } from './plans/generation.types.ts'
export { findPlanSources } from './plans/load-sources.ts'
export { mayTurnIntoNeed } from './plans/plan.policy.ts'
export { findPlanInForce, getPlanAction } from './plans/plan.queries.ts'
export type { FullPlan, Plan, PlanAction } from './plans/plan.schema.ts'
export type { PlanStatus } from './plans/plan.workflow.ts'
export { takePlanSnapshot } from './plans/plan-version.actions.ts'
export { publishedPlans } from './plans/published-plans.dataset.ts'
export { recordActionNeed } from './plans/record-action-need.ts'
export { saveGeneration } from './plans/save-generation.ts'

export const planningRoutes: Route[] = [
  ...diagnosisRoutes,
  ...connectivityRoutes,
  ...planRoutes,
  ...budgetRoutes,
  ...letterRoutes,
  showOverviewPage,
  overviewFile,
]

/** What the association keeps for everybody in planning. */
export const planningReferenceLists: readonly ReferenceList[] = [accountList]

export const planningSchedules: Schedule[] = [
  { name: 'refresh-connectivity', pattern: '30 1 * * *', work: refreshAllStates },
  { name: coverageTask, pattern: '40 1 * * *', work: refreshCoverageNightly },
  { name: refreshTask, pattern: '45 1 * * *', work: refreshOverviewNightly },
]

export const planningSubscribers: Subscribers = {
  'modelLetter.publish': [announceModel],
  'letter.sign': [askForOverview],
  'plan.deliberate': [askForOverview],
  'plan.close': [askForOverview],
  'diagnosis.confirm': [askForOverview],
  'budget.adopt': [askForOverview],
  'budget.adoptAmendment': [askForOverview],
  'budget.close': [askForOverview],
  'connectivityAssumption.set': [followAssumption],
}

export const planningTables: readonly ExportedTable[] = [
  ...diagnosisTables,
  ...connectivityTables,
  ...planTables,
  ...budgetTables,
  ...letterTables,
]

/** What waits for somebody in planning, and where they may go: each part adds its own. */
const parts: readonly SpaceContribution[] = [
  diagnosisSpace,
  connectivitySpace,
  planSpace,
  budgetSpace,
  letterSpace,
]

export const planningSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    const tasks: Awaited<ReturnType<SpaceContribution['listTasks']>> = []
    for (const part of parts) tasks.push(...(await part.listTasks(db, actor, now)))
    return tasks
  },
  listLinks: (actor) => parts.flatMap((part) => part.listLinks(actor)),
}
