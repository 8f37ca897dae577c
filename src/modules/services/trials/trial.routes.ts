/** Trying a procedure before it is published. */
import type { Route } from '#platform/web.ts'
import { endTrialActions, readTrialPage } from './read-trial.pages.tsx'
import { beginTrialPage, tryScreenRoutes } from './try-procedure.pages.tsx'

export const trialRoutes: readonly Route[] = [
  beginTrialPage,
  ...tryScreenRoutes,
  readTrialPage,
  ...endTrialActions,
]
