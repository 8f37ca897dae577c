/** The button that opens the project of a signed agreement: pressed again, it leads to the same one. */
import { z } from 'zod'
import { Conflict } from '#platform/errors.ts'
import { outdated } from '#platform/lifecycle.ts'
import { action, type Context, seeOther } from '#platform/web.ts'
import { agreementPolicy } from '../agreements/agreement.policy.ts'
import { getAgreement } from '../agreements/agreement.queries.ts'
import type { Agreement } from '../agreements/agreement.schema.ts'
import { openProject } from './open-project.ts'

export const openFromAgreementAction = action('/espace/conventions/:agreementId/projet', {
  load: ({ agreementId }, { db }) => getAgreement(db, agreementId),
  allow: agreementPolicy.suspend,
  input: z.object({}),
  back: ({ id }) => `/espace/conventions/${id}`,
  act: async (agreement, _, context) => {
    const project = await openFrom(context, agreement)
    return seeOther(`/espace/projets/${project.id}`, 'Voici le projet de cette convention.')
  },
})

/** Nothing is typed twice: parties, amount, dates and purpose are those that were signed. */
function openFrom(context: Context, agreement: Agreement) {
  if (agreement.status !== 'active') throw new Conflict(outdated)
  const { id, communeId, startupId, solutionId, needId, title, purpose } = agreement
  const { amount, startsOn, endsOn } = agreement
  const signed = { communeId, startupId, solutionId, needId, title, amount, startsOn, endsOn }
  return openProject(context, { ...signed, agreementId: id, summary: purpose })
}
