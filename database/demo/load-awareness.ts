/** Sensibilisation in the demonstration world: a library around its solutions, plainly fictional. */
import type { Db } from '#platform/database.ts'
import { createReference } from '#platform/references.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'
import { projectId } from './project-sides.ts'
import { type DemoResource, resources } from './resources.ts'

export async function loadAwareness(db: Db, ago: Ago): Promise<void> {
  for (const resource of resources) await loadResource(db, ago, resource)
}

const roads: Readonly<Record<DemoResource['status'], readonly [step: string, to: string][]>> = {
  draft: [],
  proposed: [['propose', 'proposed']],
  published: [
    ['propose', 'proposed'],
    ['publish', 'published'],
  ],
}

async function loadResource(db: Db, ago: Ago, resource: DemoResource): Promise<void> {
  const { key, author, commune, startup, solution, project, days, ...written } = resource
  const id = demoId(`resource:${key}`)
  await db
    .insertInto('governance.resource')
    .values({
      ...{ ...written, id, associationId: organisationId('ancb') },
      reference: await createReference(db, 'RES', ago(0).getUTCFullYear()),
      authorOrganisationId: organisationId(author),
      communeId: commune ? organisationId(commune) : null,
      startupId: startup ? organisationId(startup) : null,
      solutionId: solution ? demoId(`solution:${solution}`) : null,
      projectId: project ? projectId(project) : null,
      domains: [...written.domains],
      services: [...(written.services ?? [])],
      audiences: [...written.audiences],
      ...{ createdAt: ago(days + 8), updatedAt: ago(days) },
      publishedAt: written.status === 'published' ? ago(days) : null,
    })
    .execute()
  const road = [['create', 'draft'] as const, ...roads[written.status]]
  const events = road.map(([step, toStatus], index) => ({
    ...{ id: demoId(`resource-event:${key}:${index}`), resourceId: id, step, toStatus },
    fromStatus: road[index - 1]?.[1] ?? null,
    organisationId: organisationId(step === 'publish' ? 'ancb' : author),
    actorId: step === 'publish' ? personId('ancb') : null,
    occurredAt: ago(days + 8 - index * 4),
  }))
  await db.insertInto('governance.resourceEvent').values(events).execute()
  if (project && commune && startup) await agree(db, ago, resource, [commune, startup])
}

async function agree(
  db: Db,
  ago: Ago,
  { key, days }: DemoResource,
  sides: readonly string[],
): Promise<void> {
  const resourceId = demoId(`resource:${key}`)
  const given = { textVersion: 1, givenAt: ago(days + 1) }
  await db
    .insertInto('governance.resourceConsent')
    .values(sides.map((side) => ({ resourceId, organisationId: organisationId(side), ...given })))
    .execute()
}
