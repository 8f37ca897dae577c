/** Whether a site has what it needs, and what the cheapest way to it costs. */
import { type Assumptions, getAssumption } from './assumption.rules.ts'
import type { Requirement } from './requirement.rules.ts'
import type { Power, SpeedVerdict } from './site.schema.ts'

/** The span over which costs are told and compared. */
export const costYears = 3

export interface SiteFacts {
  readonly power: Power | null
  readonly powerHours: number | null
  /** Of its links in service today. */
  readonly technologies: readonly string[]
  /** The median of what was measured lately; null when nothing was. */
  readonly downKbps: number | null
}

export interface Judged {
  readonly speed: SpeedVerdict
  readonly isPowerShort: boolean
  readonly isMet: boolean | null
  readonly proposedTechnology: string | null
  readonly setUpCost: number
  readonly yearlyCost: number
}

interface Cost {
  readonly setUp: number
  readonly yearly: number
}

export function judgeSite(
  site: SiteFacts,
  { kbps }: Pick<Requirement, 'kbps'>,
  /** Technologies that some site of the commune already has: they reach it. */
  reaching: readonly string[],
  assumptions: Assumptions,
): Judged {
  const speed = judgeSpeed(site, kbps)
  const isPowerShort = hasShortPower(site, assumptions)
  const lacksSpeed = speed === 'slow' || speed === 'noLink'
  const proposed = lacksSpeed ? proposeTechnology(site, kbps, reaching, assumptions) : null
  const costs: Cost[] = [
    ...(proposed ? [costOf(`cost.${proposed}`, assumptions)] : []),
    ...(isPowerShort ? [costOf('power.solar', assumptions)] : []),
  ]
  return {
    speed,
    isPowerShort,
    isMet: lacksSpeed || isPowerShort ? false : speed === 'met' || null,
    proposedTechnology: proposed,
    setUpCost: sum(costs.map(({ setUp }) => setUp)),
    yearlyCost: sum(costs.map(({ yearly }) => yearly)),
  }
}

function judgeSpeed({ technologies, downKbps }: SiteFacts, required: number): SpeedVerdict {
  if (technologies.length === 0) return 'noLink'
  if (downKbps === null) return 'notMeasured'
  return downKbps >= required ? 'met' : 'slow'
}

/** Known only where somebody said how many hours, or that there is none. */
function hasShortPower({ power, powerHours }: SiteFacts, assumptions: Assumptions): boolean {
  if (power === 'none') return true
  return powerHours !== null && powerHours < getAssumption(assumptions, 'power.hours')
}

/** Satellite reaches every place; the others, where a neighbouring site already has them. */
const everywhere = 'satellite'

/**
 * The cheapest over three years among the technologies that reach the commune, that the site does not have yet and that give
 * enough; the fastest of them when none does.
 */
function proposeTechnology(
  { technologies }: SiteFacts,
  required: number,
  reaching: readonly string[],
  assumptions: Assumptions,
): string | null {
  const offers = [...new Set([...reaching, everywhere])]
    .filter((technology) => !technologies.includes(technology))
    .flatMap((technology) => {
      const kbps = assumptions.get(`offer.${technology}.downKbps`)
      if (kbps === undefined) return []
      return [{ technology, kbps, cost: overYears(costOf(`cost.${technology}`, assumptions)) }]
    })
  const enough = offers.filter(({ kbps }) => kbps >= required)
  const [best] =
    enough.length > 0
      ? enough.sort((a, b) => a.cost - b.cost || (a.technology < b.technology ? -1 : 1))
      : offers.sort((a, b) => b.kbps - a.kbps || (a.technology < b.technology ? -1 : 1))
  return best?.technology ?? null
}

function costOf(key: string, assumptions: Assumptions): Cost {
  return {
    setUp: getAssumption(assumptions, `${key}.setUp`),
    yearly: getAssumption(assumptions, `${key}.yearly`),
  }
}

export function overYears({ setUp, yearly }: Cost): number {
  return setUp + costYears * yearly
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
