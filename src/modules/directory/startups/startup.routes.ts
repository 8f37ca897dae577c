/** The working pages of a company's file. */
import type { Route } from '#platform/web.ts'
import { createOwnStepRoutes } from '../verification/own-steps.tsx'
import { startupPolicy } from '../verification/verification.policy.ts'
import { editStartupPage } from './edit-startup.page.tsx'
import { ownStartupPage } from './own-startup.page.tsx'
import { registerStartupPage } from './register-startup.page.tsx'
import { moveStartup } from './startup.actions.ts'
import { getStartup, ownStartupId } from './startup.queries.ts'

export const startupRoutes: Route[] = [
  registerStartupPage,
  ownStartupPage,
  editStartupPage,
  ...createOwnStepRoutes({
    path: '/espace/startup',
    load: (_params, { db, actor }) => getStartup(db, ownStartupId(actor)),
    policy: startupPolicy,
    back: () => '/espace/startup',
    move: moveStartup,
  }),
]
