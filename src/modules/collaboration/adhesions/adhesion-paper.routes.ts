/** The certificate of one's own adhesion. */
import { getOrganisationId } from '#platform/actor.ts'
import { pdfRoute } from '#platform/documents.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { adhesionPolicy } from './adhesion.lifecycle.ts'
import { findAdhesion } from './adhesion.queries.ts'
import { loadAdhesionPaper } from './issue-adhesion.ts'

export const adhesionPaperRoute = pdfRoute('/espace/adhesion/attestation.pdf', {
  load: async (_, { db, actor }: Context) => {
    const id = actor.organisation ? getOrganisationId(actor) : null
    return orNotFound(id ? await findAdhesion(db, id, 'signed') : undefined)
  },
  allow: adhesionPolicy.read,
  write: (adhesion, { db }) => loadAdhesionPaper(db, adhesion),
})
