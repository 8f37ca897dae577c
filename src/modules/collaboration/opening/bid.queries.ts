/**
 * What the communes of an opened call read of its proposals: prices and receipts, and names once the notes are settled
 * when the call hides them. The proposals themselves are for the committee.
 */
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { asSystem, type Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import type { Call } from '../calls/call.schema.ts'
import type { ProposalContent } from '../proposals/proposal.schema.ts'

export interface OpenedBid {
  readonly proposalId: string
  readonly startupId: string
  readonly number: number
  /** « Proposition n° 3 » while names are hidden, else the startup's name. */
  readonly name: string
  readonly receipt: string
  readonly sealedAt: Date
  readonly sha256: string
  /** Null for an envelope that could not be opened. */
  readonly content: ProposalContent | null
}

const settled: readonly Call['status'][] = ['evaluated', 'awarded', 'concluded', 'unsuccessful']

export function hidesNames({ isAnonymous, status }: Pick<Call, 'isAnonymous' | 'status'>): boolean {
  return isAnonymous && !settled.includes(status)
}

/** In the order of their numbers when names are hidden, else in the order they arrived. */
export async function listBids(
  context: { readonly db: Db; readonly actor: Actor },
  call: Call,
): Promise<OpenedBid[]> {
  const { db } = context
  const rows = await asSystem(context, () =>
    db
      .selectFrom('collaboration.proposal as proposal')
      .innerJoin('collaboration.proposalEnvelope as envelope', (join) =>
        join.onRef('envelope.proposalId', '=', 'proposal.id').on('envelope.replacedAt', 'is', null),
      )
      .select(['proposal.id as proposalId', 'proposal.startupId', 'proposal.number'])
      .select(['proposal.content', 'envelope.receipt', 'envelope.sealedAt', 'envelope.sha256'])
      .where('proposal.callId', '=', call.id)
      .where('proposal.status', '=', 'opened')
      .orderBy(hidesNames(call) ? 'proposal.number' : 'envelope.sealedAt')
      .orderBy('proposal.number')
      .execute(),
  )
  const names = await listOrganisationNames(
    db,
    rows.map(({ startupId }) => startupId),
  )
  return rows.map((row) => ({
    ...row,
    number: row.number ?? 0,
    content: row.content as unknown as ProposalContent | null,
    name: hidesNames(call)
      ? t('Proposition n° {number}', { number: row.number ?? 0 })
      : (names.get(row.startupId) ?? ''),
  }))
}
