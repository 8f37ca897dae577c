/** The pages of identity: signing in, one's account, one's organisations. */
import type { Config } from '#platform/config.ts'
import type { Route } from '#platform/web.ts'
import { accountRoutes } from './accounts/show-account.pages.tsx'
import { listKeysPage, revokeKeyAction } from './api-keys/list-keys.page.tsx'
import { newKeyPage, shownKeyPage } from './api-keys/new-key.page.tsx'
import { chooseAssistanceAction } from './assistance/choose-assistance.action.tsx'
import { listCommunesToAssistPage } from './assistance/list-communes.page.tsx'
import { registerPage as assistanceRegisterPage } from './assistance/register.page.tsx'
import { startAssistancePage } from './assistance/start-assistance.page.tsx'
import { stopAssistanceAction } from './assistance/stop-assistance.action.ts'
import { askRecoveryCodePage, askSignInCodePage } from './codes/ask-code.page.tsx'
import { choosePasswordPage } from './codes/choose-password.page.tsx'
import { signInCodePage } from './codes/sign-in-code.page.tsx'
import { invitePage } from './invitations/invite.page.tsx'
import { joinWithAccountPage } from './invitations/join-with-account.page.tsx'
import { acceptReceivedAction, declineReceivedAction } from './invitations/received-invitations.ts'
import { acceptInvitationAction, showInvitationPage } from './invitations/show-invitation.page.tsx'
import { preferencesPage } from './notifications/preferences.page.tsx'
import { unsubscribePages } from './notifications/unsubscribe.pages.tsx'
import { joinOidcPages } from './oidc/join-oidc.page.tsx'
import { createLinkPages } from './oidc/link-oidc.page.tsx'
import { createProvider, type OidcSettings } from './oidc/provider.ts'
import { createOidcSignIn } from './oidc/sign-in-oidc.routes.ts'
import { operationRoutes } from './operations/operations.page.tsx'
import {
  listOrganisationsPage,
  newOrganisationPage,
} from './organisations/list-organisations.page.tsx'
import {
  endMembershipAction,
  membersPage,
  ownMembersPage,
  resendInvitationAction,
  revokeInvitationAction,
} from './organisations/members.page.tsx'
import {
  switchOrganisationAction,
  switchOrganisationPage,
} from './organisations/switch-organisation.page.tsx'
import { editPasskeyPage, removePasskeyAction } from './passkeys/edit-passkey.page.tsx'
import {
  addPasskeyAction,
  listPasskeysPage,
  newPasskeyOptionsEndpoint,
} from './passkeys/list-passkeys.page.tsx'
import { passkeyOptionsEndpoint, passkeySignInAction } from './passkeys/sign-in-passkey.routes.ts'
import { accountPage } from './people/account.page.tsx'
import { activatePage } from './people/activate.page.tsx'
import { changeContactPage } from './people/change-contact.page.tsx'
import { changePasswordPage } from './people/change-password.page.tsx'
import { chooseLocaleEndpoint } from './people/choose-locale.endpoint.ts'
import { confirmContactPage } from './people/confirm-contact.page.tsx'
import { confirmRegistrationPage } from './people/confirm-registration.page.tsx'
import { registerPage } from './people/register.page.tsx'
import { secondFactorPage } from './second-factor/second-factor.page.tsx'
import { setUpSecondFactorPage } from './second-factor/set-up.page.tsx'
import { shownCodesPage } from './second-factor/shown-codes.page.tsx'
import { renewCodesPage, turnOffPage } from './second-factor/turn-off.page.tsx'
import {
  closeOtherSessionsAction,
  closeSessionAction,
  listSessionsPage,
} from './sessions/list-sessions.page.tsx'
import { signInPage } from './sessions/sign-in.page.tsx'
import { signOutAction } from './sessions/sign-out.action.ts'
import { createSpacePage } from './space/space.page.tsx'
import type { SpaceContribution } from './space/space.ts'

export function createIdentityRoutes(
  config: Pick<Config, 'oidc'>,
  contributions: readonly SpaceContribution[],
): Route[] {
  return [
    ...signingIn,
    ...(config.oidc ? createOidcRoutes(config.oidc) : []),
    ...account,
    ...organisations,
    ...assistance,
    ...operationRoutes,
    ...accountRoutes,
    createSpacePage(contributions),
    preferencesPage,
    ...unsubscribePages,
    chooseLocaleEndpoint,
  ]
}

const signingIn: Route[] = [
  registerPage,
  confirmRegistrationPage,
  signInPage,
  askSignInCodePage,
  signInCodePage,
  askRecoveryCodePage,
  choosePasswordPage,
  passkeyOptionsEndpoint,
  passkeySignInAction,
  secondFactorPage,
  activatePage,
  signOutAction,
]

const account: Route[] = [
  accountPage,
  changePasswordPage,
  changeContactPage,
  confirmContactPage,
  setUpSecondFactorPage,
  shownCodesPage,
  renewCodesPage,
  turnOffPage,
  listPasskeysPage,
  newPasskeyOptionsEndpoint,
  addPasskeyAction,
  editPasskeyPage,
  removePasskeyAction,
  listSessionsPage,
  closeSessionAction,
  closeOtherSessionsAction,
]

const organisations: Route[] = [
  switchOrganisationPage,
  switchOrganisationAction,
  listOrganisationsPage,
  newOrganisationPage,
  ownMembersPage,
  membersPage,
  endMembershipAction,
  invitePage,
  resendInvitationAction,
  revokeInvitationAction,
  showInvitationPage,
  acceptInvitationAction,
  joinWithAccountPage,
  acceptReceivedAction,
  declineReceivedAction,
  listKeysPage,
  newKeyPage,
  shownKeyPage,
  revokeKeyAction,
]

const assistance: Route[] = [
  listCommunesToAssistPage,
  startAssistancePage,
  assistanceRegisterPage,
  chooseAssistanceAction,
  stopAssistanceAction,
]

function createOidcRoutes(settings: OidcSettings): Route[] {
  const provider = createProvider(settings)
  return [...createOidcSignIn(provider), ...joinOidcPages, ...createLinkPages(settings)]
}
