/** Every page of identity: the module's table of contents. */
import type { Config } from '#platform/config.ts'
import type { Route } from '#platform/web.ts'
import { preferencesPage } from './notifications/preferences.page.tsx'
import {
  switchOrganisationAction,
  switchOrganisationPage,
} from './organisations/switch-organisation.page.tsx'
import { confirmRegistrationPage, registerPage } from './people/register.page.tsx'
import { secondFactorPage } from './second-factor/second-factor.page.tsx'
import {
  closeOtherSessionsAction,
  closeSessionAction,
  listSessionsPage,
} from './sessions/list-sessions.page.tsx'
import { signInPage, signOutAction } from './sessions/sign-in.page.tsx'
import { codePages } from './sessions/sign-in-code.page.tsx'
import { createSpacePage } from './space/space.page.tsx'
import type { SpaceContribution } from './space/space.ts'

export function createIdentityRoutes(
  _config: Config,
  contributions: readonly SpaceContribution[],
): Route[] {
  return [
    registerPage,
    confirmRegistrationPage,
    signInPage,
    signOutAction,
    ...codePages,
    secondFactorPage,
    listSessionsPage,
    closeSessionAction,
    closeOtherSessionsAction,
    createSpacePage(contributions),
    switchOrganisationPage,
    switchOrganisationAction,
    preferencesPage,
  ]
}
