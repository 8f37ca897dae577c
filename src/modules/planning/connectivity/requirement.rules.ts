/** What speed a site needs: what its kind is used for, and what the solutions used there ask for. The highest counts. */
import type { Connectivity } from '#modules/directory/index.ts'
import { type Assumptions, getAssumption } from './assumption.rules.ts'
import type { SiteKind } from './site.schema.ts'

export interface UsedSolution {
  readonly name: string
  readonly minConnectivity: string
  readonly worksOffline: boolean
}

export interface Requirement {
  readonly kbps: number
  /** The solution that asks for it; null where the kind of place does. */
  readonly solution: string | null
}

/** Where the staff work with the commune's solutions. */
const staffedKinds: readonly SiteKind[] = ['mairie', 'centreCommunalDeServicesPublics']

export function computeRequirement(
  kind: SiteKind,
  solutions: readonly UsedSolution[],
  assumptions: Assumptions,
): Requirement {
  const use: Requirement = { kbps: getAssumption(assumptions, `required.${kind}`), solution: null }
  if (!staffedKinds.includes(kind)) return use
  return solutions
    .map((solution) => ({ kbps: speedOf(solution, assumptions), solution: solution.name }))
    .reduce<Requirement>((most, one) => (one.kbps > most.kbps ? one : most), use)
}

/** One that works offline only has to send what waited, now and then: 2G is enough. */
export function speedOf(solution: Omit<UsedSolution, 'name'>, assumptions: Assumptions): number {
  return speedOfLevel(neededLevel(solution), assumptions)
}

export function neededLevel({
  minConnectivity,
  worksOffline,
}: Omit<UsedSolution, 'name'>): Connectivity {
  if (minConnectivity === 'none') return 'none'
  return worksOffline ? '2g' : (minConnectivity as Connectivity)
}

export function speedOfLevel(level: Connectivity, assumptions: Assumptions): number {
  return level === 'none' ? 0 : getAssumption(assumptions, `level.${level}`)
}

interface Covering extends UsedSolution {
  readonly services: readonly string[]
}

export interface ServiceRequirement {
  readonly service: string
  readonly solutions: number
  /** The least and the most that the solutions for it ask for. */
  readonly least: Connectivity
  readonly most: Connectivity
}

const levels: readonly Connectivity[] = ['none', '2g', '3g', '4g', 'fibre']

/** For each municipal service that some solution covers, what the solutions for it ask for. */
export function listServiceRequirements(solutions: readonly Covering[]): ServiceRequirement[] {
  const found = new Map<string, number[]>()
  for (const solution of solutions) {
    const rank = levels.indexOf(neededLevel(solution))
    for (const service of solution.services)
      found.set(service, [...(found.get(service) ?? []), rank])
  }
  return [...found].map(([service, ranks]) => ({
    service,
    solutions: ranks.length,
    least: levels[Math.min(...ranks)] ?? 'none',
    most: levels[Math.max(...ranks)] ?? 'none',
  }))
}
