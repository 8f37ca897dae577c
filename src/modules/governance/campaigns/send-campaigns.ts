/**
 * Sends the campaigns whose time has come, every minute: the recipients are chosen once, then told in small batches, each in its own
 * transaction. Cut anywhere, it goes on where it was; nobody is told twice.
 */
import { listCommuneCodes } from '#modules/directory/index.ts'
import { deliver, listRecipients } from '#modules/identity/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { Platform } from '#platform/web.ts'
import { campaignLifecycle } from './campaign.lifecycle.ts'
import { listLeavingIds, lockCampaign } from './campaign.queries.ts'
import type { Campaign } from './campaign.schema.ts'
import { writeVisitPath } from './campaign-address.ts'
import { writeLetter } from './campaign-letter.ts'
import { findOutcome, loadAudience } from './load-audience.ts'
import { settleCampaigns } from './settle-campaigns.ts'

const batchSize = 100

type Sending = Pick<Platform, 'db' | 'secret' | 'log'>

/** Each on its own: one that fails is tried again the next minute, and keeps none of the others. */
export async function sendCampaigns(platform: Sending, now: Date): Promise<void> {
  const ids = await writeAs(platform.db, system, (db) => listLeavingIds(db, now))
  for (const id of ids)
    await send(platform, id, now).catch((error: Error) =>
      platform.log.error({ err: error, campaignId: id }, 'campaign not sent'),
    )
  await settleCampaigns(platform, now)
}

async function send(platform: Sending, id: string, now: Date): Promise<void> {
  await writeAs(platform.db, system, (db) => begin(db, id, now))
  let sent = batchSize
  while (sent > 0)
    sent = await writeAs(platform.db, system, (db) => sendBatch(platform, db, id, now))
}

/** Chooses everybody, once: who joins a commune afterwards is not told. */
async function begin(db: Db, campaignId: string, now: Date): Promise<void> {
  const campaign = await lockCampaign(db, campaignId)
  if (campaign.status !== 'scheduled') return
  const { people } = await loadAudience(db, campaign)
  const rows = people.map(({ id: personId, organisationId: communeId }) => ({
    ...{ campaignId, personId, communeId, outcome: 'waiting' },
  }))
  if (rows.length > 0) await db.insertInto('governance.campaignRecipient').values(rows).execute()
  const moving = { db, actor: system, now }
  await moveThrough(moving, campaignLifecycle, campaignId, 'begin', { set: { startedAt: now } })
}

/** How many were told or left out; 0 when nobody waits any more. */
async function sendBatch(
  { secret }: Sending,
  db: Db,
  campaignId: string,
  now: Date,
): Promise<number> {
  // Whoever stops the campaign waits for this batch, and the next one finds it stopped.
  const campaign = await lockCampaign(db, campaignId)
  if (campaign.status !== 'sending') return 0
  const waiting = await db
    .selectFrom('governance.campaignRecipient')
    .select(['personId', 'communeId'])
    .where('campaignId', '=', campaign.id)
    .where('outcome', '=', 'waiting')
    .orderBy('personId')
    .limit(batchSize)
    .forUpdate()
    .execute()
  if (waiting.length === 0) return 0
  const people = await listRecipients(
    db,
    waiting.map(({ personId }) => personId),
  )
  const homes = new Map(waiting.map(({ personId, communeId }) => [personId, communeId]))
  const codes = await listCommuneCodes(db, [...new Set(homes.values())])
  const { reference, channels } = campaign
  const lettersOf = ({ id }: { id: string }) => {
    const code = codes.get(homes.get(id) ?? '') ?? ''
    return writeLetter(campaign, writeVisitPath(secret, { reference, code }))
  }
  const sending = { topic: 'campaigns', by: channels, batchId: campaign.id, lettersOf } as const
  const told = await deliver(db, people, sending, now)
  await keepOutcomes(db, campaign, waiting, people, told)
  return waiting.length
}

/** Whoever closed their account since is unreachable. */
async function keepOutcomes(
  db: Db,
  { id: campaignId, channels }: Campaign,
  waiting: readonly { readonly personId: string; readonly communeId: string }[],
  people: Awaited<ReturnType<typeof listRecipients>>,
  told: Awaited<ReturnType<typeof deliver>>,
): Promise<void> {
  const planned = new Map(
    [...told].map(([id, used]) => [id, used.map((channel) => ({ channel, recipient: '' }))]),
  )
  const known = new Map(people.map((person) => [person.id, person]))
  const rows = waiting.map(({ personId, communeId }) => {
    const person = known.get(personId)
    const outcome = person ? findOutcome(person, planned, channels) : 'unreachable'
    return { campaignId, personId, communeId, outcome, channels: [...(told.get(personId) ?? [])] }
  })
  await db
    .insertInto('governance.campaignRecipient')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['campaignId', 'personId']).doUpdateSet((row) => ({
        outcome: row.ref('excluded.outcome'),
        channels: row.ref('excluded.channels'),
      })),
    )
    .execute()
}
