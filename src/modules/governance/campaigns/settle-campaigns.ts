/** Reads back which messages left, says which communes were reached, and closes the campaigns that are done. */
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { recordEvent } from '#platform/events.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import { listBatchOutcomes, type MessageOutcome } from '#platform/messages.ts'
import type { Platform } from '#platform/web.ts'
import { campaignLifecycle } from './campaign.lifecycle.ts'

/** A message that failed is tried again for some days. */
const triedForDays = 7

export async function settleCampaigns({ db }: Pick<Platform, 'db'>, now: Date): Promise<void> {
  const open = await writeAs(db, system, (transaction) => listUnsettledIds(transaction, now))
  for (const id of open)
    await writeAs(db, system, async (transaction) => {
      await readBack(transaction, id, now)
      await completeWhenDone(transaction, id, now)
    })
}

async function listUnsettledIds(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('governance.campaign as campaign')
    .select('campaign.id')
    .where((row) =>
      row.or([
        row('campaign.status', '=', 'sending'),
        row.and([
          row('campaign.endedAt', '>', addDays(now, -triedForDays)),
          row.exists(
            row
              .selectFrom('governance.campaignRecipient as recipient')
              .select('recipient.campaignId')
              .whereRef('recipient.campaignId', '=', 'campaign.id')
              .where('recipient.outcome', 'in', ['queued', 'failed']),
          ),
        ]),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

interface Settled {
  readonly personId: string
  readonly outcome: 'sent' | 'failed'
  readonly sentAt: Date | null
}

async function readBack(db: Db, campaignId: string, now: Date): Promise<void> {
  const settled = settle(await listBatchOutcomes(db, campaignId))
  if (settled.length === 0) return
  const changed = await sql<{ outcome: string }>`update governance.campaign_recipient as recipient
    set outcome = told.outcome, sent_at = told.sent_at
    from unnest(${settled.map(({ personId }) => personId)}::uuid[], ${settled.map(({ outcome }) => outcome)}::text[],
      ${settled.map(({ sentAt }) => sentAt?.toISOString() ?? null)}::timestamptz[]) as told(person_id, outcome, sent_at)
    where recipient.campaign_id = ${campaignId} and recipient.person_id = told.person_id
      and recipient.outcome in ('queued', 'failed') and recipient.outcome <> told.outcome
    returning recipient.outcome`.execute(db)
  if (changed.rows.some(({ outcome }) => outcome === 'sent'))
    await recordEvent(db, { kind: 'campaign.deliver', subjectId: campaignId, payload: {} }, now)
}

/** One message that left is enough; failed when all did. What still waits is not told. */
function settle(messages: readonly MessageOutcome[]): Settled[] {
  const byPerson = new Map<string, MessageOutcome[]>()
  for (const message of messages)
    if (message.personId)
      byPerson.set(message.personId, [...(byPerson.get(message.personId) ?? []), message])
  return [...byPerson].flatMap(([personId, own]): Settled[] => {
    const sentAt = own.find((one) => one.sentAt !== null)?.sentAt ?? null
    if (sentAt) return [{ personId, outcome: 'sent', sentAt }]
    const hasFailed = own.every(({ failedAt }) => failedAt !== null)
    return hasFailed ? [{ personId, outcome: 'failed', sentAt: null }] : []
  })
}

async function completeWhenDone(db: Db, campaignId: string, now: Date): Promise<void> {
  const campaign = await db
    .selectFrom('governance.campaign')
    .select('status')
    .where('id', '=', campaignId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (campaign.status !== 'sending') return
  const left = await db
    .selectFrom('governance.campaignRecipient')
    .select('personId')
    .where('campaignId', '=', campaignId)
    .where('outcome', 'in', ['waiting', 'queued'])
    .limit(1)
    .executeTakeFirst()
  if (left) return
  const moving = { db, actor: system, now }
  await moveThrough(moving, campaignLifecycle, campaignId, 'complete', { set: { endedAt: now } })
}
