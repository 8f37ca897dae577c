/** Reading campaigns: those of the association, and the one that a message leads to. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Campaign } from './campaign.schema.ts'

const mostListed = 200

/** The newest first. */
export async function listCampaigns(db: Db): Promise<Campaign[]> {
  const rows = await selectCampaigns(db)
    .where('status', '!=', 'withdrawn')
    .orderBy('createdAt', 'desc')
    .limit(mostListed)
    .execute()
  return rows.map(toCampaign)
}

export async function listToApprove(db: Db): Promise<Campaign[]> {
  const rows = await selectCampaigns(db).where('status', '=', 'submitted').execute()
  return rows.map(toCampaign)
}

export async function getCampaign(db: Db, id: string): Promise<Campaign> {
  return toCampaign(orNotFound(await selectCampaigns(db).where('id', '=', id).executeTakeFirst()))
}

/** As it stands, and as nobody changes it before this transaction ends. */
export async function lockCampaign(db: Db, id: string): Promise<Campaign> {
  const row = await selectCampaigns(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return toCampaign(orNotFound(row))
}

export async function getCampaignByReference(db: Db, reference: string): Promise<Campaign> {
  const row = await selectCampaigns(db).where('reference', '=', reference).executeTakeFirst()
  return toCampaign(orNotFound(row))
}

/** Approved, and whose time has come; or on their way. */
export async function listLeavingIds(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('governance.campaign')
    .select('id')
    .where('status', 'in', ['scheduled', 'sending'])
    .where((row) => row.or([row('sendAt', 'is', null), row('sendAt', '<=', now)]))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

function selectCampaigns(db: Db) {
  return db.selectFrom('governance.campaign').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof selectCampaigns>['executeTakeFirstOrThrow']>>

function toCampaign(row: Row): Campaign {
  const toLevel = (value: string | null) => (value === null ? null : Number(value))
  return {
    ...(row as unknown as Campaign),
    atLeast: toLevel(row.atLeast as string | null),
    atMost: toLevel(row.atMost as string | null),
  }
}
