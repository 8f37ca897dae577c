/** The buttons of a proposal: begun from the call, begun anew, withdrawn. */
import { z } from 'zod'
import { action, seeOther } from '#platform/web.ts'
import { callPolicy } from '../calls/call.policy.ts'
import { getCallByReference } from '../calls/call.queries.ts'
import { addressOf, loadOwnProposal, maySeal, mayWrite } from './load-own-proposal.ts'
import { restartDraft, startProposal, withdrawProposal } from './proposal.actions.ts'

const startProposalAction = action('/appels/:ref/proposer', {
  load: ({ ref }, { db }) => getCallByReference(db, ref),
  allow: callPolicy.propose,
  input: z.object({}),
  back: ({ reference }) => `/appels/${reference}`,
  act: async (call, _, context) => {
    await startProposal(context, call)
    return seeOther(`/appels/${call.reference}/ma-proposition`)
  },
})

const restartProposalAction = action('/appels/:ref/ma-proposition/recommencer', {
  load: loadOwnProposal,
  allow: mayWrite,
  input: z.object({}),
  back: addressOf,
  act: async (own, _, context) => {
    await restartDraft(context, own.proposal)
    return seeOther(`${addressOf(own)}/rediger`)
  },
})

const withdrawProposalAction = action('/appels/:ref/ma-proposition/retirer', {
  load: loadOwnProposal,
  allow: maySeal,
  input: z.object({}),
  back: addressOf,
  act: async (own, _, context) => {
    await withdrawProposal(context, own.full.call, own.proposal)
    return seeOther(addressOf(own), 'La proposition est retirée : elle ne sera pas ouverte.')
  },
})

export const moveProposalPages = [
  startProposalAction,
  restartProposalAction,
  withdrawProposalAction,
]
