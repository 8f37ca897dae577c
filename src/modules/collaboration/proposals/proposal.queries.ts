/** Reading proposals: a startup's own, its envelopes, and how many wait for the opening. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Proposal } from './proposal.schema.ts'
import type { ProposalStatus } from './proposal.workflow.ts'

export async function findOwnProposal(
  db: Db,
  callId: string,
  startupId: string,
): Promise<Proposal | undefined> {
  const row = await db
    .selectFrom('collaboration.proposal')
    .selectAll()
    .where('callId', '=', callId)
    .where('startupId', '=', startupId)
    .executeTakeFirst()
  return row as Proposal | undefined
}

export async function getOwnProposal(db: Db, callId: string, startupId: string): Promise<Proposal> {
  return orNotFound(await findOwnProposal(db, callId, startupId))
}

export interface OwnProposalLine {
  readonly id: string
  readonly status: ProposalStatus
  readonly hasDraft: boolean
  readonly updatedAt: Date
  readonly reference: string
  readonly title: string
  readonly deadline: Date
}

/** The proposals of a startup, the ones last touched first. */
export async function listOwnProposals(db: Db, startupId: string): Promise<OwnProposalLine[]> {
  const rows = await db
    .selectFrom('collaboration.proposal as proposal')
    .innerJoin('collaboration.call as call', 'call.id', 'proposal.callId')
    .select(['proposal.id', 'proposal.status', 'proposal.draft', 'proposal.updatedAt'])
    .select(['call.reference', 'call.title', 'call.deadline'])
    .where('proposal.startupId', '=', startupId)
    .orderBy('proposal.updatedAt', 'desc')
    .orderBy('proposal.id')
    .limit(200)
    .execute()
  return rows.map(({ draft, ...row }) => ({ ...row, hasDraft: draft !== null }) as OwnProposalLine)
}

export interface Receipt {
  readonly receipt: string
  readonly sha256: string
  readonly sealedAt: Date
  readonly replacedAt: Date | null
}

/** Every sending of a proposal, the newest first. */
export function listReceipts(db: Db, proposalId: string): Promise<Receipt[]> {
  return db
    .selectFrom('collaboration.proposalEnvelope')
    .select(['receipt', 'sha256', 'sealedAt', 'replacedAt'])
    .where('proposalId', '=', proposalId)
    .orderBy('sealedAt', 'desc')
    .execute()
}

export interface StoredEnvelope {
  readonly proposalId: string
  readonly startupId: string
  readonly receipt: string
  readonly ciphertext: Buffer
  readonly keyForCall: string
  readonly keyForStartup: string
  readonly sha256: string
  readonly sealedAt: Date
}

const envelopeColumns = [
  'proposalId',
  'startupId',
  'receipt',
  'ciphertext',
  'keyForCall',
  'keyForStartup',
  'sha256',
  'sealedAt',
] as const

/** The envelope that counts, while the proposal is sealed. */
export function findCurrentEnvelope(
  db: Db,
  proposalId: string,
): Promise<StoredEnvelope | undefined> {
  return db
    .selectFrom('collaboration.proposalEnvelope')
    .select(envelopeColumns)
    .where('proposalId', '=', proposalId)
    .where('replacedAt', 'is', null)
    .executeTakeFirst()
}

/** For the system alone: the envelopes of a call that count. */
export function listCurrentEnvelopes(db: Db, callId: string): Promise<StoredEnvelope[]> {
  return db
    .selectFrom('collaboration.proposalEnvelope')
    .select(envelopeColumns)
    .where('callId', '=', callId)
    .where('replacedAt', 'is', null)
    .orderBy('sealedAt')
    .orderBy('receipt')
    .execute()
}

/** For the system alone: whether anybody has answered. */
export async function countSealed(db: Db, callId: string): Promise<number> {
  const { count } = await db
    .selectFrom('collaboration.proposalEnvelope')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('callId', '=', callId)
    .where('replacedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
