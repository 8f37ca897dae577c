/** The pages of identity: signing in, one's account, one's organisations. */
import type { Route } from '#platform/web.ts'
import { acceptInvitationPage } from './invitations/accept-invitation.page.tsx'
import { preferencesPage } from './notifications/preferences.page.tsx'
import { memberPages } from './organisations/members.page.tsx'
import {
  switchOrganisationAction,
  switchOrganisationPage,
} from './organisations/switch-organisation.page.tsx'
import { accountPages } from './people/account.page.tsx'
import { chooseLocaleEndpoint } from './people/choose-locale.endpoint.ts'
import { confirmRegistrationPage, registerPage } from './people/register.page.tsx'
import { secondFactorPage } from './second-factor/second-factor.page.tsx'
import { totpPages } from './second-factor/set-up-totp.page.tsx'
import {
  closeOtherSessionsAction,
  closeSessionAction,
  listSessionsPage,
} from './sessions/list-sessions.page.tsx'
import { signInPage, signOutAction } from './sessions/sign-in.page.tsx'
import { codePages } from './sessions/sign-in-code.page.tsx'
import { createSpacePage } from './space/space.page.tsx'
import type { SpaceContribution } from './space/space.ts'

export function createIdentityRoutes(contributions: readonly SpaceContribution[]): Route[] {
  return [
    signInPage,
    signOutAction,
    ...codePages,
    secondFactorPage,
    registerPage,
    confirmRegistrationPage,
    chooseLocaleEndpoint,
    acceptInvitationPage,
    createSpacePage(contributions),
    switchOrganisationPage,
    switchOrganisationAction,
    ...memberPages,
    ...accountPages,
    ...totpPages,
    listSessionsPage,
    closeSessionAction,
    closeOtherSessionsAction,
    preferencesPage,
  ]
}
