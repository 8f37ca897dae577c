/** Whom a need or a call concerns: the startups behind the solutions that share a domain or a service with it. */
import { listCandidateSolutions, listCatalogueEntries } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'

interface Scope {
  readonly domains: readonly string[]
  readonly services?: readonly string[]
}

export async function listMatchingStartups(
  db: Db,
  { domains, services = [] }: Scope,
): Promise<string[]> {
  const candidates = await listCandidateSolutions(db, { domains, services })
  const entries = await listCatalogueEntries(
    db,
    candidates.map(({ solutionId }) => solutionId),
  )
  return [...new Set(entries.map(({ startupId }) => startupId))].sort()
}
