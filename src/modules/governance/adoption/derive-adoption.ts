/** Keeps the adoption of solutions in step with the records of the platform: event by event, or all of it again. */
import { sql } from 'kysely'
import { listAdoptionRecords } from '#modules/collaboration/index.ts'
import { listUseRecords } from '#modules/directory/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import type { RecordedEvent } from '#platform/events.ts'
import type { Subscribers } from '#platform/jobs.ts'
import type { Platform } from '#platform/web.ts'
import { listReadingFacts } from '../awareness/library/reading.queries.ts'
import { listCampaignFacts } from '../campaigns/delivery.queries.ts'
import { type AdoptionFact, toSteps } from './adoption.rules.ts'

/** A stage already shown keeps its first date. As the system. */
export async function recordFacts(db: Db, facts: readonly AdoptionFact[]): Promise<void> {
  const steps = toSteps(facts)
  if (steps.length === 0) return
  await takeTurns(db)
  await sql`insert into governance.adoption_step
      (solution_id, commune_id, startup_id, stage, first_at, source_kind, source_id)
    select "solutionId", "communeId", "startupId", stage, "firstAt", "sourceKind", "sourceId"
    from json_to_recordset(${JSON.stringify(steps)}::json) as shown("solutionId" uuid, "communeId" uuid,
      "startupId" uuid, stage text, "firstAt" timestamptz, "sourceKind" text, "sourceId" uuid)
    on conflict (solution_id, commune_id, stage) do update set first_at = excluded.first_at,
      source_kind = excluded.source_kind, source_id = excluded.source_id
    where excluded.first_at < adoption_step.first_at`.execute(db)
  await countAgain(db, [...new Set(steps.map(({ solutionId }) => solutionId))])
}

/** One at a time: of two that count the same solution at once, neither would see the other's step. */
async function takeTurns(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('adoption', 0))`.execute(db)
}

/** Each commune once, at the furthest stage it reached. */
async function countAgain(db: Db, solutionIds: readonly string[]): Promise<void> {
  await sql`insert into governance.adoption_count
    select solution_id, startup_id, count(*), count(*) filter (where reached >= 2),
      count(*) filter (where reached >= 3), count(*) filter (where reached >= 4)
    from (
      select solution_id, startup_id, commune_id, max(rank) as reached from governance.adoption_step
      where solution_id = any(${solutionIds}::uuid[]) group by solution_id, startup_id, commune_id) as standing
    group by solution_id, startup_id
    on conflict (solution_id) do update set informed = excluded.informed, interested = excluded.interested,
      tried = excluded.tried, adopted = excluded.adopted`.execute(db)
}

/** All of it again, from the records: harmless at any moment. */
export async function rebuildAdoption(db: Db): Promise<void> {
  await takeTurns(db)
  await db.deleteFrom('governance.adoptionStep').execute()
  await db.deleteFrom('governance.adoptionCount').execute()
  const uses = (await listUseRecords(db)).map((use) => ({ ...use, kind: 'use' as const }))
  await recordFacts(db, [
    ...(await listCampaignFacts(db)),
    ...(await listReadingFacts(db)),
    ...(await listAdoptionRecords(db)),
    ...uses,
  ])
}

/** Every night: an event lost by a restored backup is found again. */
export function rebuildNightly({ db }: Platform): Promise<void> {
  return writeAs(db, system, rebuildAdoption)
}

async function followRecord(db: Db, { subjectId }: RecordedEvent): Promise<void> {
  await recordFacts(db, await listAdoptionRecords(db, subjectId))
}

async function followUse(db: Db, { subjectId }: RecordedEvent): Promise<void> {
  const uses = await listUseRecords(db, subjectId)
  await recordFacts(
    db,
    uses.map((use) => ({ ...use, kind: 'use' as const })),
  )
}

async function followReading(db: Db, { subjectId }: RecordedEvent): Promise<void> {
  await recordFacts(db, await listReadingFacts(db, subjectId))
}

async function followCampaign(db: Db, { subjectId }: RecordedEvent): Promise<void> {
  await recordFacts(db, await listCampaignFacts(db, subjectId))
}

export const adoptionSubscribers: Subscribers = {
  'campaign.deliver': [followCampaign],
  'contact.create': [followRecord],
  'pilot.accept': [followRecord],
  'agreement.complete': [followRecord],
  'project.close': [followRecord],
  'deployment.create': [followUse],
  'deployment.confirm': [followUse],
  'resource.read': [followReading],
}
