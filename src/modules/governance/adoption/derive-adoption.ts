/** Keeps the adoption of solutions in step with the records of the platform: event by event, or all of it again. */
import { sql } from 'kysely'
import { listAdoptionRecords } from '#modules/collaboration/index.ts'
import { listCatalogueEntries, listUseRecords } from '#modules/directory/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import type { RecordedEvent } from '#platform/events.ts'
import type { Subscribers } from '#platform/jobs.ts'
import type { Platform } from '#platform/web.ts'
import { listCampaignFacts } from '../campaigns/delivery.queries.ts'
import { type AdoptionFact, type AdoptionSource, toSteps } from './adoption.rules.ts'

/** A stage already shown keeps its first date. As the system. */
export async function recordFacts(db: Db, facts: readonly AdoptionFact[]): Promise<void> {
  const steps = toSteps(facts)
  if (steps.length === 0) return
  await db
    .insertInto('governance.adoptionStep')
    .values(steps)
    .onConflict((conflict) =>
      conflict
        .columns(['solutionId', 'communeId', 'stage'])
        .doUpdateSet((row) => ({
          firstAt: row.ref('excluded.firstAt'),
          sourceKind: row.ref('excluded.sourceKind'),
          sourceId: row.ref('excluded.sourceId'),
        }))
        .whereRef('excluded.firstAt', '<', 'governance.adoptionStep.firstAt'),
    )
    .execute()
  await countAgain(db, [...new Set(steps.map(({ solutionId }) => solutionId))])
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

/**
 * All of it again, from the records: harmless at any moment. What only an event told (a resource read, an event attended) has no
 * record to be read again, and stays.
 */
export async function rebuildAdoption(db: Db): Promise<void> {
  await db
    .deleteFrom('governance.adoptionStep')
    .where('sourceKind', 'not in', ['resource', 'event'])
    .execute()
  await db.deleteFrom('governance.adoptionCount').execute()
  const uses = (await listUseRecords(db)).map((use) => ({ ...use, kind: 'use' as const }))
  await recordFacts(db, [
    ...(await listCampaignFacts(db)),
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

/** What awareness tells: somebody of a commune read a resource on a solution, or came to an event on it. */
function followAwareness(kind: Extract<AdoptionSource, 'resource' | 'event'>) {
  return async (db: Db, { subjectId, payload, occurredAt }: RecordedEvent): Promise<void> => {
    const { communeId, solutionId } = payload
    if (typeof communeId !== 'string' || typeof solutionId !== 'string') return
    const [entry] = await listCatalogueEntries(db, [solutionId])
    if (!entry) return
    const pair = { communeId, solutionId, startupId: entry.startupId }
    await recordFacts(db, [{ ...pair, kind, id: subjectId, at: occurredAt }])
  }
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
  'resource.read': [followAwareness('resource')],
  'event.attend': [followAwareness('event')],
}
