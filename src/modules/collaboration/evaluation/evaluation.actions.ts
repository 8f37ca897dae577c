/** Noting alone, finishing, agreeing on a consensus, settling. */
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { moveCall } from '../calls/call.actions.ts'
import type { Call, FullCall } from '../calls/call.schema.ts'
import { haveAllFinished, isCommitteeComplete } from '../committee/committee.rules.ts'
import { listCommittee } from '../committee/member.queries.ts'
import type { Member } from '../committee/member.schema.ts'
import { listBids } from '../opening/bid.queries.ts'
import { listConsensus, listOwnScores } from './evaluation.queries.ts'
import { isEverythingNoted } from './evaluation.rules.ts'

export interface Note {
  readonly criterionId: string
  readonly points: number
  readonly text: string
}

/** One's own notes of a proposal: those given here replace one's former ones, and nobody else's. */
export async function saveScores(
  { db, actor, now }: Context,
  { id: callId }: Call,
  proposalId: string,
  notes: readonly Note[],
): Promise<void> {
  const evaluatorId = getPersonId(actor)
  for (const { criterionId, points, text } of notes)
    await db
      .insertInto('collaboration.score')
      .values({
        callId,
        proposalId,
        criterionId,
        evaluatorId,
        points,
        comment: text,
        scoredAt: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['proposalId', 'criterionId', 'evaluatorId'])
          .doUpdateSet({ points, comment: text, scoredAt: now }),
      )
      .execute()
}

/** From here on one's notes no longer change; when all have finished, they are shown to all. */
export async function finishScoring(context: Context, full: FullCall, member: Member) {
  const { db, now, actor } = context
  const bids = await listBids(context, full.call)
  const own = await listOwnScores(db, full.call.id, actor.id)
  if (!isEverythingNoted(bids, full.criteria, own))
    throw new Conflict('Il vous reste des critères à noter : la page les montre.')
  await db
    .updateTable('collaboration.callMember')
    .set({ finishedAt: now })
    .where('id', '=', member.id)
    .execute()
  const subject = { subjectKind: 'call', subjectId: full.call.id }
  const line = { actor, organisationId: full.call.communeId, action: 'call.finishScoring' }
  await recordAudit(db, { ...line, ...subject, details: {} }, now)
}

/** What the committee agrees on for one proposal; the last writing counts, and the journal keeps who wrote. */
export async function saveConsensus(
  context: Context,
  call: Call,
  proposalId: string,
  notes: readonly Note[],
): Promise<void> {
  const { db, actor, now } = context
  if (!haveAllFinished(await listCommittee(db, call.id)))
    throw new Conflict('Le consensus commence quand tous les membres ont fini de noter.')
  const writtenBy = getPersonId(actor)
  for (const { criterionId, points, text } of notes)
    await db
      .insertInto('collaboration.consensus')
      .values({
        callId: call.id,
        proposalId,
        criterionId,
        points,
        justification: text,
        writtenBy,
        writtenAt: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['proposalId', 'criterionId'])
          .doUpdateSet({ points, justification: text, writtenBy, writtenAt: now }),
      )
      .execute()
  const subject = { subjectKind: 'proposal', subjectId: proposalId }
  const line = { actor, organisationId: call.communeId, action: 'call.consensus', ...subject }
  const details = Object.fromEntries(notes.map(({ criterionId, points }) => [criterionId, points]))
  await recordAudit(db, { ...line, details }, now)
}

export async function settleEvaluation(context: Context, full: FullCall): Promise<Call> {
  const { db } = context
  const committee = await listCommittee(db, full.call.id)
  const bids = await listBids(context, full.call)
  const consensus = await listConsensus(db, full.call.id)
  return moveCall(context, full.call, 'settle', {
    facts: {
      committeeIsComplete: isCommitteeComplete(committee, full.call.committeeSize),
      consensusIsComplete: isEverythingNoted(bids, full.criteria, consensus),
    },
  })
}
