/** A proposal written and sealed as a startup would, for the stories of tests. */
import type { Context } from '#platform/web.ts'
import type { FullCall } from '../calls/call.schema.ts'
import { decryptDraft } from './draft-secret.ts'
import { saveDraft, startProposal } from './proposal.actions.ts'
import type { Proposal, ProposalContent } from './proposal.schema.ts'
import { emptyContent, qualityCriteria } from './proposal-content.rules.ts'
import { sealProposal } from './seal-proposal.ts'

export function describeOffer(full: FullCall, price: number): ProposalContent {
  return {
    ...emptyContent,
    summary:
      'Un carnet et un téléphone par collecteur, avec un reçu par SMS dès que le réseau revient au marché.',
    answers: qualityCriteria(full).map(({ id }) => ({
      criterionId: id,
      text: 'Deux marchés d’abord, puis les sept autres en six semaines, avec une formatrice.',
    })),
    prices: full.lots.map(({ id }) => ({ lotId: id, amount: price })),
    isDeclared: true,
  }
}

export async function writeOffer(
  context: Context,
  full: FullCall,
  price: number,
): Promise<Proposal> {
  const begun = await startProposal(context, full.call)
  const draft = decryptDraft(begun, context.platform.secret)
  if (!draft) throw new Error('La startup a déjà scellé')
  const content = describeOffer(full, price)
  const written = await saveDraft(context, begun, { ...draft, content }, begun.version)
  if (!written) throw new Error('Le brouillon n’a pas été gardé')
  return written
}

/** Returns the receipt. */
export async function sealOffer(
  context: Context,
  full: FullCall,
  { price, code }: { readonly price: number; readonly code: string },
): Promise<string> {
  return sealProposal(context, full, await writeOffer(context, full, price), code)
}
