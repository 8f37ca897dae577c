/** Which communes opened the resources on a solution, as facts of its adoption. */
import { listCatalogueEntries } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import type { AdoptionFact } from '../../adoption/adoption.rules.ts'

/** Of one resource, when it is named. */
export async function listReadingFacts(db: Db, resourceId?: string): Promise<AdoptionFact[]> {
  let read = db
    .selectFrom('governance.resourceReading as reading')
    .innerJoin('governance.resource as resource', 'resource.id', 'reading.resourceId')
    .select(['resource.id', 'resource.solutionId', 'reading.communeId', 'reading.readOn'])
    .where('resource.solutionId', 'is not', null)
  if (resourceId) read = read.where('resource.id', '=', resourceId)
  const rows = await read.execute()
  const entries = await listCatalogueEntries(db, [
    ...new Set(rows.flatMap(({ solutionId }) => solutionId ?? [])),
  ])
  const known = new Map(entries.map((entry) => [entry.solutionId, entry.startupId]))
  return rows.flatMap(({ id, solutionId, communeId, readOn }) => {
    const startupId = solutionId && known.get(solutionId)
    if (!startupId) return []
    const at = new Date(`${readOn}T00:00:00Z`)
    return [{ kind: 'resource' as const, id, solutionId, communeId, startupId, at }]
  })
}
