/** Gathers what the matching compares, in a fixed number of queries, and ranks it. */
import {
  type CatalogueEntry,
  type CommuneFacts,
  listCandidateSolutions,
  listCatalogueEntries,
  listCommuneFacts,
  listMatchingCommunes,
} from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { listCandidateNeeds } from '../needs/need.queries.ts'
import type { Need } from '../needs/need.schema.ts'
import { matchOne, rankNeeds, rankSolutions } from './matching.rules.ts'
import type { Match, NeedFacts } from './matching.types.ts'
import { completeWeights, defaultWeights, type Weights } from './matching.weights.ts'
import { listNearby, listSimilar } from './neighbours.rules.ts'
import { isBlocked } from './prerequisites.rules.ts'

/** The weights in force at this moment: the newest dated row, or those the platform was delivered with. */
export async function getWeights(db: Db, now: Date): Promise<Weights> {
  const row = await db
    .selectFrom('collaboration.matchingWeights')
    .select('weights')
    .where('validFrom', '<=', now)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? completeWeights(row.weights as Readonly<Record<string, unknown>>) : defaultWeights
}

export interface RankedSolution {
  readonly entry: CatalogueEntry
  readonly match: Match
}

interface Slice {
  readonly from: number
  readonly size: number
}

/** One slice of the ranking, each solution with its reasons, and how many there are in all. */
export async function rankForNeed(
  db: Db,
  need: Need,
  now: Date,
  { from, size }: Slice,
): Promise<{ ranked: RankedSolution[]; total: number }> {
  const [facts] = await listNeedFacts(db, [need])
  if (!facts) return { ranked: [], total: 0 }
  const weights = await getWeights(db, now)
  const today = toDay(now)
  const all = rankSolutions(facts, await listCandidateSolutions(db, need), weights, today)
  const shown = all.slice(from, from + size).map(({ item }) => item)
  const entries = await listCatalogueEntries(
    db,
    shown.map(({ solutionId }) => solutionId),
  )
  const entryOf = new Map(entries.map((entry) => [entry.solutionId, entry]))
  const ranked = shown.flatMap((item) => {
    const entry = entryOf.get(item.solutionId)
    return entry ? [{ entry, match: matchOne(facts, item, weights, today) }] : []
  })
  return { ranked, total: all.length }
}

export interface Offer {
  /** Solutions of the need's domains or services whose prerequisites none is known to be unmet. */
  readonly solutionCount: number
  /** Among them, those that a commune confirmed it uses. */
  readonly provenCount: number
}

/** How mature the offer is for a need: what the choice of a mechanism asks. */
export async function assessOffer(db: Db, need: Need): Promise<Offer> {
  const [facts] = await listNeedFacts(db, [need])
  if (!facts) return { solutionCount: 0, provenCount: 0 }
  const usable = (await listCandidateSolutions(db, need)).filter(
    (solution) => !isBlocked(facts, solution),
  )
  return {
    solutionCount: usable.length,
    provenCount: usable.filter(({ confirmedUses }) => confirmedUses > 0).length,
  }
}

export interface RankedNeed {
  readonly need: Need
  readonly match: Match
}

/** The published needs that suit a solution best. */
export async function rankForSolution(
  db: Db,
  entry: CatalogueEntry,
  now: Date,
  size: number,
): Promise<{ ranked: RankedNeed[]; total: number }> {
  const needs = await listCandidateNeeds(db, entry)
  const facts = await listNeedFacts(db, needs)
  const weights = await getWeights(db, now)
  const today = toDay(now)
  const needOf = new Map(needs.map((need) => [need.id, need]))
  const ranked = rankNeeds(entry, facts, weights, today)
    .slice(0, size)
    .flatMap(({ item }) => {
      const need = needOf.get(item.id)
      return need ? [{ need, match: matchOne(item, entry, weights, today) }] : []
    })
  return { ranked, total: facts.length }
}

/** What a need leaves open is taken from what its commune said of itself. */
async function listNeedFacts(db: Db, needs: readonly Need[]): Promise<NeedFacts[]> {
  const facts = await listCommuneFacts(
    db,
    needs.map((need) => need.communeId),
  )
  const communes = await listMatchingCommunes(db)
  return needs.flatMap((need) => {
    const commune = facts.get(need.communeId)
    return commune ? [toNeedFacts(need, commune, communes)] : []
  })
}

function toNeedFacts(
  need: Need,
  commune: CommuneFacts,
  communes: readonly CommuneFacts[],
): NeedFacts {
  return {
    ...need,
    connectivity: need.connectivity ?? commune.profile?.connectivity ?? null,
    workstations: need.workstations ?? commune.profile?.workstations ?? null,
    itStaff: need.itStaff ?? commune.profile?.itStaff ?? null,
    population: need.population ?? commune.population,
    category: commune.category,
    nearbyCommunes: listNearby(commune, communes),
    similarCommunes: listSimilar(commune, communes),
  }
}
