/** What every page of a startup's own proposal needs: the call, the proposal, and its draft when there is one. */
import { type Actor, getOrganisationId, worksForA } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { addParts, getCallByReference, readClock } from '../calls/call.queries.ts'
import type { FullCall } from '../calls/call.schema.ts'
import { takesProposals } from '../calls/call-dates.rules.ts'
import { decryptDraft } from './draft-secret.ts'
import { proposalPolicy } from './proposal.policy.ts'
import { getOwnProposal } from './proposal.queries.ts'
import type { Proposal, ProposalDraft } from './proposal.schema.ts'

export interface OwnProposal {
  readonly full: FullCall
  readonly proposal: Proposal
  readonly draft: ProposalDraft | null
  /** On the database's clock. */
  readonly isOpen: boolean
}

export interface WrittenProposal extends OwnProposal {
  readonly draft: ProposalDraft
}

export async function loadOwnProposal(
  { ref }: { ref: string },
  { db, actor, platform }: Context,
): Promise<OwnProposal> {
  const full = await addParts(db, await getCallByReference(db, ref))
  if (!worksForA(actor, 'startup')) throw new NotFound()
  const proposal = await getOwnProposal(db, full.call.id, getOrganisationId(actor))
  const draft = decryptDraft(proposal, platform.secret)
  return { full, proposal, draft, isOpen: takesProposals(full.call, await readClock(db)) }
}

/** For the pages that write: without a draft there is nothing to write on. */
export async function loadWritten(
  params: { ref: string },
  context: Context,
): Promise<WrittenProposal> {
  const { draft, ...own } = await loadOwnProposal(params, context)
  if (!draft) throw new NotFound()
  return { ...own, draft }
}

export const mayRead = (actor: Actor, { proposal }: OwnProposal) =>
  proposalPolicy.read(actor, proposal)
export const mayWrite = (actor: Actor, { proposal }: OwnProposal) =>
  proposalPolicy.write(actor, proposal)
export const maySeal = (actor: Actor, { proposal }: OwnProposal) =>
  proposalPolicy.seal(actor, proposal)

export const addressOf = ({ full }: Pick<OwnProposal, 'full'>): string =>
  `/appels/${full.call.reference}/ma-proposition`
