/** Which actions of the library a commune's diagnosis calls for, and what each would bring it. */
import type { Axis } from '../axes.ts'
import type { PlanSources } from './generation.types.ts'
import type { CostBracket, LibraryAction } from './library.schema.ts'
import type { Effects } from './plan.schema.ts'

export interface Selected {
  readonly action: LibraryAction
  readonly points: number
  readonly investment: number
  readonly running: number
}

/** No more than the template allows, those that bring most; what they need comes with them. */
export function selectActions(sources: PlanSources): Selected[] {
  const { library, template } = sources
  const called = library
    .filter(({ categories }) => categories.includes(template.code))
    .filter((action) => isCalledFor(action, sources) && !findUseOf(action, sources))
    .map((action) => weigh(action, sources))
    .toSorted(compareWorth)
  return withNeeds(called.slice(0, template.mostActions), called)
}

/** What it brings and costs here. */
export function weigh(action: LibraryAction, sources: PlanSources): Selected {
  const { commune, gap } = sources
  return {
    action,
    points: countPoints(action.effects, levelsOf(sources)),
    ...(action.trigger.kind === 'gap'
      ? { investment: gap.setUpCost, running: gap.yearlyCost }
      : estimateCost(action.cost.brackets, commune.population)),
  }
}

export function isCalledFor(
  { trigger }: Pick<LibraryAction, 'trigger'>,
  { diagnosis, gap }: Pick<PlanSources, 'diagnosis' | 'gap'>,
): boolean {
  if (trigger.kind === 'always') return true
  if (trigger.kind === 'gap') return gap.setUpCost + gap.yearlyCost > 0
  return (levelsOf({ diagnosis }).get(trigger.axis) ?? 0) < trigger.below
}

/**
 * A solution in confirmed use that covers every domain of an application: buying again would be a waste. What equips, trains or
 * organises is to be done all the same.
 */
export function findUseOf(
  { domains, targetArea }: Pick<LibraryAction, 'domains' | 'targetArea'>,
  { uses }: Pick<PlanSources, 'uses'>,
): PlanSources['uses'][number] | undefined {
  if (targetArea !== 'applications' || domains.length === 0) return undefined
  return uses.find((use) => domains.every((domain) => use.domains.includes(domain)))
}

export function levelsOf({ diagnosis }: Pick<PlanSources, 'diagnosis'>): Map<Axis, number> {
  return new Map(diagnosis.axes.map(({ axis, level }) => [axis, level]))
}

/**
 * A level gained counts more where the commune is lower: tenths of level gained, times what is still to climb. Never less
 * than one, so that what is free is always worth doing.
 */
export function countPoints(effects: Effects, levels: ReadonlyMap<Axis, number>): number {
  let points = 0
  for (const [axis, gain] of Object.entries(effects)) {
    const room = Math.max(0, 5 - (levels.get(axis as Axis) ?? 0))
    points += Math.round(Math.min(gain ?? 0, room) * 10) * room
  }
  return Math.max(1, Math.round(points))
}

/** The middle of the bracket, to the nearest 50 000 francs. */
export function estimateCost(
  brackets: readonly CostBracket[],
  population: number,
): { investment: number; running: number } {
  const bracket =
    brackets.find(({ upTo }) => upTo === null || population <= upTo) ?? brackets.at(-1)
  const middle = ([lowest, highest]: readonly [number, number]) =>
    Math.round((lowest + highest) / 2 / 50_000) * 50_000
  return bracket
    ? { investment: middle(bracket.investment), running: middle(bracket.running) }
    : { investment: 0, running: 0 }
}

/** What brings most, first: the calendar then weighs it against its cost. */
function compareWorth(a: Selected, b: Selected): number {
  const mandatory = (one: Selected) => (one.action.trigger.kind === 'always' ? 1 : 0)
  const cost = ({ investment, running }: Selected) => investment + running
  return (
    mandatory(b) - mandatory(a) ||
    b.points - a.points ||
    cost(a) - cost(b) ||
    (a.action.code < b.action.code ? -1 : 1)
  )
}

/** An action called for and needed by one that is kept is kept too: else its need would pass for met. */
function withNeeds(kept: readonly Selected[], called: readonly Selected[]): Selected[] {
  const codes = new Set(kept.map(({ action }) => action.code))
  for (const code of codes) {
    const needs = called.find(({ action }) => action.code === code)?.action.needs ?? []
    for (const need of needs) if (called.some(({ action }) => action.code === need)) codes.add(need)
  }
  return called.filter(({ action }) => codes.has(action.code))
}
