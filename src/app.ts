/** The composition root: the only file that knows every module. */
import path from 'node:path'
import {
  collaborationRoutes,
  collaborationSchedules,
  collaborationSpace,
  collaborationSubscribers,
  communeAdhesionSection,
  communeNeedsSection,
  communeProjectsSection,
  latestNeedsSection,
  solutionPilotsSection,
  startupAdhesionSection,
  startupProjectsSection,
} from '#modules/collaboration/index.ts'
import {
  createDirectoryRoutes,
  directorySchedules,
  directorySpace,
} from '#modules/directory/index.ts'
import {
  communeIndicatorsSection,
  governanceRoutes,
  governanceSchedules,
  governanceSpace,
  governanceSubscribers,
  solutionAdoptionSection,
  solutionResourcesSection,
} from '#modules/governance/index.ts'
import {
  createAuthenticate,
  createIdentityRoutes,
  identitySchedules,
  operationsSpace,
} from '#modules/identity/index.ts'
import {
  openDataOutward,
  openDataRoutes,
  openDataSchedules,
  openDataSpace,
  openDataSubscribers,
} from '#modules/open-data/index.ts'
import {
  communeBudgetSection,
  communeConnectivitySection,
  communeDiagnosisSection,
  communeLetterSection,
  communePlanSection,
  planningRoutes,
  planningSchedules,
  planningSpace,
  planningSubscribers,
} from '#modules/planning/index.ts'
import {
  communeReportsSection,
  communeServicesSection,
  servicesRoutes,
  servicesSchedules,
  servicesSpace,
  servicesSubscribers,
} from '#modules/services/index.ts'
import { documentRoutes } from '#platform/documents.ts'
import { fileRoutes } from '#platform/files/file-routes.ts'
import { uploadRoutes } from '#platform/files/resumed-upload.routes.ts'
import { platformSchedules } from '#platform/housekeeping.ts'
import { addCatalogue } from '#platform/i18n.ts'
import { createJobRunner, mergeSubscribers } from '#platform/jobs.ts'
import type { OpenPlatform } from '#platform/open-platform.ts'
import { createServer } from '#platform/web/server.ts'
import type { Platform, Route } from '#platform/web.ts'
import { failureViews } from '#web/errors/error-pages.tsx'
import { helpRoutes } from '#web/help/help.routes.ts'
import english from '#web/locales/en.json' with { type: 'json' }
import { outboxRoutes } from '#web/outbox/outbox.page.tsx'
import { verifyRoutes } from '#web/verify/verify.routes.ts'

addCatalogue('en', english)

export function listRoutes({ config }: Pick<Platform, 'config'>): Route[] {
  return [
    ...createIdentityRoutes(config, [
      directorySpace,
      planningSpace,
      collaborationSpace,
      servicesSpace,
      governanceSpace,
      openDataSpace,
      operationsSpace,
    ]),
    ...createDirectoryRoutes({
      home: [latestNeedsSection],
      commune: [
        communeServicesSection,
        communeReportsSection,
        communeNeedsSection,
        communeProjectsSection,
        communeAdhesionSection,
        communeDiagnosisSection,
        communeConnectivitySection,
        communePlanSection,
        communeBudgetSection,
        communeLetterSection,
        communeIndicatorsSection,
      ],
      startup: [startupAdhesionSection, startupProjectsSection],
      solution: [solutionPilotsSection, solutionAdoptionSection, solutionResourcesSection],
    }),
    ...planningRoutes,
    ...collaborationRoutes,
    ...servicesRoutes,
    ...governanceRoutes,
    ...openDataRoutes,
    ...helpRoutes,
    ...verifyRoutes,
    ...fileRoutes,
    ...uploadRoutes,
    ...documentRoutes,
    ...(config.hasOutboxPage ? outboxRoutes : []),
  ]
}

/** Who reacts to what. */
export const subscribers = mergeSubscribers([
  planningSubscribers,
  collaborationSubscribers,
  servicesSubscribers,
  governanceSubscribers,
  openDataSubscribers,
])

export function createApp(platform: Platform, assetDirectory = path.resolve('dist/assets')) {
  return createServer({
    platform,
    routes: listRoutes(platform),
    authenticate: createAuthenticate(platform.log),
    failureViews,
    assetDirectory,
  })
}

export function startBackgroundWork({ platform, connection }: OpenPlatform) {
  const schedules = [
    ...platformSchedules,
    ...identitySchedules,
    ...directorySchedules,
    ...planningSchedules,
    ...collaborationSchedules,
    ...servicesSchedules,
    ...governanceSchedules,
    ...openDataSchedules,
  ]
  const outward = openDataOutward
  return createJobRunner({ platform, pool: connection.pool, subscribers, schedules, outward })
}
