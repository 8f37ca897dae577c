/** What became of a campaign: by person while it is sent, by commune and by count for those who read it. */
import { sql } from 'kysely'
import { listCatalogueEntries } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import type { AdoptionFact } from '../adoption/adoption.rules.ts'

export const outcomes = [
  'waiting',
  'queued',
  'sent',
  'failed',
  'refused',
  'unreachable',
  'stopped',
] as const
export type Outcome = (typeof outcomes)[number]

export interface Result {
  readonly counts: ReadonlyMap<Outcome, number>
  readonly communes: readonly CommuneResult[]
}

export interface CommuneResult {
  readonly communeId: string
  readonly people: number
  readonly sent: number
  readonly openedAt: Date | null
}

export async function loadResult(db: Db, campaignId: string): Promise<Result> {
  const counts = await db
    .selectFrom('governance.campaignRecipient')
    .select(['outcome', ({ fn }) => fn.countAll<number>().as('people')])
    .where('campaignId', '=', campaignId)
    .groupBy('outcome')
    .execute()
  const communes = await db
    .selectFrom('governance.campaignRecipient as recipient')
    .leftJoin('governance.campaignVisit as visit', (join) =>
      join
        .onRef('visit.campaignId', '=', 'recipient.campaignId')
        .onRef('visit.communeId', '=', 'recipient.communeId'),
    )
    .select(['recipient.communeId', 'visit.firstAt as openedAt'])
    .select(sql<number>`count(*)::int`.as('people'))
    .select(sql<number>`(count(*) filter (where recipient.outcome = 'sent'))::int`.as('sent'))
    .where('recipient.campaignId', '=', campaignId)
    .groupBy(['recipient.communeId', 'visit.firstAt'])
    .execute()
  const byOutcome = counts.map(
    ({ outcome, people }) => [outcome as Outcome, Number(people)] as const,
  )
  return { counts: new Map(byOutcome), communes }
}

/** Which communes each campaign reached, as facts of adoption for the solutions it was about; of one campaign when it is named. */
export async function listCampaignFacts(db: Db, campaignId?: string): Promise<AdoptionFact[]> {
  let reached = db
    .selectFrom('governance.campaignRecipient as recipient')
    .innerJoin('governance.campaign as campaign', 'campaign.id', 'recipient.campaignId')
    .select(['campaign.id', 'recipient.communeId'])
    .select(sql<string>`unnest(campaign.solution_ids)`.as('solutionId'))
    .select(sql<Date>`min(recipient.sent_at)`.as('at'))
    .where('recipient.outcome', '=', 'sent')
    .groupBy(['campaign.id', 'recipient.communeId'])
  if (campaignId) reached = reached.where('campaign.id', '=', campaignId)
  const rows = await reached.execute()
  const entries = await listCatalogueEntries(db, [
    ...new Set(rows.map(({ solutionId }) => solutionId)),
  ])
  const startups = new Map(entries.map(({ solutionId, startupId }) => [solutionId, startupId]))
  return rows.flatMap((row) => {
    const startupId = startups.get(row.solutionId)
    return startupId ? [{ ...row, startupId, kind: 'campaign' as const }] : []
  })
}

/** Somebody of this commune opened the link of a message. As the system. */
export async function recordVisit(
  db: Db,
  visit: { readonly campaignId: string; readonly communeId: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('governance.campaignVisit')
    .values({ ...visit, firstAt: now, lastAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['campaignId', 'communeId'])
        .doUpdateSet({ visits: sql`campaign_visit.visits + 1`, lastAt: now }),
    )
    .execute()
}
