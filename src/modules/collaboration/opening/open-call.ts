/**
 * The opening: all the envelopes of a call at once, in one transaction. The call is held first, so that whoever is
 * sealing at this second is either wholly in or wholly out; a cut leaves everything sealed.
 */
import { randomInt } from 'node:crypto'
import { listOrganisationNames, notify } from '#modules/identity/index.ts'
import { asSystem } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import { deriveKey, encryptText } from '#platform/secret.ts'
import type { Context } from '#platform/web.ts'
import { moveCall } from '../calls/call.actions.ts'
import { readClock } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { hasPassed } from '../calls/call-dates.rules.ts'
import { isCommitteeComplete } from '../committee/committee.rules.ts'
import { listCommittee } from '../committee/member.queries.ts'
import { proposalLifecycle } from '../proposals/proposal.lifecycle.ts'
import { listCurrentEnvelopes, type StoredEnvelope } from '../proposals/proposal.queries.ts'
import type { ProposalContent } from '../proposals/proposal.schema.ts'
import { type Opened, openForCall, readPrivateKey } from '../proposals/seal.ts'
import { drawNumbers } from './shuffle.rules.ts'

interface Session {
  readonly attendees: string
  readonly remarks: string
}

/** Returns how many were opened. Throws a Conflict that says why it is not time. */
export async function openCall(
  context: Context,
  { id }: Call,
  { attendees, remarks }: Session,
): Promise<number> {
  const { db } = context
  const call = await holdCall(context, id)
  if (!hasPassed(call.deadline, await readClock(db)))
    throw new Conflict('La date limite n’est pas encore passée : rien ne s’ouvre avant.')
  const committee = await listCommittee(db, id)
  const envelopes = await asSystem(context, () => listCurrentEnvelopes(db, id))
  const opened = await moveCall(context, call, 'open', {
    facts: {
      hasProposals: envelopes.length > 0,
      committeeIsComplete: isCommitteeComplete(committee, call.committeeSize),
    },
    set: { openingAttendees: attendees, openingRemarks: remarks },
  })
  await asSystem(context, () => openEnvelopes(context, opened, envelopes))
  await tellStartups(context, opened, envelopes)
  return envelopes.length
}

async function holdCall({ db }: Context, callId: string): Promise<Call> {
  const row = await db
    .selectFrom('collaboration.call')
    .selectAll()
    .where('id', '=', callId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row as Call
}

async function openEnvelopes(
  context: Context,
  call: Call,
  envelopes: readonly StoredEnvelope[],
): Promise<void> {
  const { db, now, platform } = context
  const key = await db
    .updateTable('collaboration.callKey')
    .set({ releasedAt: now })
    .where('callId', '=', call.id)
    .returning('sealedPrivateKey')
    .executeTakeFirstOrThrow()
  const privateJwk = readPrivateKey(call.id, key.sealedPrivateKey, platform.secret)
  const numbers = drawNumbers(envelopes.length, (below) => randomInt(below))
  for (const [index, envelope] of envelopes.entries()) {
    const opened = await tryOpen(envelope, privateJwk)
    await keepOpened(context, envelope, opened, numbers[index] as number)
  }
}

/** Undefined for an envelope that was tampered with: the minutes say so, and the others are opened all the same. */
async function tryOpen(
  envelope: StoredEnvelope,
  privateJwk: ReturnType<typeof readPrivateKey>,
): Promise<Opened | undefined> {
  try {
    return await openForCall(envelope, privateJwk)
  } catch {
    return undefined
  }
}

async function keepOpened(
  context: Context,
  { proposalId }: StoredEnvelope,
  opened: Opened | undefined,
  number: number,
): Promise<void> {
  const content = opened && (JSON.parse(opened.clear.toString()) as ProposalContent)
  await moveThrough(context, proposalLifecycle, proposalId, 'open', {
    facts: { deadlineHasPassed: true },
    set: { number, draft: null },
  })
  if (!opened || !content) return
  await context.db
    .updateTable('collaboration.proposal')
    .set({
      content: JSON.stringify(content),
      solutionId: content.solutionId,
      contentKey: encryptText(
        opened.contentKey.toString('base64url'),
        keyOfContent(proposalId, context.platform.secret),
      ),
    })
    .where('id', '=', proposalId)
    .execute()
}

/** What the attachments of an opened proposal are read with. */
export function keyOfContent(proposalId: string, secret: Buffer): Buffer {
  return deriveKey(secret, `opened-proposal:${proposalId}`)
}

async function tellStartups(
  context: Context,
  call: Call,
  envelopes: readonly StoredEnvelope[],
): Promise<void> {
  const names = await listOrganisationNames(context.db, [call.communeId])
  for (const { startupId, proposalId } of envelopes)
    await notify(
      context.db,
      {
        organisationId: startupId,
        roles: ['manager', 'member'],
        topic: 'calls',
        subject: () =>
          t('Propositions ouvertes : {reference}', { reference: call.reference ?? '' }),
        text: () =>
          t(
            'La commune de {commune} a ouvert les propositions. Le comité les note ; vous serez prévenu du résultat, avec ses raisons.',
            { commune: names.get(call.communeId) ?? '' },
          ),
        link: `/appels/${call.reference}/ma-proposition`,
        key: `proposal:${proposalId}:opened`,
      },
      context.now,
    )
}
