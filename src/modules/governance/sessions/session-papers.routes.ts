/** The report of a session as PDF and Word: for everybody once published, a working copy for the association before. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { type NewDocument, paperRoutes } from '#platform/documents.ts'
import type { Context } from '#platform/web.ts'
import { listOfSession, listTold } from '../recommendations/recommendation.queries.ts'
import { writeReport } from './session.paper.ts'
import { sessionPolicy } from './session.policy.ts'
import { getSessionByReference } from './session.queries.ts'
import type { FullSession } from './session.schema.ts'

export const sessionPaperRoutes = paperRoutes('/sessions/:ref/compte-rendu', {
  load: ({ ref }: { ref: string }, { db }: Context) => getSessionByReference(db, ref),
  allow: (actor: Actor, { session }: FullSession) => sessionPolicy.readReport(actor, session),
  write: async (full: FullSession, { db }: Context): Promise<NewDocument> => {
    const { id, associationId } = full.session
    const recommended = await listOfSession(db, id)
    const told = await listTold(db, id)
    const name = (await listOrganisationNames(db, [associationId])).get(associationId) ?? ''
    return {
      kind: 'sessionReport',
      subject: { kind: 'session', id },
      issuer: { id: associationId, name },
      isPublic: true,
      model: writeReport(full, { recommended, told }, name),
    }
  },
  /** Until it is published it is printed for whoever asks, and not kept. */
  isDraft: ({ session }: FullSession) => session.status !== 'published',
})
