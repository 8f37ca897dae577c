/** What happens to a campaign before it leaves: written, tried on oneself, proposed, approved, stopped. */
import { sql } from 'kysely'
import { listCatalogueEntries } from '#modules/directory/index.ts'
import { deliver, listRecipients } from '#modules/identity/index.ts'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, outdated, recordCreation } from '#platform/lifecycle.ts'
import { listBatchOutcomes, withdrawBatch } from '#platform/messages.ts'
import { createReference } from '#platform/references.ts'
import { type Context, type Refusal, refuse } from '#platform/web.ts'
import { campaignLifecycle } from './campaign.lifecycle.ts'
import { lockCampaign } from './campaign.queries.ts'
import type { Campaign, CampaignValues } from './campaign.schema.ts'
import { type CampaignStep, campaignWorkflow } from './campaign.workflow.ts'
import { campaignAddress } from './campaign-address.ts'
import { describeCampaignSms, writeLetter } from './campaign-letter.ts'
import { countReach, loadAudience } from './load-audience.ts'

/** Only solutions of the catalogue are told of. */
export async function checkSolutions(
  { db }: Pick<Context, 'db'>,
  { solutionIds }: Pick<CampaignValues, 'solutionIds'>,
): Promise<Refusal | null> {
  const found = await listCatalogueEntries(db, solutionIds)
  const isKnown = found.length === new Set(solutionIds).size
  return isKnown ? null : refuse({ solutionIds: 'Choisissez des solutions du catalogue' })
}

export async function draftCampaign(
  context: Context,
  { version: _, ...values }: CampaignValues,
): Promise<Campaign> {
  const { db, actor, now } = context
  const personId = getPersonId(actor)
  const campaign = (await db
    .insertInto('governance.campaign')
    .values({
      ...values,
      id: createId(now.getTime()),
      reference: await createReference(db, 'CAM', now.getUTCFullYear()),
      associationId: getOrganisationId(actor),
      status: 'draft',
      ...{ writtenBy: personId, createdBy: personId, createdAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as unknown as Campaign
  await recordCreation(context, campaignLifecycle, campaign)
  return campaign
}

/** False when somebody changed it since the form was opened, or it is no longer a draft. */
export async function saveCampaign(
  { db, actor, now }: Context,
  { id }: Campaign,
  { version, ...values }: CampaignValues,
): Promise<boolean> {
  const saved = await db
    .updateTable('governance.campaign')
    .set({ ...values, version: version + 1, updatedAt: now })
    .set({ writtenBy: getPersonId(actor), approvedBy: null })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** The campaign as its mover read it: a text that was changed since is neither proposed nor approved. */
export async function moveCampaign(
  context: Context,
  { id, version }: Campaign,
  step: CampaignStep,
  reason?: string,
): Promise<Campaign> {
  const { db, actor, now } = context
  const campaign = await lockCampaign(db, id)
  if (campaign.version !== version) throw new Conflict(outdated)
  const moved = await moveThrough(context, campaignLifecycle, id, step, {
    ...(reason && { reason }),
    facts: { ...(await establishFacts(context, campaign, step)), reasonIsGiven: Boolean(reason) },
    set: {
      statusReason: reason ?? null,
      ...(step === 'approve' && { approvedBy: getPersonId(actor) }),
      ...(step === 'stop' && { endedAt: now }),
    },
  })
  if (step === 'stop') await takeBack(context, id)
  return moved
}

/** The whole audience is read only where a step asks whom it reaches. */
async function establishFacts({ db, platform }: Context, campaign: Campaign, step: CampaignStep) {
  if (!campaignWorkflow.steps[step].requires?.includes('reachesSomebody')) return {}
  const { people } = countReach(await loadAudience(db, campaign), campaign.channels)
  return { reachesSomebody: people > 0, smsFits: !describeCampaignSms(platform, campaign).isCut }
}

/** Whoever has no message that left gets none any more. */
async function takeBack({ db }: Context, campaignId: string): Promise<void> {
  await withdrawBatch(db, campaignId)
  const left = (await listBatchOutcomes(db, campaignId)).map(({ personId }) => personId)
  await sql`update governance.campaign_recipient set outcome = 'stopped'
    where campaign_id = ${campaignId} and outcome in ('waiting', 'queued', 'failed')
      and not (person_id = any(${left}::uuid[]))`.execute(db)
}

/** To oneself, exactly as the communes would get it; false when one has no address for any of its means. */
export async function tryCampaign(
  { db, actor, now }: Context,
  campaign: Campaign,
): Promise<boolean> {
  const people = await listRecipients(db, [getPersonId(actor)])
  const letter = writeLetter(campaign, campaignAddress(campaign))
  const key = `campaign:${campaign.id}:try:${now.getTime()}`
  const told = await deliver(
    db,
    people,
    {
      ...{ topic: 'campaigns', isFormal: true, by: campaign.channels },
      lettersOf: () => ({ ...letter, key }),
    },
    now,
  )
  return [...told.values()].some((channels) => channels.length > 0)
}
