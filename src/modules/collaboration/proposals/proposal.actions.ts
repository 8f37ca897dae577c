/** Writing a proposal: begun, kept as it is typed, taken up again from its envelope, withdrawn. Sealing is in seal-proposal.ts. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { readClock } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { takesProposals } from '../calls/call-dates.rules.ts'
import { encryptDraft } from './draft-secret.ts'
import { proposalLifecycle, tooLate } from './proposal.lifecycle.ts'
import { findCurrentEnvelope, findOwnProposal } from './proposal.queries.ts'
import type { Proposal, ProposalContent, ProposalDraft } from './proposal.schema.ts'
import { emptyContent } from './proposal-content.rules.ts'
import { createContentKey, openForStartup } from './seal.ts'

/** The startup's proposal to this call: the one it has, or a new draft. */
export async function startProposal(context: Context, call: Call): Promise<Proposal> {
  const { db, actor, now, platform } = context
  if (!takesProposals(call, await readClock(db))) throw new Conflict(tooLate)
  const startupId = getOrganisationId(actor)
  const existing = await findOwnProposal(db, call.id, startupId)
  if (existing) return existing
  const id = createId(now.getTime())
  const proposal = (await db
    .insertInto('collaboration.proposal')
    .values({
      id,
      callId: call.id,
      startupId,
      status: 'draft',
      draft: encryptDraft(id, createDraft(), platform.secret),
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Proposal
  await recordCreation(context, proposalLifecycle, proposal)
  return proposal
}

function createDraft(): ProposalDraft {
  return { contentKey: createContentKey().toString('base64url'), content: emptyContent }
}

/** Keeps the draft. Undefined when somebody else of the startup saved since the page was shown. */
export async function saveDraft(
  { db, now, platform }: Context,
  proposal: Proposal,
  draft: ProposalDraft,
  version: number,
): Promise<Proposal | undefined> {
  const saved = await db
    .updateTable('collaboration.proposal')
    .set({
      draft: encryptDraft(proposal.id, draft, platform.secret),
      version: version + 1,
      updatedAt: now,
    })
    .where('id', '=', proposal.id)
    .where('version', '=', version)
    .where('status', '<>', 'opened')
    .returningAll()
    .executeTakeFirst()
  return saved as Proposal | undefined
}

/** The sealed content as a draft again, for whoever has the reading code; false for a wrong code. The envelope still counts. */
export async function reopenAsDraft(
  context: Context,
  proposal: Proposal,
  readingCode: string,
): Promise<boolean> {
  const envelope = await findCurrentEnvelope(context.db, proposal.id)
  const opened = envelope && openForStartup(envelope, readingCode)
  if (!opened) return false
  const content = JSON.parse(opened.clear.toString()) as ProposalContent
  const draft = { contentKey: opened.contentKey.toString('base64url'), content }
  const saved = await saveDraft(context, proposal, draft, proposal.version)
  if (!saved) throw new Conflict('Quelqu’un de votre équipe vient d’ouvrir un brouillon.')
  return true
}

/** Without the code: an empty draft beside the envelope, which still counts. */
export async function restartDraft(context: Context, proposal: Proposal): Promise<void> {
  const saved = await saveDraft(context, proposal, createDraft(), proposal.version)
  if (!saved) throw new Conflict('Quelqu’un de votre équipe vient d’ouvrir un brouillon.')
}

export async function withdrawProposal(
  context: Context,
  call: Call,
  proposal: Proposal,
): Promise<void> {
  const { db, now } = context
  const deadlineIsAhead = takesProposals(call, await readClock(db))
  await moveThrough(context, proposalLifecycle, proposal.id, 'withdraw', {
    facts: { deadlineIsAhead },
    set: { withdrawnAt: now },
  })
  await db
    .updateTable('collaboration.proposalEnvelope')
    .set({ replacedAt: now })
    .where('proposalId', '=', proposal.id)
    .where('replacedAt', 'is', null)
    .execute()
}
