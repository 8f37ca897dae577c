/**
 * The dossiers of processes, as a visitor may read them page by page. Read with the rights of the system, as the public record is:
 * each query names the statuses and the columns that everybody may see, and nothing else leaves.
 */
import { asSystem } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import { listPublicAgreements, listPublicProjects } from './contract-parts.queries.ts'
import type { Dossier } from './dossier.types.ts'
import { listPublicCalls } from './public-calls.queries.ts'
import { listPublicNeeds, listPublicPilots, listPublicTenders } from './public-parts.queries.ts'

/** In the order of their identifiers; a process of which nothing is public is left out. */
export function loadDossiers(
  reader: Pick<Context, 'db' | 'actor'>,
  processIds: readonly string[],
): Promise<Dossier[]> {
  if (processIds.length === 0) return Promise.resolve([])
  return asSystem(reader, async (db) => {
    const needs = await listPublicNeeds(db, processIds)
    const calls = await listPublicCalls(db, processIds)
    const tenders = await listPublicTenders(db, processIds)
    const pilots = await listPublicPilots(db, processIds)
    const agreements = await listPublicAgreements(db, processIds)
    const projects = await listPublicProjects(db, processIds)
    return [...processIds].sort().flatMap((processId) => {
      const found = {
        need: needs.get(processId)?.[0] ?? null,
        calls: calls.get(processId) ?? [],
        tenders: tenders.get(processId) ?? [],
        pilots: pilots.get(processId) ?? [],
        agreements: agreements.get(processId) ?? [],
        projects: projects.get(processId) ?? [],
      }
      const isKnown = Object.values(found)
        .flat()
        .some((part) => part !== null)
      return isKnown ? [{ processId, ...found }] : []
    })
  })
}
