/** The decision: one award at most per lot, frozen with its ranking; everybody who answered learns it with its reasons. */
import { notify } from '#modules/identity/index.ts'
import { getPersonId } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { moveCall } from '../calls/call.actions.ts'
import type { Call, FullCall } from '../calls/call.schema.ts'
import { listBids, type OpenedBid } from '../opening/bid.queries.ts'
import { listConsensus } from './evaluation.queries.ts'
import { type LotResult, rankLots } from './evaluation.rules.ts'

export interface Decision {
  readonly lotId: string
  /** Null: the lot is not awarded. */
  readonly proposalId: string | null
  readonly reason: string
}

export async function awardCall(
  context: Context,
  full: FullCall,
  decisions: readonly Decision[],
): Promise<Call> {
  const bids = await listBids(context, full.call)
  const results = rankLots(full, bids, await listConsensus(context.db, full.call.id))
  const call = await moveCall(context, full.call, 'award', {
    facts: {
      lotsAreDecided: full.lots.every(({ id }) => decisions.some((one) => one.lotId === id)),
    },
  })
  for (const decision of decisions) await recordAward(context, call, bids, results, decision)
  await tellStartups(context, call, bids, decisions)
  return call
}

async function recordAward(
  { db, actor, now }: Context,
  call: Call,
  bids: readonly OpenedBid[],
  results: readonly LotResult[],
  { lotId, proposalId, reason }: Decision,
): Promise<void> {
  const ranking = results.find((result) => result.lotId === lotId)?.ranking ?? []
  const won = ranking.find((bid) => bid.proposalId === proposalId)
  await db
    .insertInto('collaboration.award')
    .values({
      id: createId(now.getTime()),
      callId: call.id,
      lotId,
      proposalId,
      startupId: bids.find((bid) => bid.proposalId === proposalId)?.startupId ?? null,
      amount: won?.price ?? null,
      scoreMilli: won?.totalMilli ?? null,
      ranking: JSON.stringify(freeze(ranking, proposalId)),
      reason,
      decidedBy: getPersonId(actor),
      decidedAt: now,
    })
    .execute()
}

/** What the public record keeps of a ranking: no name but the winner's, which is beside it. */
function freeze(ranking: LotResult['ranking'], awarded: string | null) {
  return ranking.map(({ proposalId, ...bid }) => ({ ...bid, isAwarded: proposalId === awarded }))
}

async function tellStartups(
  { db, now }: Context,
  call: Call,
  bids: readonly OpenedBid[],
  decisions: readonly Decision[],
): Promise<void> {
  for (const { startupId, proposalId } of bids) {
    const hasWon = decisions.some((decision) => decision.proposalId === proposalId)
    await notify(
      db,
      {
        organisationId: startupId,
        roles: ['manager', 'member'],
        topic: 'calls',
        isFormal: true,
        subject: () =>
          hasWon
            ? t('Votre proposition est retenue : {reference}', { reference: call.reference ?? '' })
            : t('Votre proposition n’est pas retenue : {reference}', {
                reference: call.reference ?? '',
              }),
        text: () => describeResult(call, hasWon),
        link: `/appels/${call.reference}/ma-proposition`,
        key: `proposal:${proposalId}:result:${call.awardedAt?.getTime()}`,
      },
      now,
    )
  }
}

function describeResult({ title, standstillUntil }: Call, hasWon: boolean): string {
  const until = standstillUntil ? formatDateTime(standstillUntil) : ''
  return hasWon
    ? t('{title}. La décision devient définitive après le délai d’attente, le {until}.', {
        title,
        until,
      })
    : t(
        '{title}. Vos notes, critère par critère, et leurs raisons sont sur votre page. Une réclamation est possible jusqu’au {until}.',
        { title, until },
      )
}
