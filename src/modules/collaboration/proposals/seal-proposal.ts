/**
 * Sealing: on the database's clock, with the call held so that it cannot be opened meanwhile. What arrives at the very
 * deadline or later is refused, and stays a draft.
 */
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { notify } from '#modules/identity/index.ts'
import { asSystem } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { readClock } from '../calls/call.queries.ts'
import type { Call, FullCall } from '../calls/call.schema.ts'
import { takesProposals } from '../calls/call-dates.rules.ts'
import { decryptDraft } from './draft-secret.ts'
import { proposalLifecycle } from './proposal.lifecycle.ts'
import type { Proposal } from './proposal.schema.ts'
import { listMissingParts } from './proposal-content.rules.ts'
import { type CallKeys, type Envelope, sealContent } from './seal.ts'

/** Returns the receipt. Throws a Conflict that says why it could not be sealed. */
export async function sealProposal(
  context: Context,
  full: FullCall,
  proposal: Proposal,
  readingCode: string,
): Promise<string> {
  const { call, publicJwk } = await holdCall(context, full.call.id)
  await holdUnchanged(context, proposal)
  const sealedAt = await readClock(context.db)
  const draft = decryptDraft(proposal, context.platform.secret)
  const isComplete = draft !== null && listMissingParts(draft.content, full).length === 0
  await moveThrough(context, proposalLifecycle, proposal.id, 'seal', {
    facts: { contentIsComplete: isComplete, deadlineIsAhead: takesProposals(call, sealedAt) },
    set: { draft: null, sealedAt, withdrawnAt: null, version: proposal.version + 1 },
  })
  if (draft === null) throw new Error('A complete draft exists')
  const envelope = await sealContent(
    Buffer.from(JSON.stringify(draft.content)),
    Buffer.from(draft.contentKey, 'base64url'),
    publicJwk,
    readingCode,
  )
  const receipt = await keepEnvelope(context, proposal, envelope, sealedAt)
  await tellStartup(context, call, proposal, { receipt, sealedAt })
  return receipt
}

/** Two colleagues who seal at once send one envelope: the second reads that the page has changed. */
async function holdUnchanged({ db }: Context, { id, version }: Proposal): Promise<void> {
  const held = await db
    .selectFrom('collaboration.proposal')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (held?.version !== version) throw new Conflict(outdated)
}

interface HeldCall {
  readonly call: Call
  readonly publicJwk: CallKeys['publicJwk']
}

/** Many seal at once; the opening waits for those that began before it, and those that come after find the call opened. */
function holdCall(context: Context, callId: string): Promise<HeldCall> {
  return asSystem(context, async () => {
    const { db } = context
    const call = await db
      .selectFrom('collaboration.call')
      .selectAll()
      .where('id', '=', callId)
      .forShare()
      .executeTakeFirstOrThrow()
    const { publicJwk } = await db
      .selectFrom('collaboration.callKey')
      .select('publicJwk')
      .where('callId', '=', callId)
      .executeTakeFirstOrThrow()
    return { call: call as Call, publicJwk: publicJwk as CallKeys['publicJwk'] }
  })
}

/** The former envelope is kept, and no longer counts. */
async function keepEnvelope(
  { db, now }: Context,
  { id, callId, startupId }: Proposal,
  envelope: Envelope,
  sealedAt: Date,
): Promise<string> {
  await db
    .updateTable('collaboration.proposalEnvelope')
    .set({ replacedAt: sql`clock_timestamp()` })
    .where('proposalId', '=', id)
    .where('replacedAt', 'is', null)
    .execute()
  const receipt = createReceipt()
  await db
    .insertInto('collaboration.proposalEnvelope')
    .values({
      id: createId(now.getTime()),
      proposalId: id,
      callId,
      startupId,
      receipt,
      ...envelope,
      sealedAt,
    })
    .execute()
  return receipt
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Drawn, not counted: a number would tell how many have answered. */
function createReceipt(): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `REC-${letters.slice(0, 5)}-${letters.slice(5)}`
}

interface Sealed {
  readonly receipt: string
  readonly sealedAt: Date
}

async function tellStartup(
  { db, now }: Context,
  call: Call,
  proposal: Proposal,
  { receipt, sealedAt }: Sealed,
): Promise<void> {
  await notify(
    db,
    {
      organisationId: proposal.startupId,
      roles: ['manager', 'member'],
      topic: 'calls',
      subject: () => t('Proposition scellée : {reference}', { reference: call.reference ?? '' }),
      text: () =>
        t(
          'Reçue le {date}. Accusé {receipt}. Personne ne peut la lire avant la date limite ; vous pouvez la remplacer ou la retirer jusque-là.',
          { date: formatDateTime(sealedAt), receipt },
        ),
      link: `/appels/${call.reference}/ma-proposition`,
      key: `proposal:${proposal.id}:${receipt}`,
    },
    now,
  )
}
