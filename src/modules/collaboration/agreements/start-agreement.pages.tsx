/** Where an agreement begins: from the award of a call, for each commune that takes the result; or from a contact that was followed up. */
import { z } from 'zod'
import { getOrganisationId } from '#platform/actor.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { action, type Context, seeOther } from '#platform/web.ts'
import { getFullCall } from '../calls/call.queries.ts'
import type { FullCall } from '../calls/call.schema.ts'
import { getContact } from '../contacts/contact.queries.ts'
import { listAwards } from '../evaluation/evaluation.queries.ts'
import type { Award } from '../evaluation/evaluation.schema.ts'
import { pilotPolicy } from '../pilots/pilot.policy.ts'
import { getPilot } from '../pilots/pilot.queries.ts'
import { listCommuneDecisions } from '../result/commune-decision.queries.ts'
import { loadSharers } from '../result/share.queries.ts'
import { type Sharer, shareAmount } from '../result/share.rules.ts'
import { draftAgreement } from './agreement.actions.ts'
import { listTakers, mayConclude } from './start-agreement.rules.ts'

interface Concluded {
  readonly full: FullCall
  readonly awards: readonly Award[]
  /** The communes that take the result. */
  readonly takerIds: readonly string[]
  /** The communes between which the amount is shared. */
  readonly sharers: readonly Sharer[]
}

async function loadConcluded({ callId }: { callId: string }, { db }: Context): Promise<Concluded> {
  const full = await getFullCall(db, callId)
  const decisions = await listCommuneDecisions(db, callId)
  return {
    full,
    awards: (await listAwards(db, callId)).filter(({ startupId }) => startupId !== null),
    takerIds: listTakers(full.call, decisions),
    sharers: await loadSharers(db, full.call, decisions),
  }
}

const agreementFromCall = action('/espace/appels/:callId/convention', {
  load: loadConcluded,
  allow: (actor, { full, takerIds }) =>
    full.call.status === 'concluded' && mayConclude(actor, takerIds),
  input: z.object({}),
  back: ({ full }) => `/espace/appels/${full.call.id}`,
  act: async ({ full, awards, sharers }, _, context) => {
    if (awards.length === 0) throw new Conflict('Aucun lot n’a été attribué.')
    const communeId = getOrganisationId(context.actor)
    let last = ''
    for (const award of awards) {
      const lot = full.lots.find(({ id }) => id === award.lotId)
      const agreement = await draftAgreement(context, {
        source: 'call',
        sourceId: award.id,
        communeId,
        startupId: award.startupId as string,
        solutionId: null,
        needId: full.call.needId,
        title: full.lots.length > 1 ? `${full.call.title} — ${lot?.title}` : full.call.title,
        purpose: `Ce que décrit l’appel ${full.call.reference}, tel que la startup l’a proposé.`,
        amount: shareAmount(award.amount ?? 0, full.call.shareRule, sharers).get(communeId) ?? 0,
      })
      last = agreement.id
    }
    return seeOther(
      awards.length === 1 ? `/espace/conventions/${last}` : '/espace/conventions',
      'La convention est rédigée à partir du cadre. Vérifiez l’objet, le montant et les dates.',
    )
  },
})

const agreementFromContact = action('/espace/contacts/:contactId/convention', {
  load: ({ contactId }: { contactId: string }, { db }: Context) => getContact(db, contactId),
  allow: (actor, { communeId, status }) =>
    status === 'followedUp' && mayConclude(actor, [communeId]),
  input: z.object({}),
  back: ({ id }) => `/espace/contacts/${id}`,
  act: async (contact, _, context) => {
    if (contact.status !== 'followedUp') throw new NotFound()
    const agreement = await draftAgreement(context, {
      source: 'contact',
      sourceId: contact.id,
      communeId: contact.communeId,
      startupId: contact.startupId,
      solutionId: contact.solutionId,
      needId: contact.needId,
      title: `${contact.solutionName} à la commune`,
      purpose: `La solution ${contact.solutionName}, telle que démontrée.`,
      amount: 0,
    })
    return seeOther(
      `/espace/conventions/${agreement.id}`,
      'La convention est rédigée à partir du cadre. Vérifiez l’objet, le montant et les dates.',
    )
  },
})

/** What was tried and adopted, as it was tried. */
const agreementFromPilot = action('/espace/experimentations/:pilotId/convention', {
  load: ({ pilotId }: { pilotId: string }, { db }: Context) => getPilot(db, pilotId),
  allow: pilotPolicy.conclude,
  input: z.object({}),
  back: ({ id }) => `/espace/experimentations/${id}`,
  act: async (pilot, _, context) => {
    const { id, communeId, startupId, solutionId, needId } = pilot
    const agreement = await draftAgreement(context, {
      source: 'pilot',
      sourceId: id,
      ...{ communeId, startupId, solutionId, needId },
      title: `${pilot.solutionName} à la commune`,
      purpose:
        `La solution ${pilot.solutionName}, adoptée après l’expérimentation ${pilot.reference}. ${pilot.scope}`.slice(
          0,
          4000,
        ),
      amount: 0,
    })
    return seeOther(
      `/espace/conventions/${agreement.id}`,
      'La convention est rédigée à partir du cadre. Vérifiez l’objet, le montant et les dates.',
    )
  },
})

export const startAgreementPages = [agreementFromCall, agreementFromContact, agreementFromPilot]
