/** The pages of invitations: the association's list, and what whoever is invited reads and answers. */
import type { Route } from '#platform/web.ts'
import { answerInvitationPage } from './answer-invitation.page.tsx'
import { invitationLetterRoutes } from './invitation-letter.routes.ts'
import { inviteGuestPage } from './invite-guest.page.tsx'
import { inviteOrganisationsPage } from './invite-organisations.page.tsx'
import { listInvitationsPage } from './list-invitations.page.tsx'
import { removeAction, sendAction } from './move-invitations.ts'
import { presencesPage } from './presences.page.tsx'
import { showInvitationPage } from './show-invitation.page.tsx'

export const invitationRoutes: Route[] = [
  listInvitationsPage,
  inviteOrganisationsPage,
  inviteGuestPage,
  presencesPage,
  sendAction,
  removeAction,
  showInvitationPage,
  answerInvitationPage,
  ...invitationLetterRoutes,
]
