/** Every page of the directory. Later modules add their sections to the home page and to the pages of communes, startups and solutions. */
import type { Route } from '#platform/web.ts'
import { catalogueWorkbook } from './catalogue/catalogue-workbook.endpoint.ts'
import { listSolutionsPage } from './catalogue/list-solutions.page.tsx'
import { editProfilePage } from './communes/edit-profile.page.tsx'
import { listCommunesPage } from './communes/list-communes.page.tsx'
import { type CommuneSection, createCommunePage } from './communes/show-commune.page.tsx'
import { deploymentRoutes } from './deployments/deployment.routes.ts'
import { editEmblemPage, removeEmblemAction, showEmblem } from './emblems/emblem.pages.tsx'
import {
  addHolidayPage,
  listHolidaysPage,
  removeHolidayAction,
} from './holidays/holidays.pages.tsx'
import { createHomePage, type HomeSection } from './home/home.page.tsx'
import { compareSolutionsPage } from './solutions/public/compare-solutions.page.tsx'
import { createSolutionPage, type SolutionSection } from './solutions/public/show-solution.page.tsx'
import { solutionRoutes } from './solutions/solution.routes.ts'
import { solutionFileRoutes } from './solutions/solution-file.routes.ts'
import { listStartupsPage } from './startups/public/list-startups.page.tsx'
import { createStartupPage, type StartupSection } from './startups/public/show-startup.page.tsx'
import { startupRoutes } from './startups/startup.routes.ts'
import { verificationRoutes } from './verification/verification.routes.ts'

interface AddedSections {
  readonly home: readonly HomeSection[]
  readonly commune: readonly CommuneSection[]
  readonly startup: readonly StartupSection[]
  readonly solution: readonly SolutionSection[]
}

export function createDirectoryRoutes({
  home,
  commune,
  startup,
  solution,
}: AddedSections): Route[] {
  return [
    createHomePage(home),
    listCommunesPage,
    createCommunePage(commune),
    editProfilePage,
    editEmblemPage,
    removeEmblemAction,
    showEmblem,
    listHolidaysPage,
    addHolidayPage,
    removeHolidayAction,
    listSolutionsPage,
    catalogueWorkbook,
    createSolutionPage(solution),
    compareSolutionsPage,
    listStartupsPage,
    createStartupPage(startup),
    ...startupRoutes,
    ...solutionRoutes,
    ...solutionFileRoutes,
    ...verificationRoutes,
    ...deploymentRoutes,
  ]
}
