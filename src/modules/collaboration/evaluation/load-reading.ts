/** What the pages of the committee need: the call, and the seat of whoever looks. */

import type { Actor } from '#platform/actor.ts'
import { asSystem } from '#platform/database.ts'
import { NotFound, orNotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { getFullCall } from '../calls/call.queries.ts'
import type { FullCall } from '../calls/call.schema.ts'
import { memberPolicy } from '../committee/member.policy.ts'
import { findMember } from '../committee/member.queries.ts'
import type { Member } from '../committee/member.schema.ts'
import { listBids, type OpenedBid } from '../opening/bid.queries.ts'
import type { Proposal, ProposalContent } from '../proposals/proposal.schema.ts'

export interface Reading {
  readonly full: FullCall
  readonly member: Member
  readonly bid: OpenedBid
  readonly content: ProposalContent
}

/** An opened proposal, for a member of the committee: row-level security asks for the declaration too. */
export async function loadReading(
  { callId, proposalId }: { callId: string; proposalId: string },
  context: Context,
): Promise<Reading> {
  const { db, actor } = context
  const full = await getFullCall(db, callId)
  const member = orNotFound(await findMember(db, callId, actor.id))
  const seen = await db
    .selectFrom('collaboration.proposal')
    .select('id')
    .where('id', '=', proposalId)
    .where('callId', '=', callId)
    .where('status', '=', 'opened')
    .executeTakeFirst()
  if (!seen) throw new NotFound()
  const bids = await listBids(context, full.call)
  const bid = orNotFound(bids.find((one) => one.proposalId === proposalId))
  return { full, member, bid, content: orNotFound(bid.content ?? undefined) }
}

export const mayEvaluate = (actor: Actor, { member }: Pick<Reading, 'member'>) =>
  memberPolicy.evaluate(actor, member)

export const mayScore = (actor: Actor, { member, full }: Reading) =>
  mayEvaluate(actor, { member }) && full.call.status === 'opened' && member.finishedAt === null

/** The key of the attachments, for whoever may read the proposal. */
export async function loadContentKey(context: Context, proposalId: string): Promise<string> {
  const row = await asSystem(context, () =>
    context.db
      .selectFrom('collaboration.proposal')
      .select('contentKey')
      .where('id', '=', proposalId)
      .executeTakeFirst(),
  )
  return orNotFound((row as Pick<Proposal, 'contentKey'> | undefined)?.contentKey ?? undefined)
}
