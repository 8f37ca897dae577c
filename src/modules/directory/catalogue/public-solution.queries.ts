/** Solutions of the public catalogue for programs: by name, a page at a time, or one with all that its page says. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { listUsesOfSolution } from '../deployments/deployment.queries.ts'
import { findSolutionBySlug } from '../solutions/solution.queries.ts'
import {
  type CatalogueEntry,
  findCatalogueEntryBySlug,
  selectEntries,
} from './catalogue-entry.queries.ts'
import type { Cursor } from './cursor.rules.ts'
import { matchWords } from './facet.conditions.ts'
import { understandWords } from './understand-words.queries.ts'

export interface PublicSolutionFilter {
  readonly words: string
  readonly domain: string | null
  readonly service: string | null
  /** Of its startup, as in its address. */
  readonly startup: string | null
}

/** One row more than `size` tells that there are others. */
export async function listPublicSolutions(
  db: Db,
  { words, domain, service, startup }: PublicSolutionFilter,
  after: Cursor | null,
  size: number,
): Promise<CatalogueEntry[]> {
  const { query } = await understandWords(db, words)
  let found = selectEntries(db).where(matchWords(query))
  if (domain) found = found.where(sql<boolean>`domains @> array[${domain}]::text[]`)
  if (service) found = found.where(sql<boolean>`services @> array[${service}]::text[]`)
  if (startup) found = found.where('startupSlug', '=', startup)
  if (after)
    found = found.where(sql<boolean>`(name, solution_id) > (${after.key}, ${after.id}::uuid)`)
  return found
    .orderBy('name')
    .orderBy('solutionId')
    .limit(size + 1)
    .execute()
}

/** Nothing while the solution or its startup is not verified, whoever asks. */
export async function getPublicSolution(db: Db, slug: string) {
  const entry = orNotFound(await findCatalogueEntryBySlug(db, slug))
  const solution = orNotFound(await findSolutionBySlug(db, slug))
  const uses = await listUsesOfSolution(db, solution.id)
  return { entry, solution, uses: uses.filter(({ status }) => status === 'confirmed') }
}
