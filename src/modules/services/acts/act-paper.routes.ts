/** The paper of an act that holds: printed when it was signed, or on first demand, and kept. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import { listPersonNames } from '#modules/identity/index.ts'
import { communeTeam, worksFor } from '#platform/actor.ts'
import { pdfRoute } from '#platform/documents.ts'
import { NotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { writeAct } from './act.paper.ts'
import { type Act, getAct } from './act.queries.ts'

export const paperOf = ({ id }: Pick<Act, 'id'>) => `/actes/${id}/acte.pdf`

export const actPaperRoute = pdfRoute('/actes/:actId/acte.pdf', {
  load: async ({ actId }: { actId: string }, { db }: Context): Promise<Act> => {
    const act = await getAct(db, actId)
    if (act.revokedAt) throw new NotFound()
    return act
  },
  allow: (actor, { communeId, requesterId }) =>
    worksFor(actor, communeId, ...communeTeam) ||
    (requesterId !== null && requesterId === actor.id),
  write: async (act, { db }) => {
    const names = await listPersonNames(db, [act.signedBy])
    const issuer = await getCommuneIssuer(db, act.communeId)
    return writeAct({ act, issuer, signatory: names.get(act.signedBy) ?? '' })
  },
})
