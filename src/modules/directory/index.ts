/** The front door of the directory. */
import type { Schedule } from '#platform/jobs.ts'
import { watchLabels } from './startups/watch-labels.ts'

export {
  type CandidateSolution,
  type CatalogueEntry,
  countEntries,
  findCatalogueEntryBySlug,
  listAllEntries,
  listCandidateSolutions,
  listCatalogueEntries,
  listEntriesOfStartup,
  listLatestEntries,
} from './catalogue/catalogue-entry.queries.ts'
export { listNamesPerhapsIn } from './catalogue/catalogue-names.queries.ts'
export { getPublicSolution, listPublicSolutions } from './catalogue/public-solution.queries.ts'
export { publishedSolutions } from './catalogue/published-solutions.dataset.ts'
export { refreshCatalogue } from './catalogue/refresh-catalogue.ts'
export { findMapAreas } from './communes/boundary.queries.ts'
export {
  type Commune,
  type CommuneFacts,
  type CommuneLine,
  type CommunePlace,
  findCommuneByKey,
  getCommune,
  getCommuneBySlug,
  getCommuneFacts,
  listArrondissements,
  listCommuneCodes,
  listCommuneFacts,
  listCommuneNames,
  listCommuneOptions,
  listCommunePlaces,
  listCommunes,
  listDepartments,
  listMatchingCommunes,
} from './communes/commune.queries.ts'
export { getCommuneIssuer } from './communes/commune-issuer.ts'
export { importBoundaries } from './communes/import/boundary.actions.ts'
export { importCommunes } from './communes/import/commune-import.actions.ts'
export { publishedCommunes } from './communes/published-communes.dataset.ts'
export type { CommuneSection } from './communes/show-commune.page.tsx'
export { meetsConnectivity } from './connectivity.rules.ts'
export { recordDeliveredUse } from './deployments/delivered-use.ts'
export {
  type ConfirmedUser,
  listConfirmedUsers,
  listUsedSolutions,
  listUseRecords,
  type UsedSolution,
} from './deployments/deployment.queries.ts'
export { publishedUses } from './deployments/published-uses.dataset.ts'
export { createDirectoryRoutes } from './directory.routes.ts'
export { directorySpace } from './directory.space.ts'
export { directoryTables } from './directory-tables.ts'
export { listNearest } from './geography.rules.ts'
export { listDaysOff } from './holidays/holiday.queries.ts'
export type { HomeSection } from './home/home.page.tsx'
export {
  type Category,
  type Connectivity,
  categoryLabels,
  connectivityLabels,
  domainLabels,
  type Hosting,
  hostingLabels,
  languageLabels,
  serviceDomains,
  serviceLabels,
} from './labels.ts'
export { type Cost, computeCost } from './solutions/price.rules.ts'
export type { SolutionSection } from './solutions/public/show-solution.page.tsx'
export { findLabelState } from './startups/label.rules.ts'
export { getPublicStartup, listStartupSlugs } from './startups/public/public-startup.queries.ts'
export { publishedStartups } from './startups/public/published-startups.dataset.ts'
export type { StartupSection } from './startups/public/show-startup.page.tsx'
export {
  type ListedStartup,
  listVerifiedStartupIds,
  listVerifiedStartups,
} from './startups/public/startup-list.queries.ts'
export { listStandings, type StartupStanding } from './startups/standing.queries.ts'

export const directorySchedules: Schedule[] = [
  { name: 'watch-labels', pattern: '0 5 * * *', work: watchLabels },
]
