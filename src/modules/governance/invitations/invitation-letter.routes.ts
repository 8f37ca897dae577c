/** The letter of an invitation, for the association and for whoever was invited. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { type NewDocument, paperRoutes } from '#platform/documents.ts'
import type { Context } from '#platform/web.ts'
import { getFullSession } from '../sessions/session.queries.ts'
import { writeInvitation } from './invitation.paper.ts'
import { invitationPolicy } from './invitation.policy.ts'
import type { SessionInvitation } from './invitation.queries.ts'
import { receivedHome } from './invitation-address.ts'
import { loadInvitation } from './load-invitations.ts'

export const invitationLetterRoutes = paperRoutes(`${receivedHome}/:invitationId/lettre`, {
  load: loadInvitation,
  allow: invitationPolicy.read,
  write: async (
    { session, invitation }: SessionInvitation,
    { db }: Context,
  ): Promise<NewDocument> => {
    const { associationId } = session
    const name = (await listOrganisationNames(db, [associationId])).get(associationId) ?? ''
    return {
      kind: 'sessionInvitation',
      subject: { kind: 'invitation', id: invitation.id },
      issuer: { id: associationId, name },
      readerIds: invitation.organisationId ? [invitation.organisationId] : [],
      model: writeInvitation(await getFullSession(db, session.id), invitation, name),
    }
  },
  /** What has not left is printed for whoever prepares it, and not kept. */
  isDraft: ({ invitation }: SessionInvitation) => invitation.sentAt === null,
})
