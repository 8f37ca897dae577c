/** The stages of adoption, what shows that one is reached, and how communes are counted. Pure. */

export const stages = ['informed', 'interested', 'tried', 'adopted'] as const
export type Stage = (typeof stages)[number]

const shownBy = {
  campaign: 'informed',
  resource: 'informed',
  contact: 'interested',
  pilot: 'tried',
  agreement: 'adopted',
  project: 'adopted',
  use: 'adopted',
} as const satisfies Record<string, Stage>

export type AdoptionSource = keyof typeof shownBy

/** A record of the platform that shows how far a commune is with a solution. */
export interface AdoptionFact {
  readonly kind: AdoptionSource
  readonly id: string
  readonly solutionId: string
  readonly communeId: string
  readonly startupId: string
  readonly at: Date
}

export interface AdoptionStep extends Omit<AdoptionFact, 'kind' | 'id' | 'at'> {
  readonly stage: Stage
  readonly firstAt: Date
  readonly sourceKind: AdoptionSource
  readonly sourceId: string
}

/** One step for each stage that the facts show, at its first date: told twice, or in any order, they give the same. */
export function toSteps(facts: readonly AdoptionFact[]): AdoptionStep[] {
  const steps = new Map<string, AdoptionStep>()
  for (const { kind, id, at, solutionId, communeId, startupId } of facts) {
    const stage = shownBy[kind]
    const key = `${solutionId} ${communeId} ${stage}`
    const known = steps.get(key)
    if (known && !isEarlier({ at, id }, { at: known.firstAt, id: known.sourceId })) continue
    const pair = { solutionId, communeId, startupId }
    steps.set(key, { ...pair, stage, firstAt: at, sourceKind: kind, sourceId: id })
  }
  return [...steps.values()]
}

interface Dated {
  readonly at: Date
  readonly id: string
}

function isEarlier(one: Dated, other: Dated): boolean {
  const difference = one.at.getTime() - other.at.getTime()
  return difference < 0 || (difference === 0 && one.id < other.id)
}

export type Funnel = Readonly<Record<Stage, number>>

/** How many reached each stage at least, from how many stand at each. */
export function toFunnel(standing: Partial<Funnel>): Funnel {
  const counts = stages.map((_, index) =>
    stages.slice(index).reduce((total, stage) => total + (standing[stage] ?? 0), 0),
  )
  return Object.fromEntries(stages.map((stage, index) => [stage, counts[index] ?? 0])) as Funnel
}
